import { changeTimeOf } from '../../contract/conversation.ts';
import type { Answer } from '../../contract/call-context.ts';
import type { Instant } from '../../contract/instant.ts';
import { mostPages, type TicketPage } from './livechat-answers.ts';
import { readSince, type NumberedPage } from './livechat-change-pages.ts';
import { isPushedDown, isShorter } from './livechat-page-shift.ts';
import { isLastPage, type ReadPage } from './livechat-ticket-pages.ts';

/** How often the top is read while tickets still move to it. */
const mostRounds = 3;

/** The top of a list, latest change first. */
export interface ListTop {
  readonly answers: readonly Answer<TicketPage>[];
  /** Whether nothing that moved there can be missing. */
  readonly isWhole: boolean;
}

/** Reads what has come to the top of the list since a row that changed at `since` stood there. */
export async function readTop(since: Instant, read: ReadPage): Promise<ListTop> {
  const answers: Answer<TicketPage>[] = [];
  let known = since;
  for (let round = 0; round < mostRounds; round++) {
    const { pages, hasShifted, hasArrived } = await readDownTo(known, read);
    answers.push(...pages.map(({ answer }) => answer));
    if (!hasArrived) break;
    if (!hasShifted) return { answers, isWhole: true };
    const first = pages[0]?.answer.value.rows[0];
    known = first ? changeTimeOf(first) : known;
  }
  return { answers, isWhole: false };
}

async function readDownTo(known: Instant, read: ReadPage) {
  let page: NumberedPage = { number: 1, answer: await read(1, true) };
  const pages = [page];
  const seen = new Set<string>();
  let hasShifted = false;
  for (;;) {
    const { value, fetchedAt } = page.answer;
    value.rows.forEach(({ key }) => seen.add(key));
    const last = value.rows.at(-1);
    const hasArrived = isLastPage(page.number, value) || (last !== undefined && changeTimeOf(last) < known);
    if (hasArrived || pages.length >= mostPages) return { pages, hasShifted, hasArrived };
    page = await readSince(read, page.number + 1, fetchedAt);
    hasShifted ||= isPushedDown(page.answer.value, value, seen) || isShorter(page.answer.value, value);
    pages.push(page);
  }
}
