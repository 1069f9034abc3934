import type { Answer } from '../../contract/call-context.ts';
import { changeTimeOf } from '../../contract/conversation.ts';
import type { Instant } from '../../contract/instant.ts';
import type { TicketPage } from './livechat-answers.ts';
import {
  beginsBefore,
  firstPageReaching,
  isWhollyAhead,
  pagesWanted,
  readSince,
  toChangeBatch,
  type ChangeRequest,
  type NumberedPage,
} from './livechat-change-pages.ts';
import { readTop } from './livechat-list-top.ts';
import { readPlace, type PagePlace } from './livechat-page-place.ts';
import { isPushedDown, isShorter } from './livechat-page-shift.ts';
import { isLastPage, isSame, type ReadPage, type TicketBatch } from './livechat-ticket-pages.ts';

/** How often a batch goes back because the list grew shorter while it was read. */
const mostReturns = 3;
/** How many pages in a row may show nothing new: a server ignores the page's number, or very many tickets moved. */
const mostRepeats = 4;

/**
 * Lists tickets by the time of change, latest first: LiveChat's own order. A ticket that changes meanwhile moves to
 * the top and pushes others down, which shows those twice; what moved is then looked for at the top. A list that
 * grows shorter (a filtered one) pulls rows up, which its total shows. What cannot be proven complete is not reported
 * as covered.
 */
export async function listLatestChanges(
  request: ChangeRequest,
  read: ReadPage,
): Promise<Answer<TicketBatch>> {
  const { window } = request;
  const { first, pages, bound, hasShifted } = await readDown(request, read);
  const answers = pages.map(({ answer }) => answer);
  const reached = bound === null || bound < window.to;
  const topChange = first.answer.value.rows.map(changeTimeOf).at(0) ?? window.to;
  // What moved went to the top; where the window ends before that, it has left the window.
  const top =
    reached && hasShifted && first.number === 1 && topChange < window.to
      ? await readTop(topChange, read)
      : null;
  answers.push(...(top?.answers ?? []));
  if (!reached || top?.isWhole === false) {
    const at = Math.max(...answers.map(({ fetchedAt }) => fetchedAt));
    const place = { ...placeOf(first), at };
    return toChangeBatch({ answers, bound: window.to, place }, window);
  }
  return toChangeBatch({ answers, bound, place: placeOf(pageOfLastTime(pages)) }, window);
}

interface ReadDown {
  /** The page that the window begins on. */
  readonly first: NumberedPage;
  readonly pages: readonly NumberedPage[];
  /** How far the pages are complete, except for what moved to the top; the window's end = they are not. */
  readonly bound: Instant | null;
  readonly hasShifted: boolean;
}

async function readDown(request: ChangeRequest, read: ReadPage): Promise<ReadDown> {
  const { window, limit } = request;
  const first = await firstPage(request, read);
  const pages = [first];
  const seen = new Set<string>();
  let page = first;
  let hasShifted = false;
  for (let returns = 0, repeats = 0; ;) {
    const { value, fetchedAt } = page.answer;
    const bound = changeOfLast(value.rows) + 1;
    const until = (bound: Instant | null): ReadDown => ({ first, pages, bound, hasShifted });
    value.rows.forEach(({ key }) => seen.add(key));
    if (isLastPage(page.number, value) || bound <= window.from) return until(null);
    if (page.number - first.number + 1 >= pagesWanted(limit) && bound < window.to) return until(bound);
    const next = await readSince(read, page.number + 1, fetchedAt);
    const isNew = next.answer.value.rows.some(({ key }) => !seen.has(key));
    hasShifted ||= isPushedDown(next.answer.value, value, seen);
    if (isShorter(next.answer.value, value)) {
      hasShifted = true;
      if (returns++ === mostReturns) return until(Math.min(bound, window.to));
      const again = await goBack(page.number, { seen, window, read });
      pages.push(...again);
      repeats = -again.length;
    } else {
      repeats = isNew ? 0 : repeats + 1;
      const isAllThereIs = next.answer.value.pages === null && isSame(next.answer.value, value);
      if (repeats === mostRepeats) return until(isAllThereIs ? null : window.to);
      pages.push(next);
    }
    page = pages.at(-1) as NumberedPage;
  }
}

/** Reads a page again, then those before it until one begins with a row seen already: nothing slipped past that. */
async function goBack(
  from: number,
  { seen, window, read }: { seen: ReadonlySet<string>; window: ChangeRequest['window']; read: ReadPage },
): Promise<readonly NumberedPage[]> {
  const isBefore = (change: Instant) => change >= window.to;
  let page: NumberedPage = { number: from, answer: await read(from, true) };
  const pages = [page];
  const beginsWithSeen = () => seen.has(page.answer.value.rows[0]?.key ?? '');
  while (!beginsWithSeen() && !beginsBefore(page, isBefore)) {
    page = await readSince(read, page.number - 1, page.answer.fetchedAt);
    pages.push(page);
  }
  return pages;
}

/** The page to begin with: where the walk stopped, else where the window begins. */
async function firstPage({ window, position }: ChangeRequest, read: ReadPage): Promise<NumberedPage> {
  const isBefore = (change: Instant) => change >= window.to;
  const isAhead = (page: NumberedPage) => isWhollyAhead(page, isBefore);
  const place = readPlace(position);
  let page = await readSince(read, place?.page ?? 1, place?.at ?? 0);
  if (place && continues(page, place) && !isAhead(page)) return page;
  if (isAhead(page)) page = await firstPageReaching(page, isAhead, read);
  while (!beginsBefore(page, isBefore)) page = await readSince(read, page.number - 1, page.answer.fetchedAt);
  return page;
}

/** Whether all rows that stood before a place still do. */
function continues({ answer }: NumberedPage, { total }: PagePlace): boolean {
  return total !== null && answer.value.total !== null && !isShorter(answer.value, { total });
}

function changeOfLast(rows: TicketPage['rows']): Instant {
  const last = rows.at(-1);
  return last ? changeTimeOf(last) : -Infinity;
}

/**
 * The page where the rows of the last time of change begin: more of them may follow on the next page, and a batch
 * wants them together.
 */
function pageOfLastTime(pages: readonly NumberedPage[]): NumberedPage {
  const last = pages.at(-1) as NumberedPage;
  const time = changeOfLast(last.answer.value.rows);
  return pages.find(({ answer }) => changeOfLast(answer.value.rows) <= time) ?? last;
}

function placeOf({ number, answer }: NumberedPage): PagePlace {
  return { page: number, total: answer.value.total, at: answer.fetchedAt };
}
