import { EntityDecoder } from '@nodable/entities';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { XmlElement } from './xml-element.ts';

const attributesKey = ':@';
const textKey = '#text';
const deepest = 64;

type ParsedNode = Readonly<Record<string, unknown>>;

/**
 * Parses an XML document into its root element: local names, entities and numeric references decoded, CDATA as
 * text. Throws a plain `Error` on anything that is not one whole, well-formed document, and on any DOCTYPE, so that
 * no entity can be declared.
 */
export function decodeXml(text: string): XmlElement {
  const document = text.replace(/^\uFEFF/, '').trimStart();
  if (/<!DOCTYPE/i.test(withoutCharacterData(document))) throw new Error('a document type is not accepted');
  const verdict = XMLValidator.validate(document);
  if (verdict !== true) throw new Error(`not well-formed at line ${verdict.err.line}`);
  const nodes = parser().parse(document) as ParsedNode[];
  const roots = nodes.filter((node) => !nameOf(node).startsWith('?') && nameOf(node) !== textKey);
  const [root] = roots;
  if (!root || roots.length > 1) throw new Error(`expected one root element, got ${roots.length}`);
  return toElement(root);
}

function withoutCharacterData(document: string): string {
  return document.includes('<![CDATA[') ? document.replace(/<!\[CDATA\[[^]*?\]\]>/g, '') : document;
}

function parser(): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    removeNSPrefix: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    textNodeName: textKey,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    maxNestedTags: deepest,
    // The parser's own decoder leaves numeric references as they are.
    entityDecoder: new EntityDecoder({ ncr: { onNCR: 'allow', nullNCR: 'remove' } }),
  });
}

function nameOf(node: ParsedNode): string {
  return Object.keys(node).find((key) => key !== attributesKey) ?? '';
}

function toElement(node: ParsedNode): XmlElement {
  const name = nameOf(node);
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries((node[attributesKey] ?? {}) as Record<string, unknown>).map(([key, value]) => [
        key,
        String(value),
      ]),
    ),
    children: ((node[name] ?? []) as ParsedNode[]).flatMap(toChild),
  };
}

function toChild(node: ParsedNode): (XmlElement | string)[] {
  const name = nameOf(node);
  if (name === textKey) return [String(node[textKey])];
  return name.startsWith('?') ? [] : [toElement(node)];
}
