import { escapeMarkup } from '../escape-markup.ts';

/** Text for XML, in an element or an attribute; carriage returns would otherwise be lost. */
export function escapeXml(text: string): string {
  return escapeMarkup(text).replaceAll('\r', '&#xD;');
}

/** An element around text. */
export function textElement(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}
