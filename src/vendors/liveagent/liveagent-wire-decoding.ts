import type { ZodType } from 'zod';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import type { Awaitable } from '../../contract/awaitable.ts';
import type { VendorError } from '../../contract/vendor-error.ts';
import type { XmlElement } from '../../decoding/xml-element.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { badResponse, refusalIn, refusedRead, unexplainedReply, type Refusal } from './liveagent-errors.ts';
import { envelopeValueOf } from './liveagent-wire-xml.ts';
import { isRecord, toList, type WireRecord } from './liveagent-wire-values.ts';

/** The errors that a failed call becomes. */
export interface FailureMeaning {
  /** The vendor says so. */
  refused(refusal: Refusal, label: CallLabel): VendorError;
  /** The status says so, and nothing else. */
  unexplained(reply: UpstreamReply, label: CallLabel): VendorError;
  /** What the caller has sent, and so may be shown again. */
  readonly sent: readonly string[];
}

const failureOfRead: FailureMeaning = { refused: refusedRead, unexplained: unexplainedReply, sent: [] };

/**
 * The record inside the envelope of a successful answer. The body is looked at before the status, because a 200 can
 * carry an error; whether it is JSON or XML is judged by the body itself. Throws a `VendorError` for everything else.
 */
export function contentOf(
  reply: UpstreamReply,
  label: CallLabel,
  failure = failureOfRead,
): Awaitable<WireRecord> {
  const body = bodyOf(reply, label, failure);
  if (!(body instanceof Promise)) return recordIn(body, reply, label, failure);
  return body.then((read) => recordIn(read, reply, label, failure));
}

function recordIn(
  body: unknown,
  reply: UpstreamReply,
  label: CallLabel,
  failure: FailureMeaning,
): WireRecord {
  const content = isRecord(body) && 'response' in body ? body.response : undefined;
  const refusal = refusalIn(content ?? body, reply.status, failure.sent);
  if (refusal) throw failure.refused(refusal, label);
  if (reply.status < 200 || reply.status >= 300) throw failure.unexplained(reply, label);
  if (isRecord(content)) return content;
  const got = content === undefined ? bodyWords[reply.contentKind] : 'an empty envelope';
  throw badResponse(label, 'a record in a response envelope', got, reply.status);
}

/** The rows of a list. Throws when the answer has no such list. */
export function rowsOf(content: WireRecord, listKey: string, label: CallLabel): readonly unknown[] {
  const rows = toList(content[listKey]);
  if (Array.isArray(rows)) return rows;
  throw badResponse(
    label,
    `a list named ${listKey}`,
    rows === undefined ? 'an answer without it' : 'something else',
  );
}

/** A value checked against its schema. Throws an error that names the column, never its value. */
export function checked<T>(schema: ZodType<T>, value: unknown, label: CallLabel): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const column = issue?.path.map(String).join('.') || 'the record';
  throw badResponse(label, `${column} to be there and of its documented type`, 'something else');
}

const bodyWords = {
  empty: 'an empty body',
  html: 'an HTML page',
  json: 'JSON without an envelope',
  text: 'plain text',
  xml: 'XML without an envelope',
} as const;

function bodyOf(reply: UpstreamReply, label: CallLabel, failure: FailureMeaning): Awaitable<unknown> {
  try {
    if (reply.contentKind === 'json') return reply.json();
    if (reply.contentKind !== 'xml') return undefined;
    const root = reply.xml();
    return root.name === 'response' ? envelopeOf(root, reply) : undefined;
  } catch (error) {
    throw reply.status >= 400 ? failure.unexplained(reply, label) : error;
  }
}

async function envelopeOf(root: XmlElement, reply: UpstreamReply): Promise<WireRecord> {
  return { response: await envelopeValueOf(root, reply) };
}
