import { decodeCsv } from '../../decoding/csv-decoding.ts';
import { reasonsIn } from '../../vendor-kit/told-failure.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { elements, textOf } from '../../decoding/xml-element.ts';
import type { JsonObject } from './iadvize-wire-rows.ts';

const singleQuotedPair = /'(\w+)'\s*:\s*(?:'((?:[^'\\]|\\.)*)'|(\w+))/g;
const singleQuoted = new RegExp(
  String.raw`^\s*\{\s*${singleQuotedPair.source}(?:\s*,\s*${singleQuotedPair.source})*\s*\}\s*$`,
);

/** The reason that an answer gives, in whatever form it came. */
export function wordsIn(reply: UpstreamReply): string {
  const { contentKind } = reply;
  if (contentKind === 'json')
    return reasonsIn(orNull(() => reply.json()) ?? singleQuotedObject(reply.text())) ?? '';
  if (contentKind === 'xml')
    return reasonsIn(objectOfXml(reply)) ?? reply.text().replaceAll(/<[^<>]*>/g, ' ');
  // Any words make a table of one column: read by `csv()`, an answer of mere words would count as a complete table.
  if (contentKind === 'text') return reasonsIn(orNull(() => decodeCsv(reply.text())[0])) ?? reply.text();
  return reply.text();
}

/**
 * The texts of a document by the names of its elements; null when it is broken or nested deeper, as part of a page
 * is.
 */
export function objectOfXml(reply: UpstreamReply): JsonObject | null {
  const root = orNull(() => reply.xml());
  if (!root) return null;
  const inner = elements(root);
  if (inner.some((element) => elements(element).length > 0)) return null;
  return Object.fromEntries((inner.length > 0 ? inner : [root]).map((each) => [each.name, textOf(each)]));
}

/** The object of an answer such as `{'result':'success'}`, as the document prints it: single quotes are not JSON. */
export function singleQuotedObject(text: string): JsonObject | null {
  if (!singleQuoted.test(text)) return null;
  const pairs = text.matchAll(singleQuotedPair);
  return Object.fromEntries(
    [...pairs].map(([, name = '', words, bare]) => [name, words?.replaceAll(/\\(.)/g, '$1') ?? bare]),
  );
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
