import type { Answer } from '../../contract/call-context.ts';
import { changeTimeOf } from '../../contract/conversation.ts';
import type { ConversationCriteria } from '../../contract/conversation-reader.ts';
import type { Instant } from '../../contract/instant.ts';
import { contains, type TimelineRequest, type TimeWindow } from '../../contract/timeline.ts';
import { mostPages, pageSize, type TicketPage } from './livechat-answers.ts';
import { writePlace, type PagePlace } from './livechat-page-place.ts';
import { isLastPage, mergePages, type ReadPage, type TicketBatch } from './livechat-ticket-pages.ts';

/** A request for tickets by the time of change. */
export type ChangeRequest = TimelineRequest<ConversationCriteria>;

/** One page that was read, with its number. */
export interface NumberedPage {
  readonly number: number;
  readonly answer: Answer<TicketPage>;
}

/** What was read of a timeline by the time of change, and how far that is complete; null = to the window's end. */
export interface ChangeSpan {
  readonly answers: readonly Answer<TicketPage>[];
  readonly bound: Instant | null;
  readonly place: PagePlace;
}

/** About how many pages to read for a request. */
export function pagesWanted(limit: number): number {
  return Math.min(Math.max(1, Math.round(limit / pageSize)), mostPages);
}

/** Reads a page that must not be older than another answer: pages of different age do not fit together. */
export async function readSince(read: ReadPage, number: number, since: Instant): Promise<NumberedPage> {
  const answer = await read(number);
  return { number, answer: answer.fetchedAt < since ? await read(number, true) : answer };
}

/** Whether all of a page lies before what is wanted. */
export type IsAhead = (page: NumberedPage) => boolean;

/**
 * The first page that is not wholly ahead of the window, searched from one that is, in widening steps, as it should
 * be near. Where there is none, the last page.
 */
export async function firstPageReaching(
  start: NumberedPage,
  isAhead: IsAhead,
  read: ReadPage,
): Promise<NumberedPage> {
  const end = Math.max(start.answer.value.pages ?? Infinity, start.number + 1);
  let ahead = start.number;
  for (let step = 1; ; step *= 2) {
    const number = Math.min(ahead + step, end);
    const page = { number, answer: await read(number) };
    if (!isAhead(page)) return firstPageBetween(ahead, page, isAhead, read);
    ahead = number;
  }
}

/** The same, searched by halves between a page that is ahead and one that is not. */
export async function firstPageBetween(
  before: number,
  after: NumberedPage,
  isAhead: IsAhead,
  read: ReadPage,
): Promise<NumberedPage> {
  let ahead = before;
  let reaching = after;
  while (reaching.number - ahead > 1) {
    const number = ahead + Math.floor((reaching.number - ahead) / 2);
    const page = { number, answer: await read(number) };
    if (isAhead(page)) ahead = number;
    else reaching = page;
  }
  return reaching;
}

/** Whether a page lies before the part of the list that is wanted, and another page comes after it. */
export function isWhollyAhead(
  { number, answer }: NumberedPage,
  isBefore: (change: Instant) => boolean,
): boolean {
  const last = answer.value.rows.at(-1);
  return last !== undefined && isBefore(changeTimeOf(last)) && !isLastPage(number, answer.value);
}

/** Whether a page begins before the part that is wanted, so that nothing wanted can stand on an earlier page. */
export function beginsBefore(
  { number, answer }: NumberedPage,
  isBefore: (change: Instant) => boolean,
): boolean {
  const first = answer.value.rows[0];
  return number === 1 || (first !== undefined && isBefore(changeTimeOf(first)));
}

/** Makes the batch of what was read. */
export function toChangeBatch(
  { answers, bound, place }: ChangeSpan,
  window: TimeWindow,
): Answer<TicketBatch> {
  const { rows, unread, fetchedAt, staleBecause } = mergePages(answers);
  const wanted = rows.filter((row) => contains(window, changeTimeOf(row)));
  return {
    value: {
      rows: wanted,
      coveredTo: bound,
      position: bound === null ? null : writePlace(place),
      unreadRows: unread,
    },
    fetchedAt,
    staleBecause,
  };
}
