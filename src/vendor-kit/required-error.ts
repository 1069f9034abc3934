import { isNotFound, VendorError } from '../contract/vendor-error.ts';
import type { CallLabel } from '../transport/request-encoding.ts';
import { statusError } from '../transport/status-error.ts';

/**
 * The failure of a read of something that every account has, such as a list. It cannot be missing: an answer that says
 * so comes from something other than the vendor's API at the configured address, or, with a status of an outage, from
 * a vendor that failed to read it. `expected` completes "expected …".
 */
export function asRequiredError(error: unknown, label: CallLabel, expected: string): unknown {
  if (!isNotFound(error)) return error;
  const { status } = error;
  if (status !== undefined && status >= 500) return statusError({ status }, label);
  const message = `expected ${expected}, got the answer that there is no such thing`;
  return new VendorError({ kind: 'bad-response', message, status, ...label });
}
