import { VendorError, type VendorErrorKind } from '../../contract/vendor-error.ts';
import { statusError } from '../../transport/status-error.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { isRefusedCredentials, plainWords } from '../../vendor-kit/vendor-words.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { wordsIn } from './iadvize-told-words.ts';
import { isJsonObject } from './iadvize-wire-rows.ts';

/** Longer answers are data, not an error's few words. */
const longestReason = 2000;

/** How a page may say that the key is refused; no document shows such an answer. */
const keyWordsInPage =
  /api[ _-]?key|\bcl[ée] (?:d[’']api|api)\b|\bkey\b.{0,30}(invalid|wrong|missing|unknown)|(invalid|wrong|missing|unknown).{0,30}\bkey\b/i;
/** How an answer says that there is no such thing. */
export const absenceWords =
  /not[ _-]?found|introuvable|no such|unknown|inconnu|n['’]existe|does ?n['’o]t exist/i;

const gotWords = {
  empty: 'an empty body',
  html: 'an HTML page',
  json: 'JSON that is cut off or of another form',
  text: 'plain text',
  xml: 'XML of another form',
} as const;

/** An answer that is not what the document says. `got` is put into words by the caller, never taken from the body. */
export function badResponse(label: CallLabel, expected: string, got: string, status?: number): VendorError {
  return failure('bad-response', label, `expected ${expected}, got ${got}`, status);
}

/** The answer that there is no such chat. */
export function noSuchChat(label: CallLabel): VendorError {
  return failure('not-found', label, 'expected a chat, got the answer that there is none', undefined);
}

/**
 * What it means that an answer is not what was asked for. API 1.7 documents no errors and may send any of them with
 * status 200, so its words count first, then the status. `words` is the reason that the answer gives.
 */
export function failedReply(
  reply: UpstreamReply,
  label: CallLabel,
  expected: string,
  words = wordsIn(reply),
): VendorError {
  const { status, contentKind } = reply;
  if (status < 500 && contentKind === 'html') {
    if (keyWordsInPage.test(plainWords(words))) return refusedKey(label, status);
  } else if (status < 500 && words.length <= longestReason) {
    if (isRefusedCredentials(plainWords(words))) return refusedKey(label, status);
    if (status < 300 && absenceWords.test(words)) {
      return failure('not-found', label, 'iAdvize knows no such thing', status);
    }
  }
  return status < 300
    ? badResponse(label, expected, gotWords[contentKind], status)
    : statusError(reply, label);
}

/** The error of a refused key, when that is what a failing server's words are about; else null. */
export function keyRefusedIn(words: string, status: number, label: CallLabel): VendorError | null {
  return isRefusedCredentials(plainWords(words)) ? refusedKey(label, status) : null;
}

function refusedKey(label: CallLabel, status: number): VendorError {
  return failure('unauthenticated', label, 'iAdvize refused the API key', status);
}

/** Whether an object says that the call failed: by a `result` or `status` that is no success, also in `meta`, or by an `error`. */
export function tellsFailedRead(value: unknown): boolean {
  if (!isJsonObject(value) || 'id' in value) return false;
  const { result, status, error, meta } = value;
  if (typeof result === 'string') return result.toLowerCase() !== 'success';
  return Boolean(error) || [status, isJsonObject(meta) && meta['status']].some(isFailure);
}

function isFailure(status: unknown): boolean {
  return typeof status === 'string' && /^(error|fail)/i.test(status);
}

function failure(
  kind: VendorErrorKind,
  label: CallLabel,
  message: string,
  status: number | undefined,
): VendorError {
  return new VendorError({ kind, message, status, ...label });
}
