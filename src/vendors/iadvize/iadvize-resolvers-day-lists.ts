import type { Answer } from '../../contract/call-context.ts';
import type { Instant } from '../../contract/instant.ts';
import type { TimelineBatch, TimelineRequest } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import {
  coveredTo,
  dayWalk,
  isFinished,
  rangeAfter,
  rangeAt,
  shorterRange,
  toPosition,
  type DayRange,
  type DayWalk,
} from './iadvize-resolvers-days.ts';

/** Days to be read, and whether all of their rows are recorded. */
export interface DayQuery extends DayRange {
  readonly isFinished: boolean;
}

/** How rows are read by the day. */
export interface DayReading<Row> {
  readonly read: (days: DayQuery) => Promise<Answer<readonly Row[]>>;
  /** Which of the rows are wanted. */
  readonly accepts: (row: Row) => boolean;
}

/** Answers a timeline's request by reading the next range of days. */
export async function listDays<Row extends { readonly createdAt: Instant }>(
  { timeZone, now }: { readonly timeZone: string; readonly now: () => Instant },
  { window, order, limit, position }: Omit<TimelineRequest<unknown>, 'filter'>,
  reading: DayReading<Row>,
): Promise<Answer<TimelineBatch<Row>>> {
  const walk = dayWalk(window, order.direction === 'DESC', { timeZone, now: now() });
  if (!walk) return { value: { rows: [], coveredTo: null, position: null }, fetchedAt: now() };
  const { range, answer } = await readRange(walk, rangeAt(walk, position), reading.read);
  const found = answer.value.filter(reading.accepts);
  const value = {
    rows: found.filter(({ createdAt }) => createdAt >= window.from && createdAt < window.to),
    coveredTo: coveredTo(walk, range, timeZone),
    position: toPosition(rangeAfter(walk, range, found.length, limit)),
  };
  return { ...answer, value };
}

/** Reads a range of days; should its answer be too much for the vendor or for us, the nearest day of it alone. */
async function readRange<Row>(
  walk: DayWalk,
  range: DayRange,
  read: DayReading<Row>['read'],
): Promise<{ range: DayRange; answer: Answer<readonly Row[]> }> {
  const readDays = (days: DayRange) => read({ ...days, isFinished: isFinished(walk, days) });
  try {
    return { range, answer: await readDays(range) };
  } catch (error) {
    const shorter = shorterRange(walk, range);
    if (!shorter || !(error instanceof VendorError) || error.kind !== 'bad-response') throw error;
    return { range: shorter, answer: await readDays(shorter) };
  }
}
