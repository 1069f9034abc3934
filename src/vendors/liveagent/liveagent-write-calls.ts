import { VendorError } from '../../contract/vendor-error.ts';
import type { PathSegment } from '../../transport/path-segment.ts';
import type { WriteCall } from '../../transport/source-transport.ts';
import { inFormat } from './liveagent-client-read.ts';
import { isOutage, refusedRead, type CallLabel, type Refusal } from './liveagent-errors.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { contentOf } from './liveagent-wire-decoding.ts';
import { toText, type WireRecord } from './liveagent-wire-values.ts';

/** Parameters of a change; undefined ones are left out. */
export type Form = Readonly<Record<string, string | undefined>>;

/** A change as an endpoint describes it. */
export interface EndpointChange {
  readonly operation: string;
  readonly method: 'DELETE' | 'POST' | 'PUT';
  /** Segments behind `/api`. */
  readonly path: readonly PathSegment[];
  /** Sent as a form, on DELETE too. */
  readonly form?: Form;
  /**
   * Sent in the query besides, on DELETE: without them everything would be deleted, and a form on DELETE is dropped by
   * some proxies.
   */
  readonly selector?: Form;
  readonly invalidates: readonly string[];
}

/** A change at LiveAgent; gives the record inside the answer's envelope. */
export function changeCall(settings: LiveagentSettings, change: EndpointChange): WriteCall<WireRecord> {
  const { operation, method, path, form, selector, invalidates } = change;
  const label = { source: settings.name, operation };
  return {
    operation,
    request: {
      method,
      path: inFormat(path, settings.format),
      query: selector,
      form: form || selector ? { ...form, ...selector } : undefined,
    },
    parse: (reply) => contentOf(reply, label, refusedChange),
    invalidates,
    secretParameters: ['password'],
  };
}

/** An id in the answer to a change; null when there is none. */
export function idIn(content: WireRecord, name: string): string | null {
  return toText(content[name])?.trim() || null;
}

/** LiveAgent yes and no. */
export function flag(value: boolean): 'N' | 'Y' {
  return value ? 'Y' : 'N';
}

/**
 * What a refusal of a change means. LiveAgent says 500 for anything it does not like, so any words of its own, but for
 * those of an outage, are about the input. Without words nobody knows what became of the change.
 */
function refusedChange(refusal: Refusal, label: CallLabel): VendorError {
  const { status, words } = refusal;
  const told = refusedRead(refusal, label);
  const isAboutInput = told.kind === 'invalid-input' || told.kind === 'not-found';
  if (words === '' || (!isAboutInput && (told.kind !== 'unavailable' || isOutage(refusal)))) return told;
  const kind = told.kind === 'not-found' ? 'not-found' : 'invalid-input';
  return new VendorError({ kind, message: `LiveAgent refused the change: ${words}`, status, ...label });
}
