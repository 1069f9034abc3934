import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RedisConnection } from '../../src/cache/redis-connection.ts';
import { LocalCallWindow, SharedCallWindow } from '../../src/transport/call-window.ts';

let now = 600_000;

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  onTestFinished(() => void vi.restoreAllMocks());
});

describe('the calls of the last minute', () => {
  it('are never more than there is room for, wherever the minute begins', async () => {
    const window = new LocalCallWindow();
    for (const used of [1, 2, 3]) {
      expect(await window.take(3)).toEqual({ taken: true, used, waitMs: 0, paused: false });
      now += 10_000;
    }
    expect(await window.take(3)).toEqual({ taken: false, used: 3, waitMs: 30_000, paused: false });
    now += 29_999;
    expect(await window.take(3)).toMatchObject({ taken: false, waitMs: 1 });
    now += 1;
    expect(await window.take(3)).toMatchObject({ taken: true, used: 3 });
    expect(await window.take(3)).toMatchObject({ taken: false, waitMs: 10_000 });
    now += 60_000;
    expect(window.used).toBe(0);
  });

  it('leave less room to some, who wait until enough places are free', async () => {
    const window = new LocalCallWindow();
    for (let call = 0; call < 3; call += 1) {
      await window.take(3);
      now += 10_000;
    }
    expect(await window.take(2)).toMatchObject({ taken: false, waitMs: 40_000 });
    expect(await window.take(1)).toMatchObject({ taken: false, waitMs: 50_000 });
  });

  it('are not counted where there is no end of room', async () => {
    const window = new LocalCallWindow();
    expect(await window.take(null)).toMatchObject({ taken: true, paused: false });
    expect(window.used).toBe(0);
  });

  it('are also those that others let out', async () => {
    const window = new LocalCallWindow();
    window.record();
    expect(await window.take(1)).toMatchObject({ taken: false, waitMs: 60_000 });
  });
});

/** A Redis that answers so; null = it is away. */
function sharedOver(reply: readonly number[] | null) {
  const asked: unknown[][] = [];
  const commands = {
    takeCall: async (...given: unknown[]) => {
      asked.push(given.slice(0, 4));
      return reply;
    },
    pauseCalls: async (...given: unknown[]) => asked.push(given),
  };
  const redis = {
    run: async (_what: string, work: (redis: typeof commands) => unknown) => (reply ? work(commands) : null),
  };
  const local = new LocalCallWindow();
  return { asked, local, window: new SharedCallWindow(redis as unknown as RedisConnection, 'shop', local) };
}

describe('the calls of the last minute of all replicas', () => {
  it('are counted there, and here as well, for when it is away', async () => {
    const { window, local, asked } = sharedOver([1, 3, 0, 0]);
    expect(await window.take(10)).toMatchObject({ taken: true, used: 3, paused: false });
    expect(local.used).toBe(1);
    expect(await window.take(null)).toMatchObject({ taken: true });
    expect(asked).toEqual([
      ['shop:budget', 'shop:pause', 60_000, 10],
      ['shop:budget', 'shop:pause', 60_000, -1],
    ]);
    expect(local.used).toBe(1);
  });

  it('leave no place where there is none, or a vendor asked any of them for a pause', async () => {
    const full = sharedOver([0, 10, 500, 0]);
    const place = { taken: false, used: 10, waitMs: 500 };
    expect(await full.window.take(10)).toEqual({ ...place, paused: false });
    expect(await sharedOver([0, 10, 500, 1]).window.take(10)).toEqual({ ...place, paused: true });
    expect(full.local.used).toBe(0);
  });

  it('are those of this process while it is away', async () => {
    const { window } = sharedOver(null);
    expect(await window.take(1)).toMatchObject({ taken: true, used: 1 });
    expect(await window.take(1)).toMatchObject({ taken: false, waitMs: 60_000 });
  });

  it('end for all where one is asked for a pause', async () => {
    const { window, asked } = sharedOver([]);
    await window.pause(700);
    expect(asked).toEqual([['shop:pause', 700]]);
  });
});
