import type { Answer } from '../../contract/call-context.ts';
import { changeTimeOf } from '../../contract/conversation.ts';
import type { Instant } from '../../contract/instant.ts';
import { pageSize } from './livechat-answers.ts';
import {
  beginsBefore,
  firstPageBetween,
  firstPageReaching,
  isWhollyAhead,
  pagesWanted,
  readSince,
  toChangeBatch,
  type ChangeRequest,
  type IsAhead,
  type NumberedPage,
} from './livechat-change-pages.ts';
import { readPlace } from './livechat-page-place.ts';
import { isLastPage, mergePages, type ReadPage, type TicketBatch } from './livechat-ticket-pages.ts';

/** How often a batch is read again while tickets keep moving out of it. */
const mostRereads = 3;

/**
 * Lists tickets by the time of change, oldest first. A ticket that changes leaves its page for the list's end and
 * pulls others forward over the edges of pages, so pages are read from the later to the earlier one: that shows a row
 * twice at worst. The page where the last batch stopped is read again, to see that nothing slipped to an earlier
 * page.
 */
export async function listOldestChanges(
  request: ChangeRequest,
  read: ReadPage,
): Promise<Answer<TicketBatch>> {
  const { window } = request;
  const isBefore = (change: Instant) => change < window.from;
  const isAhead = (page: NumberedPage) => isWhollyAhead(page, isBefore);
  let { first, further, end, since } = await begin(request, isAhead, read);
  for (let rereads = 0; ;) {
    const furthest = { number: Math.max(first, Math.min(first + further, end)), since };
    const pages = await readBackwards(furthest, first, read, isBefore);
    const last = pages[0] as NumberedPage;
    const newest = pages.at(-1) as NumberedPage;
    end = endOf(newest);
    if (isAhead(last)) {
      first = (await firstPageReaching(last, isAhead, read)).number;
      continue;
    }
    const answers = pages.map(({ answer }) => answer);
    const at = Math.max(...answers.map(({ fetchedAt }) => fetchedAt));
    const bound = boundOf(pages, window.to);
    const isStuck = bound !== null && bound <= window.from;
    const isEnd = isLastPage(last.number, last.answer.value);
    if (!isStuck || (isEnd && rereads++ === mostRereads)) {
      // Rows of the last moment may be missing while others move; then nothing is reported as covered.
      const until = bound === null ? null : Math.max(bound, window.from);
      const place = { page: last.number, total: newest.answer.value.total, at };
      return toChangeBatch({ answers, bound: until, place }, window);
    }
    // By now, the cache holds pages that do not fit together.
    if (isEnd) since = at + 1;
    further = Math.max(1, further * 4);
  }
}

/**
 * The page to begin with, how many more to read and since when: from where the last batch stopped, or the window
 * begins.
 */
async function begin({ position, limit }: ChangeRequest, isAhead: IsAhead, read: ReadPage) {
  const place = readPlace(position);
  const further = pagesWanted(limit);
  if (place) {
    const end = place.total === null ? Infinity : Math.ceil(place.total / pageSize);
    return { first: place.page, further, end, since: place.at };
  }
  const page = await locate(isAhead, read);
  return { first: page.number, further: further - 1, end: endOf(page), since: 0 };
}

function endOf({ answer }: NumberedPage): number {
  return answer.value.pages ?? Infinity;
}

/** The page where the window begins: anywhere in a list that goes back to the account's first ticket. */
async function locate(isAhead: IsAhead, read: ReadPage): Promise<NumberedPage> {
  const head = { number: 1, answer: await read(1) };
  const { pages } = head.answer.value;
  if (!isAhead(head)) return head;
  if (pages === null) return firstPageReaching(head, isAhead, read);
  return firstPageBetween(1, { number: pages, answer: await read(pages) }, isAhead, read);
}

/** Reads pages backwards from the furthest one to `first`, then on until one begins before the window. */
async function readBackwards(
  furthest: { readonly number: number; readonly since: Instant },
  first: number,
  read: ReadPage,
  isBefore: (change: Instant) => boolean,
): Promise<readonly NumberedPage[]> {
  const pages: NumberedPage[] = [];
  for (let { number, since } = furthest; number >= 1; number--) {
    const page = await readSince(read, number, pages.at(-1)?.answer.fetchedAt ?? since);
    pages.push(page);
    if (number <= first && beginsBefore(page, isBefore)) break;
  }
  return pages;
}

/** How far the pages are complete: times are whole seconds, and more rows of the last one's second may follow. */
function boundOf(pages: readonly NumberedPage[], end: Instant): Instant | null {
  const [furthest] = pages as [NumberedPage];
  const answers = pages.map(({ answer }) => answer);
  const latest = answers
    .flatMap(({ value }) => value.rows)
    .reduce((time, row) => Math.max(time, changeTimeOf(row)), -Infinity);
  if (latest >= end) return null;
  if (!isLastPage(furthest.number, furthest.answer.value)) return latest;
  const totals = new Set(answers.map(({ value }) => value.total));
  const rows = answers.reduce((sum, { value }) => sum + value.rows.length, 0);
  // Something moved to the list's end while it was read; the next batch looks there again.
  const hasMoved = totals.size > 1 || mergePages(answers).rows.length < rows;
  return hasMoved ? latest : null;
}
