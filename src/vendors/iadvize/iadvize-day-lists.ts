import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Instant } from '../../contract/instant.ts';
import { contains, type TimelineBatch, type TimelineRequest } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { mapInTurns } from '../../turns/turns.ts';
import { orVendorError } from '../../vendor-kit/batch-entries.ts';
import type { DaySpan, NeighbourDays } from '../../vendor-kit/neighbour-days.ts';
import { toUnreadRows } from '../../vendor-kit/unread-rows.ts';
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
  type DayWalk,
} from './iadvize-days.ts';
import { unreadReason, type IadvizeRows } from './iadvize-unread-rows.ts';

/** Days to be read, and whether all of their rows are recorded. */
export interface DayQuery extends DaySpan {
  readonly isFinished: boolean;
}

/** What the lists of an account have told so far. */
export interface DayMemory {
  /** What walks begin with. */
  readonly opening: OpeningRange;
  /** Which days have to be read beside those of the rows. */
  readonly neighbours: NeighbourDays;
}

/** How rows are read by the day. */
export interface DayReading<Row> extends DayMemory {
  readonly read: (days: DayQuery, context: CallContext) => Promise<Answer<IadvizeRows<Row>>>;
  /** The operation that errors name. */
  readonly operation: string;
  /** Which of the rows are wanted. */
  readonly accepts: (row: Row) => boolean;
  /** What is asked for but the days; undefined = everything. */
  readonly filter: string | undefined;
}

/** A row with its time. */
interface Dated {
  readonly createdAt: Instant;
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

/**
 * How long a range of unknown size is waited for before another call is made, in milliseconds: less than pages wait
 * for a late source.
 */
const patience = 2500;

/** Answers a timeline's request by reading the next range of days. */
export async function listDays<Row extends Dated>(
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
    rows: found.filter(({ createdAt }) => contains(window, createdAt)),
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

/** An answer with the days it is about. */
interface ReadDays<Row> {
  readonly range: DaySpan;
  readonly answer: Answer<IadvizeRows<Row>>;
}

/**
 * Reads a range of days or, should its answer be too much for the vendor or for us, only the nearest day of it. A
 * range that is merely not there yet goes on beside that, as it may still come first, or be found in the cache by the
 * next page.
 */
async function readRange<Row extends Dated>(
  walk: DayWalk,
  range: DaySpan,
  reading: DayReading<Row>,
  context: CallContext,
): Promise<ReadDays<Row>> {
  const { opening, filter } = reading;
  const readDays = async (days: DaySpan): Promise<ReadDays<Row>> => ({
    range: days,
    answer: await readAround(walk, days, reading, context),
  });
  const whole = readDays(range);
  const shorter = shorterRange(walk, range);
  if (!shorter) return whole;
  const isAttempt = opening.isGuess(filter);
  const early = await (isAttempt ? within(patience, orVendorError(whole)) : orVendorError(whole));
  if (early !== null && !(early instanceof VendorError)) return early;
  if (!isTooMuch(early, isAttempt) || context.signal.aborted) return whole;
  const alone = readDays(shorter);
  const found = await Promise.any([whole, alone]).catch(async () =>
    (await isUnasked(alone)) ? whole : alone,
  );
  if (found.range === shorter) opening.learnTooMuch(filter);
  return found;
}

/** A server that runs out of memory or time over a range fails with a 5xx, where it does not cut the answer off. */
function isTooMuch(error: VendorError | null, isAttempt: boolean): boolean {
  if (error === null || error.kind === 'bad-response') return true;
  if (error.kind === 'timeout') return isAttempt;
  return error.kind === 'unavailable' && error.status !== undefined;
}

/** Whether the vendor was not even asked, which says less than how it failed before. */
async function isUnasked(reading: Promise<unknown>): Promise<boolean> {
  const failure = await orVendorError(reading);
  return failure instanceof VendorError && failure.kind === 'circuit-open';
}

/** Reads a range with the days beside it whose lists may hold rows of it; once more where its own rows tell of such. */
async function readAround<Row extends Dated>(
  walk: DayWalk,
  range: DaySpan,
  reading: Pick<DayReading<Row>, 'read' | 'neighbours'>,
  context: CallContext,
): Promise<Answer<IadvizeRows<Row>>> {
  const { read, neighbours } = reading;
  const days = neighbours.around(range);
  const answer = await read({ ...days, isFinished: isFinished(walk, days) }, context);
  const times = await mapInTurns(answer.value.rows, ({ createdAt }) => createdAt);
  return neighbours.learn(times, days) ? readAround(walk, range, reading, context) : answer;
}

/** Null where nothing comes within this many milliseconds. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  const { promise: nothing, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, milliseconds, null);
  try {
    return await Promise.race([promise, nothing]);
  } finally {
    clearTimeout(timer);
  }
}
