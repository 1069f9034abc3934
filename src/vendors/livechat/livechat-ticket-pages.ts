import type { Answer } from '../../contract/call-context.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Instant } from '../../contract/instant.ts';
import type { TimelineBatch } from '../../contract/timeline.ts';
import { answerOf } from '../../vendor-kit/combined-answer.ts';
import { sizeOf, type ReadRows, type UnreadRow } from '../../vendor-kit/unread-rows.ts';
import { pageSize, type TicketPage } from './livechat-answers.ts';

/** Pages asked for in parallel. */
const atOnce = 8;

/** Reads one page of one query; `fresh` reads past the cache. */
export type ReadPage = (number: number, fresh?: boolean) => Promise<Answer<TicketPage>>;

/** Rows of several pages, each ticket once. */
export interface TicketRows extends ReadRows<Conversation> {
  /** When the oldest of the answers came. */
  readonly fetchedAt: Instant;
  readonly staleBecause?: Error | undefined;
}

/** A batch of a list, with the rows of its pages that cannot be read. */
export interface TicketBatch extends TimelineBatch<Conversation> {
  readonly unreadRows: readonly UnreadRow[];
}

/** Stands for tickets that none of the pages showed. */
export const overlooked: UnreadRow = { createdAt: null };

/** Whether nothing comes after a page. */
export function isLastPage(number: number, page: TicketPage): boolean {
  const size = sizeOf(page);
  return size === 0 || (page.pages === null ? size < pageSize : number >= page.pages);
}

/** The rows of some answers; of a ticket on several of them, the record fetched last. */
export function mergePages(answers: readonly Answer<TicketPage>[]): TicketRows {
  const byKey = new Map<string, Conversation>();
  const unread: UnreadRow[] = [];
  for (const { value } of answers) {
    unread.push(...value.unread);
    for (const row of value.rows) {
      const known = byKey.get(row.key);
      if (!known || known.fetchedAt <= row.fetchedAt) byKey.set(row.key, row);
    }
  }
  const { value, ...age } = answerOf({ rows: [...byKey.values()], unread }, answers);
  return { ...value, ...age };
}

/**
 * All rows of a query whose first page was just read. A ticket that changes meanwhile moves to another page, which
 * may have been read already; the counts show it, and then everything is read once more.
 */
export async function readAllPages(head: Answer<TicketPage>, read: ReadPage): Promise<TicketRows> {
  const others = await readOthers(head.value, read, false);
  const answers = [head, ...others];
  // A server that ignores the number of a page gives the first one for all: the rows of the others stay unread.
  if (others.some(({ value }) => isSame(value, head.value))) return withMissing(mergePages(answers));
  if (others.length === 0 || isComplete(answers)) return mergePages(answers);
  const again = await read(1, true);
  const merged = mergePages([...answers, again, ...(await readOthers(again.value, read, true))]);
  // So do some where tickets of one second are ordered anew for each page.
  return sizeOf(merged) < (again.value.total ?? 0) ? withMissing(merged) : merged;
}

/** Whether a page has the very rows of another one. */
export function isSame({ rows }: TicketPage, other: TicketPage): boolean {
  const keys = new Set(other.rows.map(({ key }) => key));
  return rows.length > 0 && rows.length === keys.size && rows.every(({ key }) => keys.has(key));
}

function withMissing(rows: TicketRows): TicketRows {
  return { ...rows, unread: [...rows.unread, overlooked] };
}

async function readOthers(
  head: TicketPage,
  read: ReadPage,
  fresh: boolean,
): Promise<readonly Answer<TicketPage>[]> {
  if (isLastPage(1, head)) return [];
  if (head.pages === null) return readUntilEmpty(head, read, fresh);
  const answers: Answer<TicketPage>[] = [];
  for (let number = 2; number <= head.pages; number += atOnce) {
    const numbers = Array.from(
      { length: Math.min(atOnce, head.pages - number + 1) },
      (_, index) => number + index,
    );
    answers.push(...(await Promise.all(numbers.map((number) => read(number, fresh)))));
  }
  return answers;
}

/** The pages after the first one, where no answer says how many there are. */
async function readUntilEmpty(
  head: TicketPage,
  read: ReadPage,
  fresh: boolean,
): Promise<readonly Answer<TicketPage>[]> {
  const answers: Answer<TicketPage>[] = [];
  const seen = new Set(head.rows.map(({ key }) => key));
  for (let number = 2; ; number++) {
    const answer = await read(number, fresh);
    answers.push(answer);
    // A server that ignores the page's number would be asked forever.
    const isNew = answer.value.rows.some(({ key }) => !seen.has(key));
    if (!isNew || isLastPage(number, answer.value)) return answers;
    answer.value.rows.forEach(({ key }) => seen.add(key));
  }
}

function isComplete(answers: readonly Answer<TicketPage>[]): boolean {
  const totals = answers.map(({ value }) => value.total);
  const [total = null] = totals;
  return total === null || (totals.every((other) => other === total) && sizeOf(mergePages(answers)) >= total);
}
