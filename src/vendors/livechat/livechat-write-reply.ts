import { VendorError } from '../../contract/vendor-error.ts';
import { changeStatusError } from '../../transport/status-error.ts';
import { reasonsIn, tellsFailure } from '../../vendor-kit/told-failure.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { isServerTrouble } from '../../vendor-kit/vendor-words.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { unexpectedForm } from '../../vendor-kit/unexpected-form.ts';
import { kindOfWords, presentable, withheldWords } from './livechat-errors.ts';

/**
 * The JSON of the answer to a change; null when it is empty. The status says whether the change worked, but a body
 * may contradict it. A refusal is passed on in LiveChat's own words, which may come with status 500; anything that is
 * neither leaves open what became of the change. `makesNew`: the change touches nothing that exists already.
 */
export function acceptedJson(reply: UpstreamReply, label: CallLabel, makesNew = false): unknown {
  const { status } = reply;
  const failed = status < 200 || status >= 300;
  if (reply.contentKind !== 'json') {
    if (failed) throw changeStatusError(reply, label, makesNew);
    if (reply.contentKind === 'empty') return null;
    throw unexpectedForm('JSON', null, label);
  }
  const body = reply.json();
  if (failed || tellsFailure(body)) throw refusedChange(body, status, label, makesNew);
  return body;
}

/** Whether an answer says that a change worked. */
export function tellsSuccess(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { ok, success, result } = body as Readonly<Record<string, unknown>>;
  return [ok, success, result].some((verdict) => verdict === true || typeof verdict === 'string');
}

function refusedChange(body: unknown, status: number, label: CallLabel, makesNew: boolean): VendorError {
  const reasons = reasonsIn(body);
  const words = reasons === null ? null : presentable(reasons);
  if (status === 401 || status === 429 || !isRefusal(body, words, status)) {
    return changeStatusError({ status }, label, makesNew);
  }
  const told = kindOfWords(words ?? '');
  const kind = status === 404 ? 'not-found' : status === 403 ? 'unauthenticated' : told;
  const message =
    kind === 'unauthenticated'
      ? 'LiveChat refused the credentials, or their owner may not do that'
      : words === null
        ? 'LiveChat refused the change and did not say why'
        : words;
  return new VendorError({ kind, message, status, ...label });
}

/** Status 500 is documented as an answer with words, like 400; a gateway's 502 to 504 and a crash say nothing. */
function isRefusal(body: unknown, words: string | null, status: number): boolean {
  if (words === null) return status < 500 && status !== 404 && tellsFailure(body);
  if (status >= 400 && status < 500) return true;
  return status <= 500 && !isServerTrouble(words) && (status < 500 || words !== withheldWords);
}
