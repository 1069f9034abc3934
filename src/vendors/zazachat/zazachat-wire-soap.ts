import type { VendorError } from '../../contract/vendor-error.ts';
import { statusError } from '../../transport/status-error.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { childNamed, elements, markupOf, textOf, type XmlElement } from '../../decoding/xml-element.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { badResponse, faultError, textError } from './zazachat-errors.ts';

/** What a method answered: elements, a text, or (both absent) nothing. */
export interface SoapResult {
  readonly element: XmlElement | null;
  readonly text: string | null;
  /** The HTTP status it came with. */
  readonly status: number;
}

/** The element whose text may be a document: a method's result, also that of a plain HTTP binding. */
export const resultElement = /Result$|^string$/;

/**
 * Elements that hold what people write. A service that puts its documents together as text may leave them unescaped.
 */
export const proseElements: readonly string[] = [
  'Category',
  'Country',
  'CurrentStatus',
  'CustomFields',
  'CustomerEmail',
  'CustomerName',
  'Department',
  'HostName',
  'Notes',
  'Priority',
  'Question',
  'Referrer',
  'TicketLog',
  'TicketTitle',
  'Transcript',
  ...[1, 2, 3, 4].map((place) => `PreChat${place}`),
  ...[1, 2, 3].map((place) => `Custom${place}`),
];

/** What people wrote in an element; as markup again where a service that does not escape texts made elements of it. */
export function proseOf(element: XmlElement): string {
  return elements(element).length > 0 ? markupOf(element) : textOf(element);
}

/** Without a prefix and a declaration, an envelope looks like an HTML page, because of its element `Body`. */
const envelopeStart = /^\s*<(\w+:)?Envelope[\s>]/;

/**
 * What a reply holds inside envelope, response and result. An `.asmx` method may give its XML as elements, as CDATA
 * or as escaped text, and leaves an empty result out; namespaces differ, so names alone count.
 */
export function soapResult(reply: UpstreamReply, label: CallLabel): SoapResult {
  const isSuccess = reply.status >= 200 && reply.status < 300;
  if (reply.contentKind !== 'xml' && !envelopeStart.test(reply.text())) {
    if (!isSuccess) throw failedStatus(reply, label);
    if (reply.contentKind === 'text') throw textError(reply.text(), reply.status, label);
    throw badResponse(`expected a SOAP envelope, got ${reply.contentKind}`, reply.status, label);
  }
  const root = reply.xml();
  const content = root.name === 'Envelope' ? contentOf(root) : root;
  if (content?.name === 'Fault') throw faultError(content, reply.status, label);
  if (!isSuccess) throw failedStatus(reply, label);
  if (!content) throw badResponse('expected a SOAP body with a response, got none', reply.status, label);
  return unwrapped(resultIn(content), reply.status);
}

/** The rows of a list by their element's name, however deep. Fails where a text or an error stands in their place. */
export function rowsOf(
  { element, text, status }: SoapResult,
  name: string,
  label: CallLabel,
): readonly XmlElement[] {
  const rows = element ? named(element, name.toLowerCase()) : [];
  if (rows.length > 0) return rows;
  const words = element ? (errorIn(element) ?? textOf(element).trim()) : text;
  if (words) throw textError(words, status, label);
  return [];
}

/** The words, attributes included, of the first element named like an error, however deep; null = there is none. */
export function errorIn(element: XmlElement): string | null {
  const { name, attributes } = element;
  if (/error|exception|^fault/i.test(name)) {
    return [name, ...Object.values(attributes), textOf(element)].join(' ').trim();
  }
  return elements(element).reduce<string | null>((found, child) => found ?? errorIn(child), null);
}

function failedStatus(reply: UpstreamReply, label: CallLabel): VendorError {
  // There is one address for everything: nothing that was asked for can be missing, only the service.
  if (reply.status === 404)
    return badResponse('expected the service, got status 404; check the setting url', 404, label);
  return statusError(reply, label);
}

function contentOf(envelope: XmlElement): XmlElement | undefined {
  const body = childNamed(envelope, 'Body');
  return body && elements(body)[0];
}

/** The result of a response; a document without a response (plain HTTP bindings) is the result itself. */
function resultIn(content: XmlElement): XmlElement | undefined {
  return content.name.endsWith('Response')
    ? elements(content).find(({ name }) => resultElement.test(name))
    : content;
}

function unwrapped(result: XmlElement | undefined, status: number): SoapResult {
  const nothing = { element: null, text: null, status };
  if (!result) return nothing;
  if (elements(result).length > 0) return { ...nothing, element: result };
  const text = textOf(result).trim();
  return text === '' ? nothing : { ...nothing, text };
}

/** The outermost elements of a name, which is given in lower case. */
export function named(parent: XmlElement, name: string): readonly XmlElement[] {
  if (parent.name.toLowerCase() === name) return [parent];
  return elements(parent).flatMap((child) => named(child, name));
}
