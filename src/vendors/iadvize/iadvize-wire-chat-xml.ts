import { childNamed, elements, textOf, type XmlElement } from '../../decoding/xml-element.ts';
import type { JsonObject } from './iadvize-wire-rows.ts';

/**
 * The chats of an `out=xml` answer as the records that JSON has; null when the document is no discussion file. Its
 * structure is different: `discussions/chat[@id]`, where `operator` is the operator's name and the children of
 * `history` are named after the sender and bear the time as an attribute.
 */
export function chatsOfXml(root: XmlElement): readonly JsonObject[] | null {
  if (root.name === 'chat') return [chatOfXml(root)];
  if (root.name !== 'discussions') return null;
  const children = elements(root);
  return children.every(({ name }) => name === 'chat') ? children.map(chatOfXml) : null;
}

function chatOfXml(chat: XmlElement): JsonObject {
  const fields = elements(chat)
    .filter(({ name }) => name !== 'history')
    .map((field) => [field.name === 'operator' ? 'opname' : field.name, textOf(field)] as const);
  const history = childNamed(chat, 'history');
  return {
    ...Object.fromEntries(fields),
    ...chat.attributes,
    history: history ? elements(history).map(lineOfXml) : [],
  };
}

function lineOfXml(line: XmlElement): JsonObject {
  return { from: line.name, time: line.attributes['time'] ?? null, msg: textOf(line) };
}
