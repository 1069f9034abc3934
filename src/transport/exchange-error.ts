/** What can go wrong between a request and its answer. */
export type ExchangeFault = 'aborted' | 'broken' | 'not-http' | 'timeout' | 'too-big' | 'unreachable';

/** Why an exchange failed; nothing of the library's error is kept, as that may hold the URL with its key. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly fault: ExchangeFault;
  /** Whether any byte of the request may have reached the vendor. */
  readonly sent: boolean;

  constructor(fault: ExchangeFault, sent: boolean) {
    super(`exchange ${fault}`);
    this.fault = fault;
    this.sent = sent;
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

/** Reads an error of undici or the socket by its code alone. */
export function toExchangeError(error: unknown, sent: boolean): ExchangeError {
  const code = codeOf(error);
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW' || code.includes('CONTENT_LENGTH')) {
    return new ExchangeError('not-http', sent);
  }
  if (!sent || unreachableCodes.has(code)) return new ExchangeError('unreachable', false);
  return new ExchangeError('broken', true);
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
