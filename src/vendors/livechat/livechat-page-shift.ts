import { changeTimeOf, type Conversation } from '../../contract/conversation.ts';
import type { TicketPage } from './livechat-answers.ts';

/**
 * Whether tickets moved over the edge between two pages, latest change first, that were read one after the other:
 * then the second shows rows that were seen already, or rows that changed later than the end of the first.
 */
export function isPushedDown(
  { rows }: TicketPage,
  before: TicketPage,
  seen: ReadonlySet<Conversation['key']>,
): boolean {
  const [first] = rows;
  const last = before.rows.at(-1);
  if (first && last && changeTimeOf(first) > changeTimeOf(last)) return true;
  return rows.some(({ key }) => seen.has(key));
}

/** Whether tickets left a list between two answers; where these tell no counts, none did. */
export function isShorter(
  { total }: TicketPage,
  { total: before }: { readonly total: number | null },
): boolean {
  return total !== null && before !== null && total < before;
}
