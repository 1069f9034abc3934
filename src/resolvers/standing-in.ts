import { GraphQLError } from 'graphql';

/**
 * A failure of a field that must not be null, with the value that stands in for it: the answer has both, and what is
 * around the field stays. Where an answer is sent in parts, the failure alone is told.
 */
export function standingIn(value: boolean, failure: unknown): GraphQLError {
  const originalError = failure instanceof Error ? failure : new Error(String(failure));
  return new GraphQLError(originalError.message, { originalError, extensions: { standIn: value } });
}
