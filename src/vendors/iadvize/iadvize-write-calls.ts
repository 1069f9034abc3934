import type { WriteCall } from '../../transport/source-transport.ts';
import { sentTexts } from '../../vendor-kit/shown-words.ts';
import type { UpstreamRequest } from '../../transport/upstream-request.ts';
import { expectSuccess } from './iadvize-write-reply.ts';

/** A method of the model `operator` that changes something. */
export type OperatorMethod =
  | 'createAccount'
  | 'deleteAccount'
  | 'disconnect'
  | 'editAccount'
  | 'linkWebsite'
  | 'setAvailable'
  | 'setUnavailable'
  | 'unlinkWebsite';

const secretParameters = ['password'];

/** What a method makes stale beside what all of them do: chats and surveys name the operators in them. */
const staleToo: Readonly<Partial<Record<OperatorMethod, readonly string[]>>> = {
  deleteAccount: ['conversations'],
  editAccount: ['conversations'],
};

/** What a method is given; undefined values are left out. */
export type OperatorParameters = Readonly<Record<string, string | undefined>>;

/**
 * A change of an operator. It is a GET like everything in API 1.7, parameters and password in the query: what keeps
 * it from being repeated or cached is that it goes through `write`.
 */
export function operatorCall(
  source: string,
  method: OperatorMethod,
  parameters: OperatorParameters,
): WriteCall<void> {
  const label = { source, operation: `operator.${method}` };
  const request: UpstreamRequest = { method: 'GET', path: ['operator', method, ''], query: parameters };
  const change = { makesNew: method === 'createAccount', sent: sentTexts(request, secretParameters) };
  return {
    operation: label.operation,
    request,
    parse: (reply) => expectSuccess(reply, label, change),
    invalidates: ['agents', 'websites', 'reports', ...(staleToo[method] ?? [])],
    secretParameters,
  };
}
