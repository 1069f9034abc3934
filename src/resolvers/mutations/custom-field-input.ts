import type { CustomField } from '../../contract/custom-field.ts';
import type { CustomFieldInput, InputMaybe } from '../../generated/schema-types.ts';
import type { InputReader } from '../../mutations/input-reader.ts';

/** Custom fields of which there must be some, each with a code. */
export function checkedFields(
  fields: readonly CustomFieldInput[],
  reader: InputReader,
): readonly CustomField[] {
  reader.check(fields.length > 0, 'fields', 'expected at least one field, but got none');
  reader.check(
    fields.every(({ code }) => code.trim() !== ''),
    'fields',
    'expected a code for every field',
  );
  return fields.map(({ code, value }) => ({ code, value: value ?? null }));
}

/** Codes of custom fields; left out = all of them, which an empty list must not mean. */
export function checkedCodes(
  codes: InputMaybe<readonly string[]> | undefined,
  reader: InputReader,
): readonly string[] | undefined {
  if (codes == null) return undefined;
  reader.check(codes.length > 0, 'codes', 'expected at least one code; leave it out to clear all fields');
  reader.check(
    codes.every((code) => code.trim() !== ''),
    'codes',
    'expected codes that are not empty',
  );
  return codes;
}
