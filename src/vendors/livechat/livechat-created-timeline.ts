import type { Answer } from '../../contract/call-context.ts';
import type { ConversationCriteria } from '../../contract/conversation-reader.ts';
import type { Instant } from '../../contract/instant.ts';
import { contains, type TimelineRequest, type TimeWindow } from '../../contract/timeline.ts';
import {
  isLastPage,
  mergePages,
  readAllPages,
  type ReadPage,
  type TicketBatch,
  type TicketRows,
} from './livechat-ticket-pages.ts';
import { mostPages, pageSize, type TicketPage } from './livechat-answers.ts';
import { daysOf, endOf, partOf, startOf } from './livechat-day-span.ts';
import { readPartOfDay } from './livechat-part-of-day.ts';
import type { TicketFilters, TicketQuery } from './livechat-ticket-query.ts';

/** Opens a query for reading page by page. */
export type OpenQuery = (query: TicketQuery) => ReadPage;

type Request = TimelineRequest<ConversationCriteria>;
type Batch = Answer<TicketBatch>;

/** Few enough pages to read them all at once. */
const fewPages = 4;

/**
 * Lists tickets by creation time, which LiveChat cannot: it orders by the last change and selects by the days of any
 * activity. A ticket is active on the day it is created, so all pages of some days hold all that were created on
 * them. Asks for the days of the whole window first, to learn how many tickets there are, then for as many days at
 * the near end as hold about the rows wanted; that number of days passes from batch to batch as the position.
 */
export async function listByCreation(
  request: Request,
  filters: TicketFilters,
  open: OpenQuery,
  now: Instant,
): Promise<Batch> {
  const whole = daysOf(request.window, now);
  if (!whole) return { value: { rows: [], unreadRows: [], coveredTo: null, position: null }, fetchedAt: now };
  const isDescending = request.order.direction === 'DESC';
  const limit = Math.min(request.limit, mostPages * pageSize);
  const bearable = Math.min(Math.max(fewPages, Math.ceil(limit / pageSize) + 1), mostPages);
  for (let days = spanOf(request.position) ?? whole.days; ;) {
    const span = partOf(whole, days, isDescending ? 'last' : 'first');
    const order = isDescending ? 'desc' : 'asc';
    const read = open({ ...filters, order, date_from: span.from, date_to: span.to });
    const head = await read(1);
    const next = nextDays(span.days, head.value, limit);
    const safe = isDescending ? safeBound(head.value, request.window, limit) : null;
    if (safe !== null) return toBatch(mergePages([head]), request, Math.max(safe, startOf(span)), next);
    const isBearable = (head.value.pages ?? 1) <= bearable;
    if (isDescending && span.days === 1 && !isBearable) {
      const part = await readPartOfDay(head, { windowEnd: request.window.to, pagesAtOnce: bearable, read });
      if (part) return toBatch(part.rows, request, Math.max(part.bound, startOf(span)), next);
    }
    if (span.days === 1 || isBearable) {
      const bound = isDescending ? startOf(span) : endOf(span);
      return toBatch(await readAllPages(head, read), request, span.days === whole.days ? null : bound, next);
    }
    days = Math.min(next, span.days - 1);
  }
}

/**
 * How far back one page alone is complete: what comes after it changed before its last row did, and no ticket is
 * created after it changed. Null where the page cannot prove it, is all there is, or would yield too few rows.
 */
function safeBound(page: TicketPage, window: TimeWindow, limit: number): Instant | null {
  const { rows } = page;
  if (isLastPage(1, page)) return null;
  const changes = rows.map(({ updatedAt }) => updatedAt ?? NaN);
  const inOrder = changes.every((change, index) => index === 0 || change <= (changes[index - 1] ?? NaN));
  const plausible = rows.every(({ createdAt, updatedAt }) => updatedAt !== null && createdAt <= updatedAt);
  const bound = (changes.at(-1) ?? NaN) + 1;
  if (!inOrder || !plausible || !(bound < window.to)) return null;
  const safe = rows.filter(({ createdAt }) => createdAt >= bound && createdAt < window.to).length;
  return safe >= limit || (safe * 2 >= limit && (page.pages ?? 0) > 2) ? bound : null;
}

function toBatch(
  { rows, unread, fetchedAt, staleBecause }: TicketRows,
  { window, order }: Request,
  bound: Instant | null,
  days: number,
): Batch {
  const isCovered =
    bound === null || (order.direction === 'DESC' ? bound <= window.from : bound >= window.to);
  return {
    value: {
      rows: rows.filter(({ createdAt }) => contains(window, createdAt)),
      coveredTo: isCovered ? null : bound,
      position: isCovered ? null : String(days),
      unreadRows: unread,
    },
    fetchedAt,
    staleBecause,
  };
}

/** The number of days that should hold about the rows wanted, judged by those just asked for. */
function nextDays(days: number, { total, rows }: TicketPage, limit: number): number {
  const most = days * 4;
  const tickets = total ?? rows.length;
  return tickets === 0 ? most : Math.min(Math.max(Math.floor((days * limit) / tickets), 1), most);
}

function spanOf(position: string | null): number | null {
  const days = Number(position ?? NaN);
  return Number.isSafeInteger(days) && days > 0 ? days : null;
}
