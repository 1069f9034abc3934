import { VendorError, type VendorErrorKind } from '../contract/vendor-error.ts';
import type { CallLabel } from './request-encoding.ts';

/**
 * The generic meaning of a status that is not a success, for adapters that found nothing in the body: 401 and 403
 * are refused credentials, 404 not found, 429 a rate limit, 5xx an outage, anything else (3xx too, as redirects are
 * not followed) an answer that was not expected.
 */
export function statusError(
  { status }: { readonly status: number },
  label: CallLabel & { readonly retryAfterMs?: number | undefined },
): VendorError {
  return new VendorError({ kind: kindOf(status), message: messageOf(status), status, ...label });
}

/** What a server answers that waited for the request in vain, or a proxy in its place: the change may have been made. */
const requestTimeout = 408;

/**
 * The same for a change. A 4xx says that the request was not carried out, whether or not it says why. Where something
 * new is created, nothing can be missing: a 404 comes from something other than the vendor's API at the configured
 * address, and nothing was done.
 */
export function changeStatusError(
  reply: { readonly status: number },
  label: CallLabel,
  makesNew: boolean,
): VendorError {
  const { status } = reply;
  if (status >= 400 && status !== requestTimeout && kindOf(status) === 'bad-response') {
    const message = `the vendor refused the change and did not say why (status ${status})`;
    return new VendorError({ kind: 'invalid-input', message, status, ...label });
  }
  if (status !== 404 || !makesNew) return statusError(reply, label);
  const message =
    "nothing was made: expected an answer of the vendor's API, got status 404 without its words";
  return new VendorError({ kind: 'wrong-answer', message, status, ...label });
}

function kindOf(status: number): VendorErrorKind {
  if (status === 401 || status === 403) return 'unauthenticated';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'bad-response';
}

function messageOf(status: number): string {
  switch (kindOf(status)) {
    case 'unauthenticated':
      return `the vendor refused the credentials (status ${status})`;
    case 'not-found':
      return 'the vendor knows no such thing (status 404)';
    case 'rate-limited':
      return 'the vendor allows no more calls for now (status 429)';
    case 'unavailable':
      return `the vendor is not working (status ${status})`;
    default:
      return `expected a successful answer, got status ${status}`;
  }
}
