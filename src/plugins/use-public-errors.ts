import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Options of `usePublicErrors`. */
export interface PublicErrorsOptions {
  /** Turns any error into one that callers may see. */
  readonly toPublic: (error: unknown, request: Request) => GraphQLError;
}

/** Passes every error of every answer through one function: nothing leaves without a code, nothing unmasked. */
export function usePublicErrors({ toPublic }: PublicErrorsOptions): Plugin {
  return {
    onSubscribe: () => ({
      onSubscribeResult: () => ({
        onNext({ args, result, setResult }) {
          const { request } = args.contextValue as { readonly request?: Request };
          if (!request || !result.errors) return;
          setResult({ ...result, errors: result.errors.map((error) => toPublic(error, request)) });
        },
      }),
    }),
    onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
      const errors = result.errors.map((error) => toPublic(error, request));
      setResult({ ...result, errors: 'data' in result ? errors : errors.map(withStatus) });
    },
  };
}

/** HTTP status when there is nothing but errors, whatever media type the client knows. */
const statusOfCode: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  INTERNAL_SERVER_ERROR: 500,
  OVERLOADED: 503,
  QUERY_TOO_COMPLEX: 400,
  SHUTTING_DOWN: 503,
  TIMEOUT: 504,
  UNAUTHENTICATED: 401,
};

/** Other errors of documents and variables are 400, but 200 for a client that knows application/json only. */
function withStatus(error: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, path, extensions } = error;
  const { spec: _, ...given } = (extensions['http'] ?? {}) as Readonly<Record<string, unknown>>;
  const status = statusOfCode[String(extensions['code'])];
  if (status === undefined && extensions['http']) return error;
  const http = status === undefined ? { status: 400, spec: true } : { status, ...given };
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: { ...extensions, http },
  });
}
