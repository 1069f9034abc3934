import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDateSpan, toOperatorDate } from '../../../src/vendors/liveagent/liveagent-date-span.ts';
import { toInstant } from '../../../src/vendors/liveagent/liveagent-mapping-values.ts';
import { dateOf } from './conversation-list.ts';

const year = 365 * 86_400;
const start = Date.UTC(2024, 0, 1) / 1000;

describe('the dates of a window', () => {
  it('take in every row that maps into it, around changes of the clocks too', () => {
    assert(
      property(
        constantFrom('America/Los_Angeles', 'Europe/Paris', 'Australia/Lord_Howe', 'UTC'),
        integer({ min: start * 1000, max: (start + year) * 1000 }),
        integer({ min: 1, max: 5 * 86_400_000 }),
        integer({ min: -7200, max: 6 * 86_400 }),
        (timeZone, from, width, offset) => {
          const row = dateOf(from + offset * 1000, timeZone);
          const time = toInstant(row, timeZone) ?? 0;
          const span = toDateSpan({ from, to: from + width }, timeZone);
          if (time < from || time >= from + width) return;
          expect([span.from ?? '', row, span.to ?? '~'].sort()).toEqual([span.from, row, span.to]);
          expect(span.from).not.toBe(row);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are open where the window is', () => {
    const open = toDateSpan({ from: 0, to: Infinity }, 'UTC');
    expect(open).toEqual({ from: null, to: null });
    expect(toOperatorDate(open)).toBeUndefined();
    expect(toOperatorDate({ from: '2024-01-01 00:00:00', to: null })).toBe('gte:2024-01-01 00:00:00');
    expect(toOperatorDate({ from: null, to: '2024-01-01 00:00:00' })).toBe('lte:2024-01-01 00:00:00');
  });
});
