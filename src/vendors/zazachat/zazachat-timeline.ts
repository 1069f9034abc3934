import type { Answer } from '../../contract/call-context.ts';
import type { ConversationCriteria } from '../../contract/conversation-reader.ts';
import { changeTimeOf, type Conversation } from '../../contract/conversation.ts';
import type { Instant } from '../../contract/instant.ts';
import {
  contains,
  type TimelineBatch,
  type TimelineField,
  type TimelineRequest,
  type TimeWindow,
} from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { addDays, dayOf, endOfDay, startOfDay, type Day } from '../../transport/time-zone.ts';
import type { Days } from './zazachat-days.ts';
import { asksForEmail } from './zazachat-mapping-customer.ts';

/** What the timeline depends on, besides the lists of days. */
export interface TimelineSettings {
  readonly timeZone: string;
  readonly preChat: readonly string[];
}

type ListRequest = TimelineRequest<ConversationCriteria>;

/** Days read at once, one batch after the other, until there are rows enough: a busy account needs one day. */
const batchSizes = [1, 2, 2, 2];

/** How many days ahead of an ascending walk by time of change tickets are read. */
const aheadDays = 31;

/** No record is older: the service did not exist. */
const earliest = Date.UTC(2000, 0, 1);

/** Lists chats and tickets day by day from the near end of the window. */
export async function listConversations(
  request: ListRequest,
  settings: TimelineSettings,
  days: Days,
): Promise<Answer<TimelineBatch<Conversation>>> {
  const kinds = kindsWanted(request.filter, settings);
  const span = daysOf(request.window, settings.timeZone);
  if (!span || (!kinds.chats && !kinds.tickets))
    return days.answer({ rows: [], coveredTo: null, position: null });
  const position = kinds.tickets ? await lookAhead(request, span, days) : null;
  const rows = new Map<string, Conversation>();
  const isDescending = request.order.direction === 'DESC';
  let next = isDescending ? span.last : span.first;
  for (const size of batchSizes) {
    const batch = Array.from({ length: size }, (_, index) =>
      addDays(next, isDescending ? -index : index),
    ).filter((day) => day >= span.first && day <= span.last);
    try {
      for (const row of await readBatch(batch, kinds, request, settings, days)) rows.set(row.key, row);
    } catch (error) {
      // The rows read so far are worth more than an error; the next batch meets the failure again.
      if (size > 1 && error instanceof VendorError) break;
      throw error;
    }
    next = addDays(next, isDescending ? -size : size);
    if (rows.size >= request.limit || next < span.first || next > span.last) break;
  }
  const isCovered = next < span.first || next > span.last;
  const coveredTo = isCovered ? null : startOfDay(isDescending ? addDays(next, 1) : next, settings.timeZone);
  return days.answer({ rows: [...rows.values()], coveredTo, position, unread: days.unread() });
}

interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** The days of a window up to today; null = none. */
function daysOf({ from, to }: TimeWindow, timeZone: string): DaySpan | null {
  const begin = Math.max(from, earliest);
  const end = Math.min(to - 1, Date.now());
  return begin > end ? null : { first: dayOf(begin, timeZone), last: dayOf(end, timeZone) };
}

interface Kinds {
  readonly chats: boolean;
  readonly tickets: boolean;
}

/** Which of the two kinds can match at all: the other needs no calls. */
function kindsWanted(filter: ConversationCriteria, { preChat }: TimelineSettings): Kinds {
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
async function readBatch(
  batch: readonly Day[],
  kinds: Kinds,
  request: ListRequest,
  settings: TimelineSettings,
  days: Days,
): Promise<readonly Conversation[]> {
  const lists = await Promise.all(
    batch.map(async (day) => {
      const [chats, tickets] = await Promise.all([
        kinds.chats ? days.chats(day) : [],
        kinds.tickets ? days.tickets(day) : [],
      ]);
      return { day, chats, tickets };
    }),
  );
  const { field } = request.order;
  const rows = lists.map(async ({ day, chats, tickets }) => {
    // In order of creation a ticket has its place on one day; the days of its changes only tell of newer versions.
    const span = {
      from: startOfDay(day, settings.timeZone),
      to: endOfDay(day, settings.timeZone),
    };
    const placed =
      field === 'UPDATED_AT' ? tickets : tickets.filter(({ createdAt }) => contains(span, createdAt));
    const newest = await days.newest(placed, day);
    return [...chats, ...newest].filter((row) => contains(request.window, timeOf(row, field)));
  });
  return (await Promise.all(rows)).flat();
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
