import { XMLValidator } from 'fast-xml-parser';
import { decodeXml } from './xml-decoding.ts';
import type { XmlElement } from './xml-element.ts';

/**
 * Reads an XML document as `decodeXml` does. A document that is not well-formed is read once more: then the content of
 * elements with people's texts, where it is not well-formed (such as HTML that nobody escaped), counts as text, and so
 * does an `&` anywhere that begins no reference. `names`: those of such elements.
 */
export function decodeProseXml(text: string, names: readonly string[]): XmlElement {
  try {
    return decodeXml(text);
  } catch {
    return decodeXml(withEscapedAmpersands(withCharacterData(text, names)));
  }
}

/**
 * The text with the content of such elements as character data. Only elements without one of the same name inside
 * count, as the item of a list may have the name of its column.
 */
function withCharacterData(text: string, names: readonly string[]): string {
  const innermost = new RegExp(String.raw`<(${names.join('|')})>((?:(?!<\1>)[\s\S])*?)</\1>`, 'g');
  return text.replace(innermost, (element, name: string, inside: string) =>
    XMLValidator.validate(element) === true
      ? element
      : `<${name}><![CDATA[${inside.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
  );
}

function withEscapedAmpersands(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!#\d+;|#x[\da-f]+;|[a-z][a-z\d]*;)/gi, (found) =>
    found === '&' ? '&amp;' : found,
  );
}
