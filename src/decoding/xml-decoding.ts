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
  const document = text.replace(/^\uFEFF/, '').trim();
  // Neither the validator nor the parser refuses text after the root.
  if (!document.endsWith('>')) throw new Error('expected the document to end with a tag');
  refuseDeclarations(document);
  const verdict = XMLValidator.validate(document);
  if (verdict !== true) throw new Error(`not well-formed at line ${verdict.err.line}`);
  const nodes = parser().parse(document) as ParsedNode[];
  const roots = nodes.filter((node) => !nameOf(node).startsWith('?') && !isBlankText(node));
  const [root] = roots;
  if (!root || roots.length > 1 || nameOf(root) === textKey)
    throw new Error(`expected one root element, got ${roots.length}`);
  return toElement(root);
}

/**
 * Throws where `<!` begins anything but a comment or character data. Takes one pass over the text, whatever it holds.
 */
function refuseDeclarations(document: string): void {
  for (let at = document.indexOf('<!'); at >= 0; at = document.indexOf('<!', at)) {
    const end = document.startsWith('<![CDATA[', at) ? ']]>' : document.startsWith('<!--', at) ? '-->' : null;
    if (end === null) throw new Error('a document type is not accepted');
    at = document.indexOf(end, at);
    if (at < 0) throw new Error('cut off in a comment or in character data');
  }
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

function isBlankText(node: ParsedNode): boolean {
  return nameOf(node) === textKey && String(node[textKey]).trim() === '';
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
