import { describe, expect, it, vi } from 'vitest';
import type { OutcomeStore } from '../../src/contract/mutations/outcome-store.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import { createMemoryOutcomeStore } from '../../src/mutations/memory-outcome-store.ts';
import { once, type OnceOptions } from '../../src/mutations/once.ts';

function optionsWith(store: OutcomeStore, parts: Partial<OnceOptions> = {}): OnceOptions {
  return {
    store,
    key: 'key',
    fingerprint: 'input',
    source: 'support',
    mutation: 'tagCreate',
    deadline: Date.now() + 1000,
    abandonedAfterMs: 60_000,
    ...parts,
  };
}

function failure(kind: VendorError['kind']): VendorError {
  return new VendorError({ kind, message: `it was ${kind}`, source: 'support', operation: 'tags.add' });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a change that is made once', () => {
  it('gives what it gave the first time', async () => {
    const options = optionsWith(createMemoryOutcomeStore());
    const change = vi.fn(async () => ({ tag: 'vip', colours: [1, 2] }));
    expect(await once(change, options)).toEqual({ tag: 'vip', colours: [1, 2] });
    expect(await once(change, options)).toEqual({ tag: 'vip', colours: [1, 2] });
    expect(change).toHaveBeenCalledTimes(1);
  });

  it('makes twins wait for the first, whatever it ends with', async () => {
    const options = optionsWith(createMemoryOutcomeStore());
    const change = vi.fn(async () => {
      await pause(60);
      throw failure('outcome-unknown');
    });
    const twins = await Promise.allSettled([once(change, options), once(change, options)]);
    expect(
      twins.map((twin) => (twin.status === 'rejected' ? (twin.reason as VendorError).kind : 'done')),
    ).toEqual(['outcome-unknown', 'outcome-unknown']);
    expect(twins).toMatchObject([{ reason: { halfMade: false } }, { reason: { halfMade: false } }]);
    expect(change).toHaveBeenCalledTimes(1);
  });

  it.each(['unavailable', 'circuit-open', 'busy', 'rate-limited', 'unauthenticated'] as const)(
    'is tried again after a failure of kind %s, which left nothing changed',
    async (kind) => {
      const options = optionsWith(createMemoryOutcomeStore());
      await expect(once(() => Promise.reject(failure(kind)), options)).rejects.toMatchObject({ kind });
      expect(await once(async () => 'made', options)).toBe('made');
    },
  );

  it.each(['unavailable', 'circuit-open', 'busy', 'rate-limited', 'unauthenticated'] as const)(
    'ends as it ended the first time after a failure of kind %s halfway',
    async (kind) => {
      const options = optionsWith(createMemoryOutcomeStore());
      const halfMade = failure(kind).with({ halfMade: true });
      const told = { kind, message: `it was ${kind}`, halfMade: true, retryable: false };
      await expect(once(() => Promise.reject(halfMade), options)).rejects.toMatchObject(told);
      await expect(once(async () => 'made', options)).rejects.toMatchObject(told);
    },
  );

  it.each(['AbortError', 'TimeoutError'])(
    'is tried again when the request was over before anything was sent (%s)',
    async (name) => {
      const options = optionsWith(createMemoryOutcomeStore());
      const over = once(() => Promise.reject(new DOMException('over', name)), options);
      await expect(over).rejects.toMatchObject({ name });
      expect(await once(async () => 'made', options)).toBe('made');
    },
  );

  it.each([new TypeError('a bug'), new DOMException('a bug', 'DataCloneError')])(
    'is in doubt after a fault of the gateway itself, whose words are kept from callers: %s',
    async (fault) => {
      const options = optionsWith(createMemoryOutcomeStore());
      await expect(once(() => Promise.reject(fault), options)).rejects.toBe(fault);
      await expect(once(async () => 'made', options)).rejects.toMatchObject({
        kind: 'outcome-unknown',
        message: expect.not.stringContaining('bug'),
      });
    },
  );

  it.each<readonly ['release' | 'settle', () => Promise<string>]>([
    ['settle', async () => 'made'],
    ['settle', () => Promise.reject(failure('outcome-unknown'))],
    ['release', () => Promise.reject(failure('unavailable'))],
  ])('ends only when that is remembered (%s)', async (how, change) => {
    let isRemembered = false;
    const remember = async () => {
      await pause(5);
      isRemembered = true;
    };
    const claim = { settle: async () => {}, release: async () => {}, [how]: remember };
    const store: OutcomeStore = { claim: async () => ({ state: 'claimed', claim }) };
    await once(change, optionsWith(store)).catch(() => {});
    expect(isRemembered).toBe(true);
  });

  it('refuses another input', async () => {
    const store = createMemoryOutcomeStore();
    await once(async () => 'made', optionsWith(store));
    const other = once(async () => 'made', optionsWith(store, { fingerprint: 'another' }));
    await expect(other).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('says that the first is under way when there is no time left to wait', async () => {
    const store = createMemoryOutcomeStore();
    const { promise, resolve: end } = Promise.withResolvers<string>();
    const first = once(() => promise, optionsWith(store));
    const twin = once(async () => 'twice', optionsWith(store, { deadline: Date.now() + 50 }));
    await expect(twin).rejects.toMatchObject({ kind: 'unavailable', retryable: true });
    end('once');
    expect(await first).toBe('once');
  });

  it('is in doubt when whoever made it has not told for too long', async () => {
    const store = createMemoryOutcomeStore();
    await store.claim('key', 'input');
    await pause(20);
    const twin = once(async () => 'twice', optionsWith(store, { abandonedAfterMs: 10 }));
    await expect(twin).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  it('is not made while nobody can remember it', async () => {
    const change = vi.fn(async () => 'made');
    const store: OutcomeStore = { claim: async () => ({ state: 'unavailable' }) };
    await expect(once(change, optionsWith(store))).rejects.toMatchObject({ kind: 'unavailable' });
    expect(change).not.toHaveBeenCalled();
  });

  it('is in doubt when the record of it cannot be read', async () => {
    const earlier = { fingerprint: null, outcome: undefined, ageMilliseconds: 1 };
    const store: OutcomeStore = { claim: async () => ({ state: 'taken', earlier }) };
    await expect(once(async () => 'made', optionsWith(store))).rejects.toMatchObject({
      kind: 'outcome-unknown',
    });
  });
});

describe('outcomes in memory', () => {
  it('are forgotten after 24 hours', async () => {
    let now = 1;
    const store = createMemoryOutcomeStore(() => now);
    const first = await store.claim('key', 'input');
    if (first.state === 'claimed') await first.claim.settle('done');
    now += 24 * 3_600_000 - 1000;
    expect(await store.claim('key', 'input')).toMatchObject({ state: 'taken', earlier: { outcome: 'done' } });
    // The store looks at the clock once a millisecond.
    await pause(5);
    now += 2000;
    expect((await store.claim('key', 'input')).state).toBe('claimed');
    // The end of what was forgotten is not that of the one that took its place.
    if (first.state === 'claimed') await first.claim.release();
    if (first.state === 'claimed') await first.claim.settle('done');
    expect(await store.claim('key', 'input')).toMatchObject({
      state: 'taken',
      earlier: { outcome: undefined },
    });
  });

  it('tell how long ago a change was begun that is under way', async () => {
    let now = 1_000_000;
    const store = createMemoryOutcomeStore(() => now);
    await store.claim('key', 'input');
    now += 5;
    expect(await store.claim('key', 'input')).toMatchObject({ earlier: { ageMilliseconds: 5 } });
  });

  it('cannot be changed through the value that was handed in', async () => {
    const store = createMemoryOutcomeStore();
    const outcome = { tags: ['a'] };
    const first = await store.claim('key', 'input');
    if (first.state === 'claimed') await first.claim.settle(outcome);
    outcome.tags.push('b');
    expect(await store.claim('key', 'input')).toMatchObject({ earlier: { outcome: { tags: ['a'] } } });
  });
});
