import type { Answer } from '../../contract/call-context.ts';
import { VendorError } from '../../contract/vendor-error.ts';

/** A value with the freshness of the answers it was made of: as old as the oldest, stale when one of them is. */
export function answerOf<T>(value: T, parts: readonly Answer<unknown>[]): Answer<T> {
  const fetchedAt = parts.length === 0 ? Date.now() : Math.min(...parts.map((part) => part.fetchedAt));
  return { value, fetchedAt, staleBecause: parts.find((part) => part.staleBecause)?.staleBecause };
}

/** A vendor's failure as an entry of a batch. Anything else, such as the caller's abort, is thrown on. */
export async function orVendorError<T>(promise: Promise<T>): Promise<T | VendorError> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof VendorError) return error;
    throw error;
  }
}

/** The value of a read of one thing; null when the thing is gone. */
export async function orNull<T>(answer: Promise<Answer<T>>): Promise<T | null> {
  return (await answerOrNull(answer))?.value ?? null;
}

/** A read of one thing; null when the thing is gone. */
export async function answerOrNull<T>(answer: Promise<Answer<T>>): Promise<Answer<T> | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof VendorError && error.kind === 'not-found') return null;
    throw error;
  }
}

/** The value of a read of one thing as an entry of a batch: null when the thing is gone, an error when the read failed. */
export async function outcomeOf<T>(answer: Promise<Answer<T>>): Promise<T | VendorError | null> {
  try {
    return (await answer).value;
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    return error.kind === 'not-found' ? null : error;
  }
}

/** The same work for every key at once, each key once; an entry that fails is a `VendorError` in its place. */
export async function forEachKey<T>(
  keys: readonly string[],
  work: (key: string) => Promise<T>,
): Promise<readonly (T | VendorError)[]> {
  const running = new Map([...new Set(keys)].map((key) => [key, orVendorError(work(key))] as const));
  return Promise.all(keys.map((key) => running.get(key) ?? orVendorError(work(key))));
}

/** Does the work when it is first wanted, and only once. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= work());
}
