import type { Answer } from '../contract/call-context.ts';
import { isNotFound, VendorError } from '../contract/vendor-error.ts';

/**
 * The value of a promise, or the vendor's failure as an entry of a batch. Throws any other error, such as the caller's
 * abort.
 */
export async function orVendorError<T>(promise: Promise<T>): Promise<T | VendorError> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof VendorError) return error;
    throw error;
  }
}

/** The value of an answer, or the vendor's failure, as an entry of a batch. */
export function valueOrError<T>(answer: Promise<Pick<Answer<T>, 'value'>>): Promise<T | VendorError> {
  return orVendorError(answer.then(({ value }) => value));
}

/** As `valueOrError`, but null for what is gone. */
export async function foundOrError<T>(
  answer: Promise<Pick<Answer<T>, 'value'>>,
): Promise<T | VendorError | null> {
  const found = await valueOrError(answer);
  return isNotFound(found) ? null : found;
}

/** What one read gave for the keys, or its failure in the place of each. */
export async function inEveryPlace<T>(
  keys: readonly string[],
  read: () => Promise<readonly T[]>,
): Promise<readonly (T | VendorError)[]> {
  const found = await orVendorError(read());
  return found instanceof VendorError ? keys.map(() => found) : found;
}

/** Does the same work for all keys at once, for each key once; where it fails, the entry is the `VendorError`. */
export async function forEachKey<T>(
  keys: readonly string[],
  work: (key: string) => Promise<T>,
): Promise<readonly (T | VendorError)[]> {
  const running = new Map([...new Set(keys)].map((key) => [key, orVendorError(work(key))] as const));
  return Promise.all(keys.map((key) => running.get(key)!));
}
