import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** The call in a SOAP envelope. */
export interface SoapCall {
  readonly method: string;
  readonly namespace: string;
  /** Texts of the method's child elements by local name. */
  readonly parameters: Readonly<Record<string, string>>;
}

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
});

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function childElement(parent: Node, wanted?: string): readonly [name: string, node: Node] | null {
  for (const [name, value] of Object.entries(parent)) {
    const isElement = !name.startsWith('@') && !name.startsWith('#') && !name.startsWith('?');
    if (isElement && (wanted === undefined || localName(name) === wanted)) {
      return [name, isNode(value) ? value : {}];
    }
  }
  return null;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return isNode(value) && typeof value['#text'] === 'string' ? value['#text'] : '';
}

function namespaceOf(name: string, scopes: readonly Node[]): string {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  const attribute = prefix === '' ? '@xmlns' : `@xmlns:${prefix}`;
  return scopes.map((scope) => scope[attribute]).find((value) => typeof value === 'string') ?? '';
}

/** Reads an envelope; null for any other body. */
export function readSoapCall(body: string): SoapCall | null {
  if (body.includes('<!DOCTYPE') || XMLValidator.validate(body) !== true) return null;
  const document = parser.parse(body) as Node;
  const envelope = childElement(document, 'Envelope')?.[1];
  const soapBody = envelope && childElement(envelope, 'Body')?.[1];
  const call = soapBody && childElement(soapBody);
  if (!envelope || !soapBody || !call) return null;
  const [name, node] = call;
  const values = Object.entries(node).filter(([key]) => !key.startsWith('@') && !key.startsWith('#'));
  return {
    method: localName(name),
    namespace: namespaceOf(name, [node, soapBody, envelope]),
    parameters: Object.fromEntries(values.map(([key, value]) => [localName(key), textOf(value)])),
  };
}
