import { VendorError } from '../../contract/vendor-error.ts';
import { longestWordsRead, shownWords } from '../../vendor-kit/shown-words.ts';
import { changeStatusError } from '../../transport/status-error.ts';
import { isFailureWord, reasonsIn, tellsFailure } from '../../vendor-kit/told-failure.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { isServerTrouble, plainWords } from '../../vendor-kit/vendor-words.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { absenceWords, badResponse, failedReply, keyRefusedIn } from './iadvize-errors.ts';
import { objectOfXml, singleQuotedObject } from './iadvize-told-words.ts';
import { isJsonObject } from './iadvize-wire-rows.ts';

const expected = 'the word success';
const longestWords = 200;
const approvalWords = /^(ok|okay|true|yes|oui|done|accepted|created|updated|deleted|succe\w*|succès)[.!]?$/i;

/** A change whose answer is judged. */
export interface SentChange {
  /** Whether it touches nothing that exists already. */
  readonly makesNew: boolean;
  /** What the caller has sent, and so may be shown again. */
  readonly sent: readonly string[];
}

/** An answer that says no success. */
interface Judged extends Pick<SentChange, 'sent'> {
  readonly reply: UpstreamReply;
  readonly value: unknown;
  readonly isSuccess: boolean;
}

/**
 * Accepts the success word of a change, in the single quotes of the document, as JSON or as XML. Other words are the
 * vendor's refusal: a few in plain text, or any in an answer of one of these forms, which may come with a 5xx too.
 * Anything else leaves open what became of the change.
 */
export function expectSuccess(reply: UpstreamReply, label: CallLabel, change: SentChange): void {
  const value = valueOf(reply);
  const word = isJsonObject(value) ? (value['result'] ?? value['status']) : value;
  const isSuccess = typeof word === 'string' && word.trim().toLowerCase() === 'success';
  if (reply.status < 300 && isSuccess) return;
  const failure = failureOf({ reply, value, isSuccess, sent: change.sent }, label);
  // A web server's own words come in no form of the vendor's.
  const isExplained = isJsonObject(value) && wordsOf(value, reply.status) !== null;
  const isBare = reply.status === 404 && failure.kind === 'not-found' && !isExplained;
  throw change.makesNew && isBare ? changeStatusError(reply, label, true) : failure;
}

function failureOf({ reply, value, isSuccess, sent }: Judged, label: CallLabel): VendorError {
  const { status } = reply;
  const words = wordsOf(value, status);
  const told = failedReply(reply, label, expected, words ?? '');
  if (told.kind === 'unauthenticated' || told.kind === 'rate-limited') return told;
  if (words === null) {
    const isRefusal = status < 500 && status !== 404 && tellsFailure(value);
    if (isRefusal) return refusedChange('invalid-input', null, status, label);
    return status >= 400 && told.kind === 'bad-response' ? changeStatusError(reply, label, false) : told;
  }
  if (status >= 500) {
    if (!isJsonObject(value) || isSuccess || isServerTrouble(words)) return told;
    const refusedKey = keyRefusedIn(words, status, label);
    if (refusedKey) return refusedKey;
  }
  if (status < 400 && isServerTrouble(words)) {
    return badResponse(label, expected, 'the words of a server in trouble', status);
  }
  const isAbsence = status === 404 || absenceWords.test(words);
  return refusedChange(isAbsence ? 'not-found' : 'invalid-input', presentable(words, sent), status, label);
}

function refusedChange(
  kind: 'invalid-input' | 'not-found',
  words: string | null,
  status: number,
  label: CallLabel,
): VendorError {
  const message = words === null ? 'iAdvize refused the change and did not say why' : words;
  return new VendorError({ kind, message, status, ...label });
}

/** What an answer holds, or its text; null for a page, for nothing, and for what may be the beginning of a success. */
function valueOf(reply: UpstreamReply): unknown {
  if (reply.contentKind === 'html' || reply.contentKind === 'empty') return null;
  if (reply.contentKind === 'xml') return objectOfXml(reply);
  const text = reply.text().trim();
  try {
    return JSON.parse(text);
  } catch {
    const value = singleQuotedObject(text);
    if (value !== null) return value;
    const isCutOff = /^["'[{]/.test(text) || 'success'.startsWith(text.toLowerCase());
    return isCutOff && text.toLowerCase() !== 'success' ? null : text;
  }
}

/** What an answer says in words; null when it says nothing, too much, or what may well mean a success. */
function wordsOf(value: unknown, status: number): string | null {
  const said = typeof value === 'string' && !isFailureWord(value) ? value : reasonsIn(value);
  const words = said?.trim() ?? '';
  if (words === '' || approvalWords.test(words)) return null;
  // In plain text, or from a failing server, a refusal does not take several lines: this may be anything.
  return (typeof value === 'string' || status >= 500) && /[\r\n]/.test(words) ? null : words;
}

function presentable(words: string, sent: readonly string[]): string {
  return shownWords(plainWords(words.slice(0, longestWordsRead)), sent).slice(0, longestWords);
}
