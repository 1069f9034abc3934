import { VendorError } from '../contract/vendor-error.ts';
import { noConnectionReason } from './no-connection.ts';

/** What can go wrong between a request and its answer. */
export type ExchangeFault =
  | 'aborted'
  | 'broken'
  | 'cut-off'
  | 'not-http'
  | 'timeout'
  | 'too-big'
  | 'unreachable';

/** Why an exchange failed. Nothing of the library's error is kept, as it may hold the URL with the key. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly fault: ExchangeFault;
  /** Whether any byte of the request may have reached the vendor. */
  readonly sent: boolean;
  /** Why, in words for people; null = there is no more to say. */
  readonly reason: string | null;

  constructor(fault: ExchangeFault, sent: boolean, reason: string | null = null) {
    super(`exchange ${fault}`);
    this.fault = fault;
    this.sent = sent;
    this.reason = reason;
  }
}

const unreachableCodes: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const notHttpCodes: ReadonlySet<string> = new Set([
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

/**
 * Reads an error of undici or the socket by its name and code alone. `begun`: the head of the answer had come.
 */
export function toExchangeError(error: unknown, sent: boolean, begun = false): ExchangeError {
  const code = codeOf(error);
  // The other side closed the connection before the end of the answer; a reset has another code.
  if (begun && code === 'UND_ERR_SOCKET') return new ExchangeError('cut-off', true);
  if (isParserError(error) || notHttpCodes.has(code)) return new ExchangeError('not-http', sent);
  if (!sent || unreachableCodes.has(code)) {
    return new ExchangeError('unreachable', false, noConnectionReason(code));
  }
  return new ExchangeError('broken', true);
}

/** Why nobody waits any more: `timeout` = time is up, which is the vendor's fault; `aborted` = for another reason. */
export function faultOf({ reason }: { readonly reason: unknown }): 'aborted' | 'timeout' {
  return reason instanceof VendorError && reason.kind === 'timeout' ? 'timeout' : 'aborted';
}

/** Whether it is an error of the HTTP parser, which has a code only when the message is broken further on. */
function isParserError(error: unknown): boolean {
  return error instanceof Error && error.name === 'HTTPParserError';
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
