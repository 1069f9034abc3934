import { VendorError } from '../contract/vendor-error.ts';
import type { CallLabel } from './request-encoding.ts';

/**
 * The failure of a read of something that every account has, such as a list. It cannot be missing: an answer that says
 * so comes from something other than the vendor's API at the configured address. `expected` completes "expected …".
 */
export function asRequiredError(error: unknown, label: CallLabel, expected: string): unknown {
  if (!(error instanceof VendorError) || error.kind !== 'not-found') return error;
  const message = `expected ${expected}, got the answer that there is no such thing`;
  return new VendorError({ kind: 'bad-response', message, status: error.status, ...label });
}
