import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { LocalCallWindow } from '../../src/transport/call-window.ts';

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
