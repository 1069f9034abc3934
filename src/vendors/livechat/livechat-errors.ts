import { VendorError, type VendorErrorKind } from '../../contract/vendor-error.ts';
import { shownWords } from '../../vendor-kit/shown-words.ts';
import { statusError } from '../../transport/status-error.ts';
import { reasonsIn } from '../../vendor-kit/told-failure.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { isRefusedCredentials, plainWords } from '../../vendor-kit/vendor-words.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';

const longestWords = 200;
const absence = /not[ _-]?found|does ?n[o']t exist|no such/i;

/**
 * The JSON of a successful answer. The body (`error` or `errors`) is looked at before the status. A refusal becomes a
 * `VendorError`, with LiveChat's own words where the input was refused.
 */
export function successfulJson(reply: UpstreamReply, label: CallLabel): unknown {
  const failed = reply.status < 200 || reply.status >= 300;
  if (failed && reply.contentKind !== 'json') throw statusError(reply, label);
  const body = reply.json();
  const words = refusalWords(body);
  if (words !== null) throw refused(words, reply.status, label);
  if (failed) throw statusError(reply, label);
  return body;
}

/** Stands for words that are not passed on. */
export const withheldWords = 'its words repeat the request and are left out';

/** Words that repeat the request could hold the credentials that came with it. */
const repeatedRequest = /\bHTTP\/\d|\bauthorization\s*[:=]|\b(?:basic|bearer)\s+[\w+/=-]{6,}/i;

/** Words as they may be passed on. */
export function presentable(words: string): string {
  return repeatedRequest.test(words) ? withheldWords : plainWords(words).slice(0, longestWords);
}

/** What the words of a refusal mean, whatever the status. */
export function kindOfWords(words: string): 'invalid-input' | 'not-found' | 'unauthenticated' {
  if (isRefusedCredentials(words)) return 'unauthenticated';
  return absence.test(words) ? 'not-found' : 'invalid-input';
}

/** What a refusal says in words; null when the body is none. Other columns of a record may mean anything. */
function refusalWords(body: unknown): string | null {
  const { error, errors } = (body ?? {}) as { readonly error?: unknown; readonly errors?: unknown };
  const words = reasonsIn({ error, errors });
  return words === null ? null : shownWords(presentable(words), []);
}

function refused(words: string, status: number, label: CallLabel): VendorError {
  if (status === 401 || status === 403 || status === 404 || status === 429 || status >= 500) {
    return statusError({ status }, label);
  }
  const kind = kindOfWords(words);
  if (kind === 'unauthenticated') return failure(kind, 'LiveChat refused the credentials', label, status);
  if (kind === 'not-found') return failure(kind, 'LiveChat knows no such thing', label, status);
  if (status === 400 || status === 422) {
    return failure(kind, `LiveChat refused the request: ${words}`, label, status);
  }
  return failure(
    'bad-response',
    `expected a successful answer from LiveChat, got a refusal with status ${status}`,
    label,
    status,
  );
}

function failure(kind: VendorErrorKind, message: string, label: CallLabel, status?: number): VendorError {
  return new VendorError({ kind, message, status, ...label });
}
