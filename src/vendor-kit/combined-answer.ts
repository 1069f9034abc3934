import type { Answer } from '../contract/call-context.ts';

/**
 * A value with the freshness of the answers it was made of: as old as the oldest, stale when one of them is. Of no
 * answers at all it is as new as can be.
 */
export function answerOf<T>(value: T, parts: readonly Answer<unknown>[]): Answer<T> {
  const oldest = parts.reduce((age, { fetchedAt }) => Math.min(age, fetchedAt), Infinity);
  const fetchedAt = parts.length === 0 ? Date.now() : oldest;
  return { value, fetchedAt, staleBecause: parts.find((part) => part.staleBecause)?.staleBecause };
}
