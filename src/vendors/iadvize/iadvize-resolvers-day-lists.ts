import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Instant } from '../../contract/instant.ts';
import type { TimelineBatch, TimelineRequest } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { toUnreadRows } from '../../transport/unread-rows.ts';
import type { OpeningRange } from './iadvize-opening-range.ts';
import {
  coveredTo,
  dayWalk,
  finishedDaysOf,
  isFinished,
  rangeAfter,
  spanOf,
  plannedRange,
  shorterRange,
  toPosition,
  type DayRange,
  type DayWalk,
} from './iadvize-resolvers-days.ts';
import { unreadReason, type IadvizeRows } from './iadvize-unread-rows.ts';

/** Days to be read, and whether all of their rows are recorded. */
export interface DayQuery extends DayRange {
  readonly isFinished: boolean;
}

/** How rows are read by the day. */
export interface DayReading<Row> {
  readonly read: (days: DayQuery, context: CallContext) => Promise<Answer<IadvizeRows<Row>>>;
  /** Names the rows in errors. */
  readonly operation: string;
  /** Which of the rows are wanted. */
  readonly accepts: (row: Row) => boolean;
  /** What walks begin with. */
  readonly opening: OpeningRange;
  /** What is asked for but the days; undefined = everything. */
  readonly filter: string | undefined;
}

/** What is asked for, and what it is asked with. */
export interface DayRequest extends Omit<TimelineRequest<unknown>, 'filter'> {
  readonly context: CallContext;
}

/** Whose rows they are. */
interface Account {
  /** Name of the source. */
  readonly name: string;
  readonly timeZone: string;
  readonly now: () => Instant;
}

/** How long a range of unknown size may take, in milliseconds: less than pages wait for a source that is late. */
const patience = 2500;

/** Answers a timeline's request by reading the next range of days. */
export async function listDays<Row extends { readonly createdAt: Instant }>(
  { name, timeZone, now }: Account,
  { window, order, limit, position, context }: DayRequest,
  reading: DayReading<Row>,
): Promise<Answer<TimelineBatch<Row>>> {
  const walk = dayWalk(window, order.direction === 'DESC', { timeZone, now: now() });
  if (!walk) return { value: { rows: [], coveredTo: null, position: null }, fetchedAt: now() };
  const { opening, filter } = reading;
  const planned = plannedRange(walk, position) ?? opening.rangeFor({ walk, filter, limit, now: now() });
  const { range, answer } = await readRange(walk, planned, reading, context);
  const { rows, unread } = answer.value;
  const found = rows.filter(reading.accepts);
  const count = found.length + unread.length;
  opening.learn(count, finishedDaysOf(range, walk), filter);
  const value = {
    rows: found.filter(({ createdAt }) => createdAt >= window.from && createdAt < window.to),
    coveredTo: coveredTo(walk, range, timeZone),
    position: toPosition(rangeAfter(walk, range, count, limit)),
    unread: toUnreadRows(
      unread,
      spanOf(range, timeZone),
      unreadReason({ source: name, operation: reading.operation }),
    ),
  };
  return { ...answer, value };
}

/** Reads a range of days; should its answer be too much for the vendor or for us, the nearest day of it alone. */
async function readRange<Row>(
  walk: DayWalk,
  range: DayRange,
  { read, opening, filter }: DayReading<Row>,
  context: CallContext,
): Promise<{ range: DayRange; answer: Answer<IadvizeRows<Row>> }> {
  const readDays = (days: DayRange, within: CallContext) =>
    read({ ...days, isFinished: isFinished(walk, days) }, within);
  const shorter = shorterRange(walk, range);
  const isAttempt = shorter !== null && opening.isGuess(filter);
  try {
    return { range, answer: await readDays(range, isAttempt ? hurried(context) : context) };
  } catch (error) {
    if (!shorter || !(error instanceof VendorError)) throw error;
    const isTooMuch = error.kind === 'bad-response' || (isAttempt && error.kind === 'timeout');
    if (!isTooMuch || context.signal.aborted) throw error;
    opening.learnTooMuch(filter);
    return { range: shorter, answer: await readDays(shorter, context) };
  }
}

function hurried(context: CallContext): CallContext {
  return { ...context, deadline: Math.min(context.deadline, Date.now() + patience) };
}
