import { VendorError, type VendorErrorKind } from '../../contract/vendor-error.ts';
import { longestWordsRead, shownWords } from '../../vendor-kit/shown-words.ts';
import { statusError } from '../../transport/status-error.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { isRefusedCredentials, isServerTrouble, plainWords } from '../../vendor-kit/vendor-words.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { isRecord, toText, type WireRecord } from './liveagent-wire-values.ts';

/** What the vendor says when it refuses a call. */
export interface Refusal {
  /** `statuscode` of the envelope, else the HTTP status; 500 where a success status carries an error. */
  readonly status: number;
  readonly httpStatus: number;
  /** `errormessage` in the vendor's words, shortened, without what may be a key. */
  readonly words: string;
}

const longestWords = 300;

// LiveAgent answers 500 to everything from a missing parameter to a crash; only the words tell them apart.
// What cannot be loaded is missing, except what a list consists of.
const absenceWords =
  /not[ _]?found|(unable|failed|could not|couldn't|cannot|can't) (to )?(load|find)(?! (the |any )?(list|conversations|tickets|contacts|customers|entries|articles)\b)|(does not|doesn't) exist|no such|not exist/i;
const inputWords =
  /\b(missing|mandatory|required|invalid|not valid|wrong (value|parameter|date|format)|must (be|have|contain)|you (need|have) to|not allowed)\b/i;

/** The refusal in an answer's content; null when there is none. `sent`: what the caller has sent. */
export function refusalIn(content: unknown, httpStatus: number, sent: readonly string[]): Refusal | null {
  if (!isRecord(content)) return null;
  const reason = toText(content.errormessage) ?? '';
  if (toText(content.status)?.trim().toUpperCase() !== 'ERROR' && reason === '') return null;
  return refusalOf(content, { reason, httpStatus, sent });
}

/** What else is known of an answer that is a refusal. */
interface RefusedAnswer {
  readonly reason: string;
  readonly httpStatus: number;
  /** What the caller has sent, and so may be shown. */
  readonly sent: readonly string[];
}

/** The refusal that an answer's content is. */
export function refusalOf(content: WireRecord, { reason, httpStatus, sent }: RefusedAnswer): Refusal {
  const code = Number(toText(content.statuscode) ?? Number.NaN);
  const status = code >= 400 && code < 600 ? code : httpStatus >= 400 ? httpStatus : 500;
  return { status, httpStatus, words: presentable(reason, sent) };
}

/** What a refusal of a read means. */
export function refusedRead(refusal: Refusal, label: CallLabel): VendorError {
  const kind = kindOf(refusal);
  return new VendorError({ kind, message: messageOf(kind, refusal), status: refusal.status, ...label });
}

/** An answer that has neither the vendor's envelope nor a success status. */
export function unexplainedReply(reply: UpstreamReply, label: CallLabel): VendorError {
  // A web server's or proxy's page says nothing about a single conversation: the address is wrong.
  if (reply.status === 404 && reply.contentKind === 'html') {
    return badResponse(label, 'an answer of the API', 'an HTML page with status 404', reply.status);
  }
  return statusError(reply, label);
}

/** An answer that is not what the documents say. `got` never holds anything of the body. */
export function badResponse(label: CallLabel, expected: string, got: string, status?: number): VendorError {
  const message = `expected ${expected} from LiveAgent, got ${got}`;
  return new VendorError({ kind: 'bad-response', message, status, ...label });
}

/** The error for an empty id. */
export function nothingThere(label: CallLabel): VendorError {
  return new VendorError({ kind: 'not-found', message: 'expected an id for LiveAgent, got none', ...label });
}

/** Whether an error may say that the server does not know the call: an older one, or something else at the address. */
export function isUnknownCall(error: unknown): boolean {
  if (!(error instanceof VendorError)) return false;
  return error.kind === 'not-found' || error.kind === 'invalid-input' || error.status === 404;
}

/** Whether a refusal says that the vendor is not working, and not what is wrong with the call. */
export function isOutage({ status, words }: Refusal): boolean {
  return status === 502 || status === 503 || status === 504 || isServerTrouble(words);
}

function kindOf(refusal: Refusal): VendorErrorKind {
  const { status, words } = refusal;
  if (status === 429) return 'rate-limited';
  if (status === 401 || status === 403 || isRefusedCredentials(words)) return 'unauthenticated';
  if (status === 404) return 'not-found';
  if (isOutage(refusal)) return 'unavailable';
  if (absenceWords.test(words)) return 'not-found';
  return status < 500 || inputWords.test(words) ? 'invalid-input' : 'unavailable';
}

function messageOf(kind: VendorErrorKind, { status, words }: Refusal): string {
  switch (kind) {
    case 'unauthenticated':
      return `LiveAgent refused the API key (status ${status})`;
    case 'not-found':
      return `LiveAgent knows no such thing (status ${status})`;
    case 'rate-limited':
      return 'LiveAgent allows no more calls for now (status 429)';
    case 'invalid-input':
      return `LiveAgent refused the call: ${words || `status ${status} without a reason`}`;
    default:
      return `LiveAgent could not answer (status ${status})`;
  }
}

function presentable(words: string, sent: readonly string[]): string {
  const line = shownWords(plainWords(words.slice(0, longestWordsRead)), sent);
  return line.length > longestWords ? `${line.slice(0, longestWords)}…` : line;
}
