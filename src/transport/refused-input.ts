import { VendorError } from '../contract/vendor-error.ts';

/** What a vendor cannot do with a field of an input, told before anything is sent. */
export function refusedInput(source: string, field: string, message: string): VendorError {
  return new VendorError({
    kind: 'invalid-input',
    message: `${field}: ${message}`,
    source,
    operation: 'input',
    field: [field],
  });
}
