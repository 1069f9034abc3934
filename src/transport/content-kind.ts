import type { ContentKind } from './upstream-reply.ts';

const xmlStart = /^<(\?xml|!--|!\[CDATA\[|[\p{L}_])/iu;
const htmlStart = /^<(!doctype\s+html|html|head|body)[\s>]/i;
const htmlInside = /<(html|head|body)[\s>]/i;

/** Tells from its first characters what a body is; the content types that vendors send are not to be trusted. */
export function contentKindOf(text: string): ContentKind {
  const start = text.slice(0, 2048).trimStart();
  if (start === '') return text.trim() === '' ? 'empty' : 'text';
  if (start[0] === '{' || start[0] === '[') return 'json';
  if (htmlStart.test(start)) return 'html';
  if (start[0] !== '<') return 'text';
  if (/^<!doctype/i.test(start)) return 'xml';
  if (!xmlStart.test(start)) return 'text';
  return /^<\?xml/i.test(start) || !htmlInside.test(start.slice(0, 512)) ? 'xml' : 'html';
}
