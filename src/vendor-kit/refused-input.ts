import { VendorError } from '../contract/vendor-error.ts';

/** The error for a field of an input with which a vendor can do nothing, thrown before anything is sent. */
export function refusedInput(source: string, field: string, message: string): VendorError {
  return new VendorError({
    kind: 'invalid-input',
    message: `${field}: ${message}`,
    source,
    operation: 'input',
    field: [field],
  });
}
