import type * as z from 'zod';
import { isNotFound, VendorError } from '../../contract/vendor-error.ts';
import { asRequiredError } from '../../vendor-kit/required-error.ts';
import { reasonsIn } from '../../vendor-kit/told-failure.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { readRows, type ReadRows } from '../../vendor-kit/unread-rows.ts';
import type { XmlElement } from '../../decoding/xml-element.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { badResponse, failedReply, tellsFailedRead } from './iadvize-errors.ts';
import { singleQuotedObject } from './iadvize-told-words.ts';
import { rowsOf, type IsRecord, type JsonObject } from './iadvize-wire-rows.ts';
import type { WireRecord } from './iadvize-wire.ts';

/** What a kind of record is called, what it must hold, and how it differs from a wrapper around it. */
export interface RecordKind<T> {
  /** Completes "expected …". */
  readonly expected: string;
  readonly schema: z.ZodType<T>;
  readonly isRecord: IsRecord;
  /** Reads the records out of XML, where the method supports it; null when it holds none. */
  readonly rowsOfXml?: (root: XmlElement) => readonly JsonObject[] | null;
}

/** The records of an answer that holds a list, and the odd ones. Throws a `VendorError` for anything else. */
export async function decodeList<T>(
  reply: UpstreamReply,
  label: CallLabel,
  kind: RecordKind<T>,
): Promise<ReadRows<WireRecord<T>>> {
  try {
    return await validated(reply, rowsIn(reply, label, kind), label, kind);
  } catch (error) {
    throw asRequiredError(error, label, kind.expected);
  }
}

/** The record of an answer that holds one; null = there is none. Throws a `VendorError` for anything else. */
export async function decodeOne<T>(
  reply: UpstreamReply,
  label: CallLabel,
  kind: RecordKind<T>,
): Promise<WireRecord<T> | null> {
  if (reply.status < 300 && reply.text().trim() === 'false') return null;
  try {
    const rows = rowsIn(reply, label, kind);
    if (rows.length > 1) throw badResponse(label, 'one record', `${rows.length}`, reply.status);
    const [record] = (await validated(reply, rows, label, kind)).rows;
    return record ?? null;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

function rowsIn<T>(reply: UpstreamReply, label: CallLabel, kind: RecordKind<T>): readonly JsonObject[] {
  if (reply.status >= 300) throw failedReply(reply, label, kind.expected);
  if (reply.contentKind === 'xml' && kind.rowsOfXml) {
    const rows = kind.rowsOfXml(reply.xml());
    if (!rows) throw failedReply(reply, label, kind.expected);
    return rows;
  }
  const value = jsonIn(reply, label, kind.expected);
  const rows = tellsFailedRead(value) ? null : rowsOf(value, kind.isRecord);
  if (!rows) throw failedReply(reply, label, kind.expected, reasonsIn(value) ?? '');
  return rows;
}

/** The JSON of an answer, single-quoted objects and the bare words `null` and `false` included. */
export function jsonIn(reply: UpstreamReply, label: CallLabel, expected: string): unknown {
  const { contentKind } = reply;
  const text = contentKind === 'text' ? reply.text().trim() : '';
  if (text === 'null' || text === 'false') return JSON.parse(text);
  if (contentKind !== 'json') throw failedReply(reply, label, expected);
  try {
    return reply.json();
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    const value = singleQuotedObject(reply.text());
    if (value === null) throw failedReply(reply, label, expected, '');
    return value;
  }
}

async function validated<T>(
  reply: UpstreamReply,
  rows: readonly JsonObject[],
  label: CallLabel,
  kind: RecordKind<T>,
): Promise<ReadRows<WireRecord<T>>> {
  const read = await readRows(
    (toRecord) => reply.each(rows, toRecord),
    (row: JsonObject) => toRecord(row, kind),
    () => ({ createdAt: null }),
  );
  if (read.rows.length === 0 && rows.length > 0) throw badResponse(label, kind.expected, 'none with an id');
  return read;
}

function toRecord<T>(raw: JsonObject, { schema }: RecordKind<T>): WireRecord<T> | null {
  const { data } = schema.safeParse(raw);
  return data === undefined ? null : { value: data, raw };
}
