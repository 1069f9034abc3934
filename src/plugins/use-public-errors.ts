import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { meaningOf } from '../contract/error-code.ts';
import { changedError } from './changed-error.ts';
import { requestOf } from './request-of.ts';
import { isFailed } from './failed-result.ts';

/** Options of `usePublicErrors`. */
export interface PublicErrorsOptions {
  /** Turns any error into one that callers may see. */
  readonly toPublic: (error: unknown, request: Request) => GraphQLError;
}

/** Passes every error of every answer through one function, so that none leaves without a code or unmasked. */
export function usePublicErrors({ toPublic }: PublicErrorsOptions): Plugin {
  return {
    onSubscribe: ({ args: asked }) => ({
      onSubscribeError({ error, setError }) {
        const request = requestOf(asked);
        if (request) setError(toPublic(error, request));
      },
      onSubscribeResult: () => ({
        onNext({ args, result, setResult }) {
          const request = requestOf(args);
          if (!request || !result.errors) return;
          setResult({ ...result, errors: result.errors.map((error) => toPublic(error, request)) });
        },
      }),
    }),
    onResultProcess({ request, result, setResult }) {
      if (!isFailed(result)) return;
      const errors = result.errors.map((error) => toPublic(error, request));
      setResult({ ...result, errors: 'data' in result ? errors : errors.map(withStatus) });
    },
  };
}

/** Adds the HTTP status for an answer with nothing but errors. For codes without one, the media type decides. */
function withStatus(error: GraphQLError): GraphQLError {
  const { extensions } = error;
  const { spec: _, ...given } = (extensions['http'] ?? {}) as Readonly<Record<string, unknown>>;
  const status = meaningOf(extensions['code'])?.status;
  if (status === undefined && extensions['http']) return error;
  const http = status === undefined ? { status: 400, spec: true } : { status, ...given };
  return changedError(error, { extensions: { ...extensions, http } });
}
