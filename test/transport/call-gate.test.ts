import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Cancellation } from '../../src/cache/cancellation.ts';
import { CallGate } from '../../src/transport/call-gate.ts';
import type { CallWindow, WindowPlace } from '../../src/transport/call-window.ts';

const label = { source: 'shop', operation: 'things.get' };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
});

const taken: WindowPlace = { taken: true, used: 4, waitMs: 0, paused: false };
const full: WindowPlace = { taken: false, used: 10, waitMs: 20, paused: false };

/** A window that gives these places in turn, then free ones. */
function windowOf(...places: WindowPlace[]) {
  const rooms: (number | null)[] = [];
  const pauses: number[] = [];
  const window: CallWindow = {
    shared: true,
    async take(room) {
      rooms.push(room);
      return places.shift() ?? taken;
    },
    pause: async (milliseconds) => void pauses.push(milliseconds),
  };
  return { window, rooms, pauses };
}

const ask = (gate: CallGate, parts: object = {}) =>
  gate.enter({ label, bulk: false, deadline: () => Date.now() + 10_000, ...parts });

describe('a call at the gate', () => {
  it('goes out when a place gets free soon', async () => {
    const { window, rooms } = windowOf(full, full);
    await ask(new CallGate(10, window));
    expect(rooms).toEqual([10, 10, 10]);
  });

  it('leaves a tenth of the places to others when it is one of many', async () => {
    const { window, rooms } = windowOf();
    await ask(new CallGate(19, window), { bulk: true });
    await ask(new CallGate(null, window), { bulk: true });
    expect(rooms).toEqual([18, null]);
  });

  it.each([
    ['for more than three seconds', 3001, 10_000],
    ['for longer than there is time', 2000, 1999],
  ])('is refused at once where it would wait %s', async (_long, waitMs, time) => {
    const gate = new CallGate(10, windowOf({ ...full, waitMs }).window);
    await expect(ask(gate, { deadline: () => Date.now() + time })).rejects.toMatchObject({
      ...label,
      kind: 'rate-limited',
      retryAfterMs: waitMs,
      message: `no call to this source is allowed for another ${Math.ceil(waitMs / 1000)} s`,
    });
  });

  it('waits no longer than somebody waits for it', async () => {
    const { window, rooms } = windowOf({ ...full, waitMs: 2000 });
    const cancellation = new Cancellation();
    const asked = ask(new CallGate(10, window), { cancellation });
    await expect.poll(() => rooms).toHaveLength(1);
    cancellation.cancel(new Error('gone'));
    await expect(asked).rejects.toThrow();
    expect(rooms).toHaveLength(1);
  });

  it('asks nobody where there is neither a budget nor anybody to share it with', async () => {
    const { window, rooms } = windowOf();
    const gate = new CallGate(null, { ...window, shared: false });
    expect(gate.isOpen).toBe(true);
    await ask(gate);
    expect(rooms).toEqual([]);
    expect(gate.budget()).toBeNull();
  });
});

describe('a pause', () => {
  it('is told to others, in whole milliseconds and for an hour at most', async () => {
    const { window, pauses } = windowOf();
    const gate = new CallGate(null, window);
    await gate.pause(1500.2);
    await gate.pause(7_200_000);
    expect(pauses).toEqual([1501, 3_600_000]);
  });

  it('that others were asked for holds back every call, without asking them again', async () => {
    const { window, rooms } = windowOf({ ...full, waitMs: 5000, paused: true });
    const gate = new CallGate(null, window);
    await expect(ask(gate)).rejects.toMatchObject({ retryAfterMs: 5000 });
    await expect(ask(gate)).rejects.toMatchObject({ retryAfterMs: 5000 });
    expect(rooms).toHaveLength(1);
    expect(gate.paused).toBe(true);
    vi.advanceTimersByTime(5000);
    expect(gate.paused).toBe(false);
    await ask(gate);
  });

  it('is not made shorter by a shorter one', async () => {
    const gate = new CallGate(null, windowOf().window);
    await gate.pause(5000);
    await gate.pause(1000);
    await expect(ask(gate)).rejects.toMatchObject({ retryAfterMs: 5000 });
  });
});

describe('what is left of a budget', () => {
  it('is what was seen last, for a minute', async () => {
    const gate = new CallGate(10, windowOf(taken).window);
    expect(gate.budget()).toEqual({ limit: 10, remaining: 10, resetAt: Date.now() });
    await ask(gate);
    vi.advanceTimersByTime(20_000);
    expect(gate.budget()).toEqual({ limit: 10, remaining: 6, resetAt: Date.now() + 40_000 });
    vi.advanceTimersByTime(40_000);
    expect(gate.budget()).toEqual({ limit: 10, remaining: 10, resetAt: Date.now() });
  });

  it('is what a refusal says, where other replicas have used it up', async () => {
    const gate = new CallGate(
      10,
      windowOf({ ...full, waitMs: 5000 }, taken, { ...full, waitMs: 5000 }).window,
    );
    await expect(ask(gate)).rejects.toThrow();
    expect(gate.budget()).toEqual({ limit: 10, remaining: 0, resetAt: Date.now() + 5000 });
    await ask(gate);
    vi.advanceTimersByTime(10_000);
    await expect(ask(gate)).rejects.toThrow();
    expect(gate.budget()).toEqual({ limit: 10, remaining: 0, resetAt: Date.now() + 50_000 });
  });

  it('is never less than nothing', async () => {
    const gate = new CallGate(10, windowOf({ ...taken, used: 12 }).window);
    await ask(gate);
    expect(gate.budget()?.remaining).toBe(0);
  });
});
