import type { Answer } from '../../contract/call-context.ts';
import { VendorError } from '../../contract/vendor-error.ts';

/** The value of an answer, or the vendor's failure in its place. Anything else is thrown. */
export async function valueOrError<T>(answer: Promise<Pick<Answer<T>, 'value'>>): Promise<T | VendorError> {
  try {
    return (await answer).value;
  } catch (error) {
    if (error instanceof VendorError) return error;
    throw error;
  }
}

/** As `valueOrError`, but null for what is not there. */
export async function foundOrError<T>(
  answer: Promise<Pick<Answer<T>, 'value'>>,
): Promise<T | VendorError | null> {
  const found = await valueOrError(answer);
  return found instanceof VendorError && found.kind === 'not-found' ? null : found;
}

/** What was read for the keys, or the vendor's failure in the place of each. */
export async function inEveryPlace<T>(
  keys: readonly string[],
  read: () => Promise<readonly T[]>,
): Promise<readonly (T | VendorError)[]> {
  const found = await valueOrError(read().then((value) => ({ value })));
  return found instanceof VendorError ? keys.map(() => found) : found;
}
