import { plainText } from '../plain-text.ts';
import type { Desk, WorldConversation } from '../world/world.ts';
import { writeClock } from './zazachat-dates.ts';
import { nicknameOf } from './zazachat-ticket-log.ts';
import { textElement } from './zazachat-xml.ts';

/** The agent's side opens some seconds after the visitor has asked for a chat. */
const connectMs = 19_000;

function writeLines(desk: Desk, chat: WorldConversation): string[] {
  const messages = chat.entries.filter(({ kind }) => kind === 'message');
  const first = messages.find(({ author }) => author.type === 'agent')?.author;
  let chattingWith = first?.type === 'agent' ? nicknameOf(desk, first.id) : null;
  const lines = chattingWith === null ? [] : [`You're now chatting with ${chattingWith}`];
  for (const message of messages) {
    const { author } = message;
    const name = author.type === 'agent' ? nicknameOf(desk, author.id) : 'You';
    if (author.type === 'agent' && name !== chattingWith) {
      lines.push(`You're now chatting with ${name}`);
      chattingWith = name;
    }
    lines.push(`${name}: ${plainText(message)}`);
  }
  return lines;
}

/** What was said in a chat, as the visitor saw it: prose without dates. */
function transcriptText(desk: Desk, chat: WorldConversation): string {
  const started = writeClock(chat.createdAt + connectMs, desk.timeZone);
  const ended = chat.entries.some(({ kind }) => kind === 'close');
  const lines = [
    ` Chat session started at ${started} You're being connected to an agent now, please wait a moment...`,
    ...writeLines(desk, chat),
    ...(ended ? ['Your chat session has been terminated. -Session_Ended-'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The transcript of a chat; null for a visitor without one. */
export function writeTranscript(desk: Desk, visitorId: string): string | null {
  const chat = desk.conversations.find(({ channel, id }) => channel === 'chat' && id === visitorId);
  return chat ? textElement('Transcript', transcriptText(desk, chat)) : null;
}
