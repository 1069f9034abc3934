/**
 * HTML elements that say how something is shown. A text with nothing but other elements, such as `script`, is plain
 * text about them.
 */
const names = `
  a abbr address article aside b base big blockquote body br button caption center cite code col dd del div dl dt em
  figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link mark meta nav ol
  p pre q s section small span strike strong style sub sup svg table tbody td tfoot th thead title tr tt u ul video
`
  .trim()
  .split(/\s+/);
const htmlElements: ReadonlySet<string> = new Set(names);
const htmlTag = new RegExp(
  String.raw`<(!--|!doctype\b|\/?(${names.join('|')})(\s+([a-z_:@"'/][^<>]*)?)?\/?>)`,
  'i',
);
const htmlEntity = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/i;

/** What a text is written in: HTML; plain text in which entities stand for characters; plain text. */
export type TextFormat = 'escaped' | 'html' | 'text';

/**
 * Tells from its content how a text is written, for vendors that do not say. Only elements that HTML has make it HTML;
 * an address in angle brackets does not.
 */
export function formatOf(text: string): TextFormat {
  if (htmlTag.test(text)) return 'html';
  return htmlEntity.test(text) ? 'escaped' : 'text';
}

/** Whether HTML has an element of that name. */
export function isHtmlElement(name: string): boolean {
  return htmlElements.has(name.toLowerCase());
}
