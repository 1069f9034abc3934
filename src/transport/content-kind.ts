import type { ContentKind } from './upstream-reply.ts';

const xmlStart = /^<(\?xml|!--|!\[CDATA\[|[\p{L}_])/iu;
/** A page: after a declaration and comments, its document type or outermost element says so. */
const htmlStart = /^(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<(!doctype\s+html|html|head|body)[\s>]/i;

/** Tells from its first characters what a body is; the content types that vendors send are not to be trusted. */
export function contentKindOf(text: string): ContentKind {
  const start = text.slice(0, 2048).trimStart();
  if (start === '') return text.trim() === '' ? 'empty' : 'text';
  if (start[0] === '{' || start[0] === '[') return 'json';
  if (htmlStart.test(start)) return 'html';
  if (start[0] !== '<') return 'text';
  if (/^<!doctype/i.test(start)) return 'xml';
  return xmlStart.test(start) ? 'xml' : 'text';
}
