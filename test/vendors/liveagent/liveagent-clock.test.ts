import { describe, expect, it } from 'vitest';
import { clockRemark } from '../../../src/vendors/liveagent/liveagent-clock.ts';

const now = Date.UTC(2026, 2, 1, 12);
const remark = (minutes: number) => clockRemark(now + minutes * 60_000, 'Asia/Kolkata', now);

describe('the vendor’s clock', () => {
  it.each([0, 9, -9])('may be a little off: %i minutes', (minutes) => {
    expect(remark(minutes)).toBeNull();
  });

  it('may not be told', () => {
    expect(clockRemark(null, 'Asia/Kolkata', now)).toBeNull();
  });

  it.each([
    [330, '5 h 30 min ahead of'],
    [-15, '0 h 15 min behind'],
    [-479.7, '8 h 0 min behind'],
  ])('that is %d minutes off is told with the zone', (minutes, words) => {
    expect(remark(minutes)).toBe(
      `with timeZone Asia/Kolkata its clock is ${words} this machine's; check timeZone`,
    );
  });
});
