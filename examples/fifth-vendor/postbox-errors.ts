import { VendorError } from '../../src/contract/vendor-error.ts';
import type { CallLabel } from '../../src/transport/request-encoding.ts';
import { shownWords } from '../../src/vendor-kit/shown-words.ts';
import { statusError } from '../../src/transport/status-error.ts';
import type { UpstreamReply } from '../../src/transport/upstream-reply.ts';
import { refusalSchema } from './postbox-wire.ts';

const longestWords = 200;

/**
 * The JSON of a successful answer. Postbox refuses input with 422 and words of its own; any other failure is told by
 * its status.
 */
export function successfulJson(reply: UpstreamReply, label: CallLabel): unknown {
  const { status } = reply;
  if (status >= 200 && status < 300) return reply.json();
  if (status === 422 && reply.contentKind === 'json') {
    const { data } = refusalSchema.safeParse(reply.json());
    const words = data ? shownWords(data.error, []).slice(0, longestWords) : 'without saying why';
    const message = `Postbox refused the input: ${words}`;
    throw new VendorError({ kind: 'invalid-input', message, status, ...label });
  }
  throw statusError(reply, label);
}
