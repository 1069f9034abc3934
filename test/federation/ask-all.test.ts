import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { CallContext } from '../../src/contract/call-context.ts';
import { askAll, type AskOptions } from '../../src/federation/ask-all.ts';
import { callContext } from './fake-world.ts';

function options(overrides: Partial<AskOptions> = {}): AskOptions {
  const context = callContext();
  return {
    context,
    lateAfterMs: 10,
    countedFrom: 'first-success',
    giveUpAt: context.deadline,
    now: Date.now,
    ...overrides,
  };
}

/** Answers with a value, unless the signal ends it before. */
function after<T>(milliseconds: number, value: T) {
  return ({ signal }: CallContext) => wait(milliseconds, value, { signal });
}

function throwAtOnce(): never {
  throw new Error('no');
}

async function failLate(): Promise<never> {
  await wait(15);
  throw new Error('too late');
}

/** What is in a socket is read after the timers that are due, as is what is done in this way. */
function unread(): Promise<number> {
  return new Promise((resolve) => void setTimeout(() => setImmediate(resolve, 2), 20));
}

/** Does nothing else for so long. */
function standStill(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('asking several at once', () => {
  it('gives the replies in the order of the calls', async () => {
    const calls = [after(5, 'slow'), after(0, 'fast'), () => Promise.reject(new Error('no'))];
    expect(await askAll<string>(calls, options({ lateAfterMs: 1000 }))).toEqual([
      { state: 'answered', answer: 'slow' },
      { state: 'answered', answer: 'fast' },
      { state: 'failed', error: new Error('no') },
    ]);
  });

  it('takes a call that throws at once for a failed one', async () => {
    expect(await askAll([throwAtOnce], options())).toMatchObject([{ state: 'failed' }]);
  });

  it('is done at once when there is nobody to ask', async () => {
    expect(
      await askAll([], options({ context: callContext({ deadline: Infinity }), giveUpAt: Infinity })),
    ).toEqual([]);
  });

  it('waits as long as it takes for the first success', async () => {
    expect(await askAll([after(40, 1)], options({ lateAfterMs: 5 }))).toEqual([
      { state: 'answered', answer: 1 },
    ]);
  });

  it('takes nobody for late whose answer came while this process stood still', async () => {
    const replies = askAll<number>([after(0, 1), unread], options({ lateAfterMs: 30 }));
    await wait(10);
    standStill(200);
    expect(await replies).toEqual([
      { state: 'answered', answer: 1 },
      { state: 'answered', answer: 2 },
    ]);
  });

  it('leaves late calls running until the deadline', async () => {
    const context = callContext({ deadline: Date.now() + 300 });
    const ended = vi.fn<(reason: unknown) => void>();
    const hanging = ({ signal }: CallContext) =>
      after(
        5000,
        0,
      )({ signal } as CallContext).catch((error: unknown) => {
        ended(error);
        return 0;
      });
    const replies = await askAll([after(0, 1), hanging], options({ context, lateAfterMs: 5 }));
    expect(replies).toEqual([
      { state: 'answered', answer: 1 },
      { state: 'late', afterMs: 5 },
    ]);
    expect(ended).not.toHaveBeenCalled();
    await expect.poll(() => ended.mock.calls.length).toBe(1);
    expect(Date.now()).toBeGreaterThanOrEqual(context.deadline - 2);
  });

  it('swallows what a late call ends with', async () => {
    const unhandled = vi.fn<() => void>();
    process.on('unhandledRejection', unhandled);
    await askAll<number>([after(0, 1), failLate, after(20, 2)], options({ lateAfterMs: 1 }));
    await wait(30);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('counts from its start where that is wanted', async () => {
    const began = Date.now();
    const replies = await askAll([after(5000, 1)], options({ countedFrom: 'start', lateAfterMs: 20 }));
    expect(replies).toEqual([{ state: 'late', afterMs: 20 }]);
    expect(Date.now() - began).toBeLessThan(1000);
  });

  it('waits no longer than it may in all', async () => {
    expect(await askAll([after(5000, 1)], options({ giveUpAt: Date.now() + 10 }))).toEqual([
      { state: 'late', afterMs: null },
    ]);
  });

  it('ends all calls and the wait when the request is aborted', async () => {
    const request = new AbortController();
    let signal: AbortSignal | undefined;
    const call = (scope: CallContext) => {
      ({ signal } = scope);
      return new Promise<number>(() => {});
    };
    const replies = askAll([call], options({ context: callContext({ signal: request.signal }) }));
    request.abort();
    expect(await replies).toEqual([{ state: 'late', afterMs: null }]);
    expect(signal?.aborted).toBe(true);
  });

  it('leaves no listener behind on the request', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    await askAll([after(0, 1), after(1, 2)], options({ context: callContext({ signal }) }));
    const taken = new Set(removed.mock.calls.map(([, listener]) => listener));
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(added.mock.calls.filter(([, listener]) => !taken.has(listener))).toEqual([]);
  });
});
