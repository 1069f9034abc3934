/** An XML element: local names only, entities decoded, children in document order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** The child elements, without the text between them. */
export function elements(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

/** The first child element of a name. */
export function childNamed(parent: XmlElement, name: string): XmlElement | undefined {
  return elements(parent).find((child) => child.name === name);
}

/** All text inside, at any depth. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** What is inside, written as markup again. */
export function markupOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escaped(child) : written(child)))
    .join('');
}

function written(element: XmlElement): string {
  const { name, attributes, children } = element;
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const start = `${name}${told.join('')}`;
  return children.length === 0 ? `<${start} />` : `<${start}>${markupOf(element)}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The text of the first child of a name; undefined when there is no such child. */
export function childText(parent: XmlElement, name: string): string | undefined {
  const child = childNamed(parent, name);
  return child && textOf(child);
}
