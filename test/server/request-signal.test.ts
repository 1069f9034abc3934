import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openRequestSignal } from '../../src/server/request-signal.ts';

describe('the signal of a request', () => {
  it('is aborted with the reason of the caller, also of one who has gone already', () => {
    const caller = new AbortController();
    const { signal } = openRequestSignal(caller.signal, 60_000);
    expect(signal.aborted).toBe(false);
    caller.abort('gone');
    expect(signal.reason).toBe('gone');
    expect(openRequestSignal(caller.signal, 60_000).signal.reason).toBe('gone');
  });

  it('is aborted as late when time is over', async () => {
    const { signal } = openRequestSignal(new AbortController().signal, 5);
    await expect.poll(() => signal.aborted).toBe(true);
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
  });

  it('leaves nothing behind when the request was answered', async () => {
    const caller = new AbortController();
    const { signal, end } = openRequestSignal(caller.signal, 5);
    end();
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
    await sleep(20);
    expect(signal.aborted).toBe(false);
  });
});
