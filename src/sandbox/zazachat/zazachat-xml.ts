const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/** Text for XML, in an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"\r]/g, (character) => replacements[character] ?? character);
}

/** An element around text. */
export function textElement(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}
