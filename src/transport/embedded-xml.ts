import { decodeXml } from './xml-decoding.ts';
import { elements, textOf, type XmlElement } from './xml-element.ts';

/**
 * Reads the documents that elements of some names hold as text, as character data or escaped (once or twice): the
 * document's root takes the place of the text. Throws a plain `Error` where such a text begins like a document and is
 * none. `decode` reads them.
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
  // Escaped twice: the first decoding gave text that is still escaped.
  const inner = document.startsWith('<') ? document : documentIn(textOf(decodeXml(`<a>${document}</a>`)));
  return { ...element, children: [decode(inner)] };
}

/** Its declaration names the encoding of a string in memory, and exceptions put in characters that XML forbids. */
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
