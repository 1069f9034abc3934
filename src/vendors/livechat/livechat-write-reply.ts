import { VendorError } from '../../contract/vendor-error.ts';
import { statusError } from '../../transport/status-error.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import {
  kindOfWords,
  refusalWords,
  unexpectedForm,
  withheldWords,
  type CallLabel,
} from './livechat-errors.ts';

/** Words of a failure that say nothing about the input. */
const generalFailure =
  /internal|server|unexpected|unavailable|timed?[ -]?out|try again|unknown error|went wrong/i;

/**
 * The JSON of the answer to a change; null when it is empty. A refusal is told in LiveChat's own words, which may
 * come with status 500; anything that is neither leaves open what became of the change.
 */
export function acceptedJson(reply: UpstreamReply, label: CallLabel): unknown {
  const { status } = reply;
  const failed = status < 200 || status >= 300;
  if (reply.contentKind !== 'json') {
    if (failed) throw statusError(reply, label);
    if (reply.contentKind === 'empty') return null;
    throw unexpectedForm('JSON', null, label);
  }
  const body = reply.json();
  const words = refusalWords(body);
  if (words !== null && isRefusal(words, status)) throw refusedChange(words, status, label);
  if (failed) throw statusError(reply, label);
  return body;
}

function refusedChange(words: string, status: number, label: CallLabel): VendorError {
  if (status === 401 || status === 429) return statusError({ status }, label);
  const told = kindOfWords(words);
  const kind = status === 404 ? 'not-found' : status === 403 ? 'unauthenticated' : told;
  const message =
    kind === 'unauthenticated'
      ? 'LiveChat refused the credentials, or their owner may not do that'
      : `LiveChat refused the change: ${words}`;
  return new VendorError({ kind, message, status, ...label });
}

/** Status 500 is documented as an answer with words, like 400; a gateway's 502 to 504 and a crash say nothing. */
function isRefusal(words: string, status: number): boolean {
  return status < 500 || (status === 500 && words !== withheldWords && !generalFailure.test(words));
}
