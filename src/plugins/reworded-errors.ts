import type { ExecutionResult, GraphQLError } from 'graphql';
import { changedError } from './changed-error.ts';
import { isFailed } from './failed-result.ts';

/** The part of a plugin's hook by which the result can be changed; for a batch it is a list. */
interface ResultHook {
  readonly result: unknown;
  readonly setResult: (result: ExecutionResult) => void;
}

/** Rewords the messages of an answer's errors. */
export function rewordErrors({ result, setResult }: ResultHook, reword: (message: string) => string): void {
  if (!isFailed(result)) return;
  setResult({ ...result, errors: result.errors.map((error) => reworded(error, reword)) });
}

function reworded(error: GraphQLError, reword: (message: string) => string): GraphQLError {
  const message = reword(error.message);
  return message === error.message ? error : changedError(error, { message });
}
