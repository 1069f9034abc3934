import { valueOfCode } from '../../contract/code-table.ts';
import type { ConversationStatus } from '../../contract/conversation.ts';

// The document shows `Closed` only. The others are what such desks say and what our own states are called, reduced to
// their letters.
const statuses: Readonly<Record<string, ConversationStatus>> = {
  answered: 'ANSWERED',
  closed: 'CLOSED',
  deleted: 'DELETED',
  hold: 'PENDING',
  init: 'INIT',
  inprogress: 'OPEN',
  new: 'NEW',
  onhold: 'PENDING',
  open: 'OPEN',
  opened: 'OPEN',
  pending: 'PENDING',
  postponed: 'POSTPONED',
  reopened: 'OPEN',
  replied: 'ANSWERED',
  resolved: 'RESOLVED',
  solved: 'RESOLVED',
  spam: 'SPAM',
};

/** The status that a ticket's display text means, whatever its case and punctuation. */
export function toTicketStatus(text: string | null): ConversationStatus {
  const letters = (text ?? '').toLowerCase().replace(/[^a-z]+/g, '');
  return valueOfCode(statuses, letters) ?? 'UNKNOWN';
}
