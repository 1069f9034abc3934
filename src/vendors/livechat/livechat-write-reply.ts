import { VendorError } from '../../contract/vendor-error.ts';
import { statusError } from '../../transport/status-error.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { kindOfWords, refusalWords, unexpectedForm, type CallLabel } from './livechat-errors.ts';

/**
 * The JSON of the answer to a change; null when it is empty. A refusal below 500 is told in LiveChat's own words;
 * anything that is neither leaves open what became of the change.
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
  if (words !== null && status < 500) throw refusedChange(words, status, label);
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
