import type { AuthorRole, Message, MessageKind } from '../contract/message.ts';
import { inTurn } from './in-turn.ts';
import { plainText, type MessageBody } from './message-content.ts';

/** What a transcript shows of a message. */
export type TranscriptLine = MessageBody & Pick<Message, 'authorRole' | 'kind' | 'sentAt'>;

const roleNames: Readonly<Record<AuthorRole, string>> = {
  AGENT: 'Agent',
  CUSTOMER: 'Customer',
  SYSTEM: 'System',
  UNKNOWN: 'Unknown',
};

/** Kinds that are named in a transcript, so that a reader does not take them for an answer. */
const remarks: ReadonlySet<MessageKind> = new Set(['NAVIGATION', 'NOTE', 'RATING']);

/**
 * `[2026-03-01 08:15 UTC] Jane (note): text`, one entry for each message, oldest first; null = nothing was said.
 * `authorNames`: of each message, where it is known. Links as in `plainText`.
 */
export async function transcriptOf(
  messages: readonly TranscriptLine[],
  authorNames: readonly (string | null)[],
  linkBase?: string,
): Promise<string | null> {
  if (messages.length === 0) return null;
  const texts = await Promise.all(messages.map(async (message) => inTurn(message, plainText, linkBase)));
  return messages
    .map((message, index) => {
      const time = message.sentAt === null ? '' : `[${timeText(message.sentAt)}] `;
      const name = authorNames[index] ?? roleNames[message.authorRole];
      const remark = remarks.has(message.kind) ? ` (${message.kind.toLowerCase()})` : '';
      return `${time}${name}${remark}: ${texts[index]}`.trimEnd();
    })
    .join('\n');
}

function timeText(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
