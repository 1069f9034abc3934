import type { ZodType } from 'zod';
import type { Entity } from '../../contract/entity.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { namesNothing, type PathSegment } from '../../transport/path-segment.ts';
import { sentTexts } from '../../vendor-kit/shown-words.ts';
import type { WriteCall } from '../../transport/source-transport.ts';
import { changeStatusError } from '../../transport/status-error.ts';
import { reasonsIn, tellsFailure } from '../../vendor-kit/told-failure.ts';
import type { UpstreamRequest } from '../../transport/upstream-request.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { inFormat } from './liveagent-client-read.ts';
import { badResponse, isOutage, refusalOf, refusedRead, type Refusal } from './liveagent-errors.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { contentOf, type FailureMeaning } from './liveagent-wire-decoding.ts';
import { toText, type WireRecord } from './liveagent-wire-values.ts';

const secretParameters = ['password'];

/** Parameters of a change; undefined ones are left out. */
export type Form = Readonly<Record<string, string | undefined>>;

/** A change as an endpoint describes it. */
export interface EndpointChange {
  readonly operation: string;
  readonly method: 'DELETE' | 'POST' | 'PUT';
  /** Segments after `/api`. */
  readonly path: readonly PathSegment[];
  /** Sent as a form, on DELETE too. */
  readonly form?: Form;
  /**
   * Sent as a form and in the query, on DELETE: without these everything would be deleted, and some proxies drop the
   * form of a DELETE.
   */
  readonly selector?: Form;
  /** Columns of what is made: where the answer is only its record, one of them proves that it was made. */
  readonly ids?: readonly string[];
  readonly invalidates: readonly string[];
}

/** A change at LiveAgent; gives the record inside the answer's envelope. */
export function changeCall(settings: LiveagentSettings, change: EndpointChange): WriteCall<WireRecord> {
  const { operation, method, path, form, selector, ids = [], invalidates } = change;
  const label = { source: settings.name, operation };
  const request: UpstreamRequest = {
    method,
    path: inFormat(path, settings.format),
    query: selector,
    form: form || selector ? { ...form, ...selector } : undefined,
  };
  const failure: FailureMeaning = {
    refused: refusedChange,
    unexplained: (reply) => changeStatusError(reply, label, namesNothing(path)),
    sent: sentTexts(request, secretParameters),
  };
  return {
    operation,
    request,
    parse: async (reply) => {
      const content = await contentOf(reply, label, failure);
      return accepted(content, ids, { httpStatus: reply.status, sent: failure.sent }, label);
    },
    invalidates,
    secretParameters,
  };
}

/** An id in the answer to a change; null when there is none. */
export function idIn(content: WireRecord, name: string): string | null {
  return toText(content[name])?.trim() || null;
}

/** Reads the entity in the answer to its creation; undefined where the answer is no such record. */
export function entityIn<Wire>(schema: ZodType<Wire>, toEntity: (wire: Wire) => Entity | null) {
  return (content: WireRecord): Entity | undefined => {
    const { data } = schema.safeParse(content);
    return (data && toEntity(data)) ?? undefined;
  };
}

/** LiveAgent's yes and no. */
export function flag(value: boolean): 'N' | 'Y' {
  return value ? 'Y' : 'N';
}

/** The answer to a change that worked: it says OK, or what was made. Throws for any other. */
function accepted(
  content: WireRecord,
  ids: readonly string[],
  answer: { readonly httpStatus: number; readonly sent: readonly string[] },
  label: CallLabel,
): WireRecord {
  const isOk = toText(content.status)?.trim().toUpperCase() === 'OK';
  const code = toText(content.statuscode)?.trim();
  const isZero = code !== undefined && Number(code) === 0;
  if (!isOk && (tellsFailure(content) || (code !== undefined && !isZero))) {
    throw refusedChange(refusalOf(content, { reason: reasonsIn(content) ?? '', ...answer }), label);
  }
  if ((isOk && code === undefined) || isZero || ids.some((id) => idIn(content, id) !== null)) return content;
  throw badResponse(label, 'status OK, statuscode 0', 'an answer that does not say whether it worked');
}

/**
 * What a refusal of a change means. LiveAgent answers 500 to anything it does not like, so any words of its own,
 * except those of an outage, are about the input. Without words a 5xx leaves open what became of the change.
 */
function refusedChange(refusal: Refusal, label: CallLabel): VendorError {
  const { status, httpStatus, words } = refusal;
  const told = refusedRead(refusal, label);
  if (told.kind === 'unauthenticated' || told.kind === 'rate-limited' || isOutage(refusal)) return told;
  if (words === '' && (httpStatus >= 500 || told.kind === 'not-found')) return told;
  const kind = told.kind === 'not-found' ? 'not-found' : 'invalid-input';
  const message = words === '' ? 'LiveAgent refused the change and did not say why' : words;
  return new VendorError({ kind, message, status, ...label });
}
