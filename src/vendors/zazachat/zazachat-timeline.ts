import type { Answer } from '../../contract/call-context.ts';
import type { ConversationCriteria } from '../../contract/conversation-reader.ts';
import { changeTimeOf, type Conversation } from '../../contract/conversation.ts';
import type { Instant } from '../../contract/instant.ts';
import {
  contains,
  type TimelineBatch,
  type TimelineField,
  type TimelineOrder,
  type TimelineRequest,
  type TimeWindow,
} from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { DaySpan, NeighbourDays } from '../../vendor-kit/neighbour-days.ts';
import { addDays, dayOf, endOfDay, startOfDay } from '../../vendor-kit/time-zone.ts';
import type { Days } from './zazachat-days.ts';
import { readLists, type Kinds } from './zazachat-day-lists.ts';
import { asksForEmail } from './zazachat-mapping-customer.ts';

/** What the timeline is made of. */
export interface TimelineParts {
  readonly settings: { readonly timeZone: string; readonly preChat: readonly string[] };
  readonly neighbours: NeighbourDays;
  /** The lists of days. */
  readonly days: Days;
}

type ListRequest = TimelineRequest<ConversationCriteria>;

/** How many days have been read after each step, until there are rows enough: a busy account needs one day. */
const steps = [1, 3, 5, 7];

/** How many days ahead of an ascending walk by time of change tickets are read. */
const aheadDays = 31;

/** No record is older: the service did not exist. */
const earliest = Date.UTC(2000, 0, 1);

/** Lists chats and tickets day by day from the near end of the window. */
export async function listConversations(
  request: ListRequest,
  parts: TimelineParts,
): Promise<Answer<TimelineBatch<Conversation>>> {
  const { settings, days } = parts;
  const { order } = request;
  const kinds = kindsWanted(request.filter, settings.preChat);
  const span = daysOf(request.window, settings.timeZone);
  if (!span || (!kinds.chats && !kinds.tickets))
    return days.answer({ rows: [], coveredTo: null, position: null });
  const position = kinds.tickets ? await lookAhead(request, span, days) : null;
  let rows: readonly Conversation[] = [];
  let coveredTo: Instant | null = null;
  for (const count of steps) {
    const near = nearDays(span, count, order);
    try {
      rows = await readDays(near, kinds, request, parts);
    } catch (error) {
      // The rows read so far are worth more than an error; the next batch meets the failure again.
      if (count > 1 && error instanceof VendorError) break;
      throw error;
    }
    coveredTo = boundOf(near, span, order, settings.timeZone);
    if (rows.length >= request.limit || coveredTo === null) break;
  }
  return days.answer({ rows, coveredTo, position, unread: days.unread() });
}

/** So many days at the near end of a span. */
function nearDays({ first, last }: DaySpan, count: number, { direction }: TimelineOrder): DaySpan {
  if (direction === 'ASC') {
    const end = addDays(first, count - 1);
    return { first, last: end < last ? end : last };
  }
  const start = addDays(last, 1 - count);
  return { first: start > first ? start : first, last };
}

/** Up to which moment the rows are complete once these days at the near end of a span were read; null = to its end. */
function boundOf(
  near: DaySpan,
  span: DaySpan,
  { direction }: TimelineOrder,
  timeZone: string,
): Instant | null {
  if (near.first === span.first && near.last === span.last) return null;
  return direction === 'DESC' ? startOfDay(near.first, timeZone) : endOfDay(near.last, timeZone);
}

/** The days of a window up to today; null = none. */
function daysOf({ from, to }: TimeWindow, timeZone: string): DaySpan | null {
  const begin = Math.max(from, earliest);
  const end = Math.min(to - 1, Date.now());
  return begin > end ? null : { first: dayOf(begin, timeZone), last: dayOf(end, timeZone) };
}

/** Which of the two kinds can match at all: the other needs no calls. */
function kindsWanted(filter: ConversationCriteria, preChat: readonly string[]): Kinds {
  const { channel, status, customerEmail, assigned } = filter;
  const channels = channel ?? ['CHAT', 'OTHER'];
  return {
    chats:
      !assigned &&
      channels.includes('CHAT') &&
      (!status || status.includes('CLOSED')) &&
      (customerEmail === undefined || asksForEmail(preChat)),
    tickets: !assigned && channels.includes('OTHER'),
  };
}

/** Reads the lists of some days, then places their rows: what one list shows may be newer than another's. */
async function readDays(
  span: DaySpan,
  kinds: Kinds,
  { order, window }: ListRequest,
  { settings: { timeZone }, neighbours, days }: TimelineParts,
): Promise<readonly Conversation[]> {
  const lists = await readLists(span, { kinds, neighbours, days });
  const nearFirst = order.direction === 'DESC' ? lists.toReversed() : lists;
  const own = { from: startOfDay(span.first, timeZone), to: endOfDay(span.last, timeZone) };
  const placed = nearFirst.map(async ({ day, chats, tickets }) => {
    // In order of creation a ticket has its place on one day; the days of its changes only tell of newer versions.
    const wanted =
      order.field === 'UPDATED_AT' ? tickets : tickets.filter(({ createdAt }) => contains(own, createdAt));
    return [...chats, ...(await days.newest(wanted, day))];
  });
  const rows = new Map<string, Conversation>();
  for (const row of (await Promise.all(placed)).flat()) {
    if (contains(window, timeOf(row, order.field))) rows.set(row.key, row);
  }
  return [...rows.values()];
}

function timeOf(row: Conversation, field: TimelineField): Instant {
  return field === 'CREATED_AT' ? row.createdAt : changeTimeOf(row);
}

/**
 * Walking forward by time of change, a ticket's older versions come first, each at its own time, so it must be known
 * which tickets come again. The position is the last day that was read ahead.
 */
async function lookAhead(
  { order, position }: ListRequest,
  span: DaySpan,
  days: Days,
): Promise<string | null> {
  if (order.field !== 'UPDATED_AT' || order.direction !== 'ASC') return null;
  const horizon = addDays(span.first, aheadDays);
  const last = horizon < span.last ? horizon : span.last;
  let day = position !== null && position >= span.first ? addDays(position, 1) : span.first;
  while (day <= last) {
    const batch = [0, 1, 2, 3].map((index) => addDays(day, index)).filter((each) => each <= last);
    await Promise.all(batch.map((each) => days.tickets(each)));
    day = addDays(day, batch.length);
  }
  return last;
}
