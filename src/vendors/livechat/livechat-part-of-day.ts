import type { Answer } from '../../contract/call-context.ts';
import type { Instant } from '../../contract/instant.ts';
import type { TicketPage } from './livechat-answers.ts';
import { mergePages, type ReadPage, type TicketRows } from './livechat-ticket-pages.ts';

/** Rows of a day that has too many pages, and how far back they are complete by creation. */
export interface PartOfDay {
  readonly rows: TicketRows;
  readonly bound: Instant;
}

/** Which part is wanted. */
export interface PartRequest {
  readonly windowEnd: Instant;
  readonly pagesAtOnce: number;
  readonly read: ReadPage;
}

/**
 * The pages of a day, latest change first, until they reach back before the window's end: what follows was created
 * earlier still, as no ticket is created after it changed. Null where that cannot be proven: the list moved
 * meanwhile, does not say how long it is, or contradicts itself.
 */
export async function readPartOfDay(
  head: Answer<TicketPage>,
  { windowEnd, pagesAtOnce, read }: PartRequest,
): Promise<PartOfDay | null> {
  const { total, pages } = head.value;
  if (total === null || pages === null) return null;
  const answers = [head];
  let bound = Infinity;
  while (bound >= windowEnd) {
    const next = answers.length + 1;
    const numbers = Array.from({ length: pagesAtOnce }, (_, index) => next + index);
    if (next + pagesAtOnce > pages) return null;
    answers.push(...(await Promise.all(numbers.map((number) => read(number)))));
    bound = lowestChange(answers) + 1;
    if (Number.isNaN(bound)) return null;
  }
  const isStill = isSameList(head.value, (await read(1, true)).value);
  return isStill && answers.every(({ value }) => value.total === total)
    ? { rows: mergePages(answers), bound }
    : null;
}

/** NaN where rows are out of order, lack a time of change, or changed before they were created. */
function lowestChange(answers: readonly Answer<TicketPage>[]): Instant {
  let lowest = Infinity;
  for (const { createdAt, updatedAt } of answers.flatMap(({ value }) => value.rows)) {
    if (updatedAt === null || updatedAt > lowest || createdAt > updatedAt) return NaN;
    lowest = updatedAt;
  }
  return lowest;
}

/** Whatever changes comes to the top, and whatever comes or goes changes the length. */
function isSameList(before: TicketPage, after: TicketPage): boolean {
  return before.total === after.total && placesOf(before) === placesOf(after);
}

function placesOf({ rows }: TicketPage): string {
  return rows.map(({ key, updatedAt }) => `${key} ${updatedAt}`).join('\n');
}
