import type { CustomField } from '../../contract/custom-field.ts';
import type { CustomFieldInput, InputMaybe } from '../../generated/schema-types.ts';
import type { InputReader } from '../../mutations/input-reader.ts';

/** Checks custom fields: there must be at least one, and each must have a code. */
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

/** Checks codes of custom fields; left out = all of them. An empty list is refused, as it could be taken for that. */
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
