import { VendorError, type VendorErrorKind } from '../contract/vendor-error.ts';
import type { CallLabel } from './request-encoding.ts';

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
  if (!sent || unreachableCodes.has(code)) return new ExchangeError('unreachable', false);
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW' || code.includes('CONTENT_LENGTH')) {
    return new ExchangeError('not-http', true);
  }
  return new ExchangeError('broken', true);
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

const meanings: Readonly<Record<ExchangeFault, { kind: VendorErrorKind; message: string }>> = {
  aborted: { kind: 'timeout', message: 'the call was given up before the vendor answered' },
  broken: {
    kind: 'unavailable',
    message: 'the connection to the vendor broke before the answer was complete',
  },
  'not-http': { kind: 'bad-response', message: 'expected an HTTP answer, got something that is none' },
  timeout: { kind: 'timeout', message: 'the vendor did not answer in time' },
  'too-big': { kind: 'bad-response', message: 'the answer is larger than the source allows (maxResponseMb)' },
  unreachable: { kind: 'unavailable', message: 'no connection to the vendor' },
};

/** The failure of a read as callers see it. */
export function exchangeVendorError(error: ExchangeError, label: CallLabel): VendorError {
  return new VendorError({ ...meanings[error.fault], ...label });
}
