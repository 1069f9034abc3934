import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { elements, markupOf, textOf, type XmlElement } from '../../transport/xml-element.ts';

/**
 * Elements whose children are the items of a list, whatever these are called: the vendor makes the item's name by
 * chopping a final s (`companies/companie`, `messages/message`) and writes `item` where there is none.
 */
const listElements = new Set([
  'agents',
  'agentsOnlineStates',
  'agentsavailability',
  'articles',
  'availability',
  'callsOverview',
  'channels',
  'chatsOverview',
  'companies',
  'conversations',
  'custom_fields',
  'customers',
  'customfields',
  'departments',
  'departmentsOnlineStates',
  'emails',
  'entries',
  'groups',
  'knowledgebases',
  'loads',
  'messages',
  'performance',
  'phones',
  'ranks',
  'slacompliances',
  'slalogs',
  'suggestioncategories',
  'tags',
  'unique_fields',
  'uniquefields',
  'widgets',
]);

/** Elements that hold HTML, which the vendor's own example shows without an escape. */
const htmlElements = new Set(['content', 'content_simple_html']);

/** An answer in XML as the value its JSON twin has: text, lists and records. An empty element is an empty text. */
export function wireValueOf(element: XmlElement): unknown {
  const children = elements(element);
  if (children.length === 0) return textOf(element);
  if (htmlElements.has(element.name) || holdsWords(element)) return markupOf(element);
  if (listElements.has(element.name)) return children.map(wireValueOf);
  return Object.fromEntries(children.map((child) => [child.name, wireValueOf(child)]));
}

/** What `wireValueOf` makes of the envelope of an answer, of which lists may have many rows. */
export async function envelopeValueOf(envelope: XmlElement, reply: UpstreamReply): Promise<unknown> {
  const members: [string, unknown][] = [];
  for (const child of elements(envelope)) {
    const rows = listElements.has(child.name) ? elements(child) : [];
    members.push([child.name, rows.length > 0 ? await reply.each(rows, wireValueOf) : wireValueOf(child)]);
  }
  return members.length > 0 ? Object.fromEntries(members) : textOf(envelope);
}

function holdsWords({ children }: XmlElement): boolean {
  return children.some((child) => typeof child === 'string' && child.trim() !== '');
}
