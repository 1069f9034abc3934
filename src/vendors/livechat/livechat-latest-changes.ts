import type { Answer } from '../../contract/call-context.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Instant } from '../../contract/instant.ts';
import type { TimelineBatch } from '../../contract/timeline.ts';
import type { TicketPage } from './livechat-answers.ts';
import {
  beginsBefore,
  changeOf,
  firstPageReaching,
  isWhollyAhead,
  pagesWanted,
  readSince,
  toChangeBatch,
  type ChangeRequest,
  type ReadNumber,
} from './livechat-change-pages.ts';
import { readPlace, type PagePlace } from './livechat-page-place.ts';
import { isLastPage, type ReadPage } from './livechat-ticket-pages.ts';

/** Times a page is read again because the list grew shorter under it. */
const mostRereads = 3;

/**
 * Lists tickets by the time of change, latest first: LiveChat's own order. Between two pages tickets that change
 * move to the top and push others down, which shows them twice at worst; only a list that grows shorter (a filtered
 * one) could hide a row, and its total tells.
 */
export async function listLatestChanges(
  request: ChangeRequest,
  read: ReadPage,
): Promise<Answer<TimelineBatch<Conversation>>> {
  const { window, limit } = request;
  let page = await firstPage(request, read);
  const answers = [page.answer];
  const seen = new Set<string>();
  for (let rereads = 0, pages = 1; ;) {
    const { rows } = page.answer.value;
    const bound = changeOfLast(rows) + 1;
    const isNew = rows.some(({ key }) => !seen.has(key));
    if (isLastPage(page.number, page.answer.value) || bound <= window.from || !isNew) {
      return toChangeBatch({ answers, bound: null, place: placeOf(page) }, window);
    }
    if (pages >= pagesWanted(limit) && bound < window.to) {
      return toChangeBatch({ answers, bound, place: placeOf(page) }, window);
    }
    const next = await readSince(read, page.number + 1, page.answer.fetchedAt);
    if (isShorter(next.answer.value.total, page.answer.value.total) && rereads++ < mostRereads) {
      page = { number: page.number, answer: await read(page.number, true) };
    } else {
      rows.forEach(({ key }) => seen.add(key));
      page = next;
      pages += 1;
    }
    answers.push(page.answer);
  }
}

/** The page to begin with: from the place where the walk stopped, to where the window begins. */
async function firstPage({ window, position }: ChangeRequest, read: ReadPage): Promise<ReadNumber> {
  const isBefore = (change: Instant) => change >= window.to;
  const isAhead = (page: ReadNumber) => isWhollyAhead(page, isBefore);
  const place = readPlace(position);
  let page = await readSince(read, place?.page ?? 1, place?.at ?? 0);
  if (place && continues(page, place) && !isAhead(page)) return page;
  if (isAhead(page)) page = await firstPageReaching(page, isAhead, read);
  while (!beginsBefore(page, isBefore)) page = await readSince(read, page.number - 1, page.answer.fetchedAt);
  return page;
}

/** Whether the rows that a place stands behind are still all in front of it. */
function continues({ answer }: ReadNumber, { total }: PagePlace): boolean {
  return total !== null && answer.value.total !== null && !isShorter(answer.value.total, total);
}

function isShorter(total: number | null, before: number | null): boolean {
  return total !== null && before !== null && total < before;
}

function changeOfLast(rows: TicketPage['rows']): Instant {
  const last = rows.at(-1);
  return last ? changeOf(last) : -Infinity;
}

/** The page itself: rows of its last time may go on behind it, and those on it are wanted with them. */
function placeOf({ number, answer }: ReadNumber): PagePlace {
  return { page: number, total: answer.value.total, at: answer.fetchedAt };
}
