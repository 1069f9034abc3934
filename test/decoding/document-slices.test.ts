import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentAssembly, slicesOf } from '../../src/decoding/document-slices.ts';

function carried(value: unknown): { readonly value: unknown; readonly slices: readonly string[] } {
  const assembly = new DocumentAssembly();
  const slices = [...slicesOf(value)];
  for (const slice of slices) assembly.add(slice);
  return { value: assembly.value, slices };
}

/** JSON with lists, records and texts that are too long for one slice. */
const large = fc
  .tuple(fc.jsonValue(), fc.integer({ min: 0, max: 6000 }), fc.string({ unit: 'binary' }))
  .chain(([small, times, text]) =>
    fc.constantFrom(
      Array.from({ length: times }, () => small),
      Object.fromEntries(Array.from({ length: times }, (_, at) => [`name ${at}`, small])),
      `${text} `.repeat(times),
      { deep: [{ deeper: Array.from({ length: times }, (_, at) => [at, text]) }, small], text },
    ),
  );

describe('a large document', () => {
  it('is put together out of its slices as it was', () => {
    fc.assert(
      fc.property(large, (value) => {
        const sent = JSON.parse(JSON.stringify(value)) as unknown;
        expect(JSON.stringify(carried(sent).value)).toBe(JSON.stringify(sent));
      }),
      { numRuns: 40 },
    );
  });

  it('comes in slices none of which is long, whatever is large about it', () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => ({ id: at, words: 'some words' }));
    for (const value of [
      { list: { rows } },
      Object.fromEntries(rows.map((row, at) => [`n${at}`, row])),
      { text: 'x'.repeat(3_000_000) },
      [[[['y'.repeat(400_000), ...rows]]]],
    ]) {
      const { slices } = carried(value);
      expect(slices.length).toBeGreaterThan(5);
      expect(Math.max(...slices.map(({ length }) => length))).toBeLessThan(600_000);
    }
  });

  it('cannot change what objects inherit', () => {
    const evil = JSON.parse(`{"__proto__":{"polluted":1},"rest":"${'x'.repeat(200_000)}"}`) as unknown;
    const { value } = carried(evil);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value).not.toHaveProperty('polluted');
  });
});
