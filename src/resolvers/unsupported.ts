import { VendorError } from '../contract/vendor-error.ts';

/** The error of a read that a source has no call for. `what` completes "cannot …". */
export function unsupported(source: string, operation: string, what: string): VendorError {
  return new VendorError({
    kind: 'unsupported',
    message: `source "${source}" cannot ${what}`,
    source,
    operation,
  });
}
