import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContentSeal } from '../../src/cache/content-seal.ts';
import { CacheEnvelope } from '../../src/cache/cache-envelope.ts';

const place = { key: '{shop}:things:a', began: '1795248795130000' };
const now = 1000;
const entry = {
  value: { name: 'Anna' },
  askedAt: 800,
  fetchedAt: 900,
  freshUntil: 2000,
  usableUntil: 2500,
  keptUntil: 5000,
  tags: ['t'],
};

describe.each([
  ['plain', new CacheEnvelope(new ContentSeal(null))],
  ['encrypted', new CacheEnvelope(new ContentSeal('a passphrase'))],
])('a %s envelope', (_kind, envelope) => {
  const { bytes, kept } = envelope.pack(entry, place, now);

  it('gives back the entry, with its times counted on by the store’s clock', () => {
    expect(kept).toBe(4000);
    expect(envelope.unpack(bytes, place, 4000, now)).toEqual({ ...entry, bytes: expect.any(Number) });
    // 1500 ms later, read by a process whose own clock shows something else.
    expect(envelope.unpack(bytes, place, 2500, 70_000)).toEqual({
      ...entry,
      bytes: expect.any(Number),
      freshUntil: 69_500,
      usableUntil: 70_000,
      keptUntil: 72_500,
    });
  });

  it.each([{ tags: undefined }, { tags: 5 }, { tags: [5] }, { askedAt: 'x' }, { fetchedAt: null }])(
    'is worth nothing where somebody else made it, and not in the same way: %j',
    (other) => {
      const foreign = envelope.pack({ ...entry, ...other } as unknown as typeof entry, place, now);
      expect(envelope.unpack(foreign.bytes, place, 4000, now)).toBeUndefined();
    },
  );

  it('is worth nothing when any byte was changed or cut off', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(envelope.unpack(damaged, place, 4000, now)).toBeUndefined();
        expect(envelope.unpack(bytes.subarray(0, at), place, 4000, now)).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('is worth nothing in another place', () => {
    expect(envelope.unpack(bytes, { ...place, key: '{desk}:things:a' }, 4000, now)).toBeUndefined();
    expect(envelope.unpack(bytes, { ...place, began: '1795248795130001' }, 4000, now)).toBeUndefined();
    expect(envelope.unpack(bytes, place, -1, now)).toBeUndefined();
  });
});

describe('an encrypted envelope', () => {
  it('hides the value, and cannot be mixed up with a plain one or another key', () => {
    const sealed = new CacheEnvelope(new ContentSeal('one key')).pack(entry, place, now).bytes;
    expect(sealed.includes('Anna')).toBe(false);
    expect(
      new CacheEnvelope(new ContentSeal('another key')).unpack(sealed, place, 4000, now),
    ).toBeUndefined();
    expect(new CacheEnvelope(new ContentSeal(null)).unpack(sealed, place, 4000, now)).toBeUndefined();
    const plain = new CacheEnvelope(new ContentSeal(null)).pack(entry, place, now).bytes;
    expect(new CacheEnvelope(new ContentSeal('one key')).unpack(plain, place, 4000, now)).toBeUndefined();
  });
});
