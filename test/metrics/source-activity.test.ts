import { describe, expect, test } from 'vitest';
import { slotCount, slotLength, SourceActivity } from '../../src/metrics/source-activity.ts';

const start = 1_700_000_000_000;

function activityAt() {
  let now = start;
  const activity = new SourceActivity(() => now);
  const call = (outcome: 'ok' | 'timeout' | 'not-found' = 'ok', milliseconds = 10) =>
    activity.call({ source: 'support', operation: 'tags.list', outcome, milliseconds, bytes: 1 });
  return { activity, call, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('the recent past of a source', () => {
  test('nothing is told as nothing, not as zero', () => {
    const { activity } = activityAt();
    expect(activity.summary()).toMatchObject({
      callsPerMinute: 0,
      milliseconds: null,
      hitRatio: null,
      failures: [],
    });
  });

  test('a minute counts its own calls only', () => {
    const { activity, call, pass } = activityAt();
    call('ok', 100);
    pass(61_000);
    call('ok', 20);
    call('ok', 40);
    expect(activity.summary()).toMatchObject({ callsPerMinute: 2, milliseconds: 30 });
  });

  test('failures are remembered, the newest first, at most five', () => {
    const { activity, call, pass } = activityAt();
    for (let count = 0; count < 7; count += 1) {
      call('timeout');
      pass(1000);
    }
    call('not-found');
    const { failures, failuresPerMinute } = activity.summary();
    expect(failures.map(({ at }) => (at - start) / 1000)).toEqual([6, 5, 4, 3, 2]);
    expect(failures[0]).toEqual({ at: start + 6000, operation: 'tags.list', outcome: 'timeout' });
    expect(failuresPerMinute).toBe(7);
  });

  test('the share of hits counts stale and shared answers as hits', () => {
    const { activity } = activityAt();
    for (const type of ['hit', 'stale', 'coalesced', 'miss', 'retry'] as const) activity.cache(type);
    expect(activity.summary().hitRatio).toBe(0.75);
  });

  test('the chart has every slot of five minutes, and forgets what is older', () => {
    const { activity, call, pass } = activityAt();
    for (let slot = 0; slot < slotCount * 3; slot += 1) {
      call();
      pass(slotLength * 2);
    }
    const { slots } = activity.summary();
    expect(slots).toHaveLength(slotCount);
    expect(slots.map(({ calls }) => calls).reduce((sum, calls) => sum + calls, 0)).toBe(slotCount / 2 - 1);
  });
});
