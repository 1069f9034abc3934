import { escapeMarkup } from '../escape-markup.ts';
import type { IadvizeChat } from './iadvize-chat.ts';

function writeChat(chat: IadvizeChat): string {
  // The element's name is the sender's, so that `operator` is a name below `chat` and a line below `history`.
  const lines = chat.history.map(({ from, time, msg }) => {
    const sender = from.toLowerCase();
    return `<${sender} time="${time}">${escapeMarkup(msg)}</${sender}>`;
  });
  return [
    `<chat id="${escapeMarkup(chat.id)}">`,
    `<operator>${escapeMarkup(chat.opname)}</operator>`,
    `<datetime>${chat.datetime}</datetime>`,
    `<duration>${chat.duration}</duration>`,
    `<history>${lines.join('')}</history>`,
    '</chat>',
  ].join('\n');
}

/** The history as `out=xml` shows it: a structure that differs from the JSON's, with fewer fields. */
export function writeHistoryXml(chats: readonly IadvizeChat[], website: string, charset: string): string {
  const body = chats.map(writeChat).join('\n');
  return `<?xml version="1.0" encoding="${charset}"?>\n<discussions website="${escapeMarkup(website)}">\n${body}\n</discussions>`;
}
