import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { isHtmlElement } from '../../vendor-kit/text-format.ts';
import { elements, markupOf, textOf, type XmlElement } from '../../decoding/xml-element.ts';

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
  'channels',
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

/** Lists of one row, which may come without the list around it. */
const overviews = new Set(['callsOverview', 'chatsOverview']);

/** Columns that people write, also in HTML, which the vendor's own example shows unescaped. */
export const proseColumns: ReadonlySet<string> = new Set([
  'content',
  'content_simple_html',
  'content_text',
  'description',
  'integration_code',
  'message',
  'metadescription',
  'ownernote',
  'preview',
  'subject',
  'title',
  'title_clear',
  'value',
]);

/**
 * A column of an answer in XML as the value that its JSON twin has: a text with its markup, a list or a record. An
 * empty element is an empty text.
 */
function wireValueOf(element: XmlElement): unknown {
  const children = elements(element);
  if (children.length === 0) return textOf(element);
  if (proseColumns.has(element.name) || holdsWords(element)) return markupOf(element);
  if (isList(element)) return children.map(rowOf);
  return children.every(({ name }) => isHtmlElement(name)) ? markupOf(element) : recordOf(children);
}

/** An item of a list, whatever its name: a record or a text. */
function rowOf(element: XmlElement): unknown {
  const children = elements(element);
  if (children.length === 0) return textOf(element);
  return holdsWords(element) ? markupOf(element) : recordOf(children);
}

function recordOf(columns: readonly XmlElement[]): unknown {
  return Object.fromEntries(columns.map((column) => [column.name, wireValueOf(column)]));
}

/** The record in the envelope of an answer, whose lists may have many rows; a text where there are no columns. */
export async function envelopeValueOf(envelope: XmlElement, reply: UpstreamReply): Promise<unknown> {
  const members: [string, unknown][] = [];
  for (const child of elements(envelope)) {
    const rows = isList(child) ? elements(child) : [];
    members.push([child.name, rows.length > 0 ? await reply.each(rows, rowOf) : wireValueOf(child)]);
  }
  return members.length > 0 ? Object.fromEntries(members) : textOf(envelope);
}

function isList(element: XmlElement): boolean {
  if (!overviews.has(element.name)) return listElements.has(element.name);
  return elements(element).some((row) => elements(row).length > 0);
}

function holdsWords({ children }: XmlElement): boolean {
  return children.some((child) => typeof child === 'string' && child.trim() !== '');
}
