import { fullName } from '../desk-people.ts';
import { plainText } from '../plain-text.ts';
import type { Desk, WorldConversation, WorldEntry } from '../world/world.ts';
import { writeStamp } from './zazachat-dates.ts';

/** What customers know an agent by; the id where nobody has it any more. */
export function nicknameOf(desk: Desk, agentId: string): string {
  return desk.agents.find(({ id }) => id === agentId)?.nickname ?? agentId;
}

function authorName(desk: Desk, { author }: WorldEntry): string {
  if (author.type === 'system') return 'System';
  if (author.type === 'agent') return nicknameOf(desk, author.id);
  return fullName(desk.customers.find(({ id, userId }) => id === author.id || userId === author.id));
}

function entryText(desk: Desk, entry: WorldEntry): string | null {
  switch (entry.kind) {
    case 'message':
    case 'note':
      return plainText(entry);
    case 'status':
      return `Status changed to ${toCurrentStatus(entry.text)}`;
    case 'transfer':
      return `Assigned to ${nicknameOf(desk, entry.text)}`;
    default:
      return null;
  }
}

const statuses: Readonly<Record<string, string>> = { new: 'New', postponed: 'On Hold' };

/** A status as the vendor shows it: a word for people. */
export function toCurrentStatus(status: string): string {
  return statuses[status] ?? status.charAt(0).toUpperCase() + status.slice(1);
}

/** The customer's question, which is not in the log. */
export function questionOf({ entries }: WorldConversation): WorldEntry | undefined {
  return entries.find(({ kind }) => kind === 'message');
}

/** The entries of a ticket's log, oldest first. */
export function logEntries(ticket: WorldConversation): WorldEntry[] {
  const question = questionOf(ticket);
  const logged = new Set<WorldEntry['kind']>(['message', 'note', 'status', 'transfer']);
  return ticket.entries.filter((entry) => entry !== question && logged.has(entry.kind));
}

/** A ticket's log: free text, in which a stamp and a name come before each entry. */
export function writeTicketLog(desk: Desk, ticket: WorldConversation): string {
  const paragraphs = logEntries(ticket).map((entry) => {
    const stamp = writeStamp(entry.at, desk.timeZone);
    return `[${stamp}] ${authorName(desk, entry)}: ${entryText(desk, entry) ?? ''}\n`;
  });
  return paragraphs.join('');
}
