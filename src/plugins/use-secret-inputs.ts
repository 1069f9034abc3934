import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { secretInputs, withoutSecrets, type SentRequest } from './secret-inputs.ts';

/**
 * Keeps passwords and the like out of errors, which repeat what could not be used. To stand before what changes a
 * request, and after what makes errors fit for callers.
 */
export function useSecretInputs(): { readonly read: Plugin; readonly hide: Plugin } {
  const requests = new WeakMap<Request, SentRequest>();
  return {
    read: {
      onParams: ({ request, params }) => void requests.set(request, params),
    },
    hide: {
      onResultProcess({ request, result, setResult }) {
        if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
        const secrets = secretInputs(requests.get(request) ?? {});
        setResult({ ...result, errors: result.errors.map((error) => hiding(error, secrets)) });
      },
    },
  };
}

function hiding(error: GraphQLError, secrets: readonly string[]): GraphQLError {
  const message = withoutSecrets(error.message, secrets);
  if (message === error.message) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}
