import type { ExecutionResult, GraphQLError } from 'graphql';

/** An answer in one piece with errors in it, perhaps beside data. */
export type FailedResult = ExecutionResult & { readonly errors: readonly GraphQLError[] };

/** Whether an answer is in one piece and tells of errors. */
export function isFailed(result: unknown): result is FailedResult {
  return typeof result === 'object' && result !== null && Array.isArray((result as ExecutionResult).errors);
}
