import { VendorError } from '../../contract/vendor-error.ts';

/** What LiveChat cannot do with a field of an input. */
export function refusedInput(source: string, field: string, message: string): VendorError {
  const operation = 'input';
  return new VendorError({
    kind: 'invalid-input',
    message: `${field}: ${message}`,
    source,
    operation,
    field: [field],
  });
}

/** Refuses values that LiveChat has no place for, rather than dropping them. */
export function refuseGiven(source: string, given: Readonly<Record<string, unknown>>, what: string): void {
  const field = Object.entries(given).find(([, value]) => value !== null && value !== undefined)?.[0];
  if (field !== undefined) throw refusedInput(source, field, `LiveChat has no such value for ${what}`);
}
