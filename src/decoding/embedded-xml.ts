import { decodeXml } from './xml-decoding.ts';
import { elements, textOf, type XmlElement } from './xml-element.ts';

/**
 * Reads the documents that elements with some names hold as text, as character data or escaped (once or twice), by
 * `decode`. The root of each replaces the text. Throws a plain `Error` where such a text begins like a document but is
 * not one.
 */
export function withEmbedded(
  element: XmlElement,
  names: RegExp,
  decode: (document: string) => XmlElement = decodeXml,
): XmlElement {
  if (!names.test(element.name)) {
    const children = element.children.map((child) =>
      typeof child === 'string' ? child : withEmbedded(child, names, decode),
    );
    return { ...element, children };
  }
  const text = elements(element).length > 0 ? '' : textOf(element).trim();
  if (!/^(<|&lt;)/.test(text)) return element;
  const document = documentIn(text);
  // A text that is still escaped was escaped twice.
  const inner = document.startsWith('<') ? document : documentIn(textOf(decodeXml(`<a>${document}</a>`)));
  return { ...element, children: [decode(inner)] };
}

/**
 * An embedded document as it can be read: without its declaration, which names the encoding of a string in memory, and
 * without characters that XML forbids, which exceptions put in.
 */
function documentIn(text: string): string {
  return (
    text
      .trim()
      .replace(/^<\?xml[^>]*\?>/, '')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .trim()
  );
}
