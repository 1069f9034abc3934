import { XMLValidator } from 'fast-xml-parser';
import { decodeXml } from './xml-decoding.ts';
import type { XmlElement } from './xml-element.ts';

/**
 * Reads an XML document as `decodeXml` does. One that is not well-formed is read once more: what stands in the elements
 * that hold people's texts, and is not well-formed (such as HTML that nobody escaped), is text then. `names` = theirs.
 */
export function decodeProseXml(text: string, names: readonly string[]): XmlElement {
  try {
    return decodeXml(text);
  } catch {
    return decodeXml(withCharacterData(text, names));
  }
}

/** Elements without one of the same name inside: the item of a list may be called like its column. */
function withCharacterData(text: string, names: readonly string[]): string {
  const innermost = new RegExp(String.raw`<(${names.join('|')})>((?:(?!<\1>)[\s\S])*?)</\1>`, 'g');
  return text.replace(innermost, (element, name: string, inside: string) =>
    XMLValidator.validate(element) === true
      ? element
      : `<${name}><![CDATA[${inside.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
  );
}
