import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Options of `usePublicErrors`. */
export interface PublicErrorsOptions {
  /** Turns any error into one that callers may see. */
  readonly toPublic: (error: unknown, request: Request) => GraphQLError;
}

/** Passes every error of every answer through one function: nothing leaves without a code, nothing unmasked. */
export function usePublicErrors({ toPublic }: PublicErrorsOptions): Plugin {
  return {
    onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
      setResult({ ...result, errors: result.errors.map((error) => toPublic(error, request)) });
    },
  };
}
