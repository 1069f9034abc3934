import type { Answer } from '../../contract/call-context.ts';
import { VendorError } from '../../contract/vendor-error.ts';

/** A value with the freshness of the answers it was made of: as old as the oldest, stale when one of them is. */
export function answerOf<T>(value: T, parts: readonly Answer<unknown>[]): Answer<T> {
  const fetchedAt = parts.length === 0 ? Date.now() : Math.min(...parts.map((part) => part.fetchedAt));
  return { value, fetchedAt, staleBecause: parts.find((part) => part.staleBecause)?.staleBecause };
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

/** Does the work when it is first wanted, and only once. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= work());
}
