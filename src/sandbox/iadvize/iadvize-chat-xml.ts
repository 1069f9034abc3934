import type { IadvizeChat } from './iadvize-chat.ts';

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => replacements[character] ?? character);
}

function writeChat(chat: IadvizeChat): string {
  // The element's name is the sender's, so that `operator` is a name below `chat` and a line below `history`.
  const lines = chat.history.map(({ from, time, msg }) => {
    const sender = from.toLowerCase();
    return `<${sender} time="${time}">${escapeXml(msg)}</${sender}>`;
  });
  return [
    `<chat id="${escapeXml(chat.id)}">`,
    `<operator>${escapeXml(chat.opname)}</operator>`,
    `<datetime>${chat.datetime}</datetime>`,
    `<duration>${chat.duration}</duration>`,
    `<history>${lines.join('')}</history>`,
    '</chat>',
  ].join('\n');
}

/** The history as `out=xml` shows it: a structure that differs from the JSON's, with fewer fields. */
export function writeHistoryXml(chats: readonly IadvizeChat[], website: string, charset: string): string {
  const body = chats.map(writeChat).join('\n');
  return `<?xml version="1.0" encoding="${charset}"?>\n<discussions website="${escapeXml(website)}">\n${body}\n</discussions>`;
}
