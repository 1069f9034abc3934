import { asRequiredError } from '../../vendor-kit/required-error.ts';
import { reasonsIn } from '../../vendor-kit/told-failure.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { failedReply, tellsFailedRead } from './iadvize-errors.ts';
import { jsonIn } from './iadvize-wire-decoding.ts';
import { rowsOf, type JsonObject } from './iadvize-wire-rows.ts';

/** What a table is called and which columns it must have. */
export interface TableKind {
  /** Completes "expected …". */
  readonly expected: string;
  readonly columns: readonly [string, ...string[]];
}

/**
 * The rows of a table (transactions, satisfaction, statistics), mapped. It is JSON or CSV: the document's own example
 * of JSON is CSV, so the body decides, not the format asked for. Throws a `VendorError` for anything else.
 */
export async function decodeTable<Row>(
  reply: UpstreamReply,
  label: CallLabel,
  kind: TableKind,
  map: (cells: JsonObject) => Row,
): Promise<readonly Row[]> {
  try {
    return await reply.each(rowsIn(reply, label, kind), map);
  } catch (error) {
    throw asRequiredError(error, label, kind.expected);
  }
}

function rowsIn(reply: UpstreamReply, label: CallLabel, kind: TableKind): readonly JsonObject[] {
  if (reply.status >= 300) throw failedReply(reply, label, kind.expected);
  if (reply.contentKind === 'text' && isTable(reply.text(), kind)) return reply.csv();
  const value = jsonIn(reply, label, kind.expected);
  const rows = tellsFailedRead(value)
    ? null
    : rowsOf(value, (candidate) => kind.columns.every((column) => column in candidate));
  if (!rows) throw failedReply(reply, label, kind.expected, reasonsIn(value) ?? '');
  return rows;
}

/**
 * Whether a text begins with the header of the table, so that a message in plain text is not taken for an empty
 * table.
 */
function isTable(text: string, { columns }: TableKind): boolean {
  const [header = ''] = text.trimStart().split(/\r?\n/, 1);
  const names = header.split(';').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  return columns.every((column) => names.includes(column));
}
