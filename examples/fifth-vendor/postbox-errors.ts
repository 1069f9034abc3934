import { VendorError } from '../../src/contract/vendor-error.ts';
import { statusError } from '../../src/transport/status-error.ts';
import type { UpstreamReply } from '../../src/transport/upstream-reply.ts';
import { refusalSchema } from './postbox-wire.ts';

/** Which call an answer belongs to, for errors. */
export interface CallLabel {
  readonly source: string;
  readonly operation: string;
}

/**
 * The JSON of a successful answer. Postbox refuses input with 422 and words of its own; any other failure is told by
 * its status.
 */
export function successfulJson(reply: UpstreamReply, label: CallLabel): unknown {
  const { status } = reply;
  if (status >= 200 && status < 300) return reply.json();
  if (status === 422 && reply.contentKind === 'json') {
    const refusal = refusalSchema.safeParse(reply.json());
    const words = refusal.success ? refusal.data.error.slice(0, 200) : 'without saying why';
    const message = `Postbox refused the input: ${words}`;
    throw new VendorError({ kind: 'invalid-input', message, status, ...label });
  }
  throw statusError(reply, label);
}

/** The failure, where it may be told as the outcome for one of many; throws what is no vendor's. */
export function asOutcome(error: unknown): VendorError {
  if (error instanceof VendorError) return error;
  throw error;
}
