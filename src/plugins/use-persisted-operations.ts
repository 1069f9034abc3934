import { hash as digest } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

/** Options of `usePersistedOperations`. */
export interface PersistedOperationsOptions {
  /** Documents known from the start, by the SHA-256 of their text in hex. */
  readonly documents: ReadonlyMap<string, string>;
  /** Answer nothing else, and these only where their hash is sent. @default false */
  readonly only: boolean;
}

/** Most characters of documents that callers may have kept for them. */
const mostCharacters = 4_000_000;

/**
 * Lets callers send the SHA-256 of a document in its place: as `extensions.persistedQuery.sha256Hash`, as Apollo's
 * clients do, or as `documentId`, as the draft of GraphQL over HTTP has it; with or without `sha256:` before it. One that is not
 * known is answered with PERSISTED_QUERY_NOT_FOUND; sent with its text, it is kept for the next time.
 */
export function usePersistedOperations({ documents, only }: PersistedOperationsOptions): Plugin {
  const kept = new LRUCache<string, string>({
    max: 1000,
    maxSize: mostCharacters,
    sizeCalculation: (text) => text.length + 1,
  });
  return {
    onParams({ request, params, setParams }) {
      const hash = hashOf(params) ?? hashInAddress(request, params);
      const { query } = params;
      const known = hash === null ? undefined : (documents.get(hash) ?? (only ? undefined : kept.get(hash)));
      if (known !== undefined) {
        if (query && query !== known)
          throw refusal('BAD_USER_INPUT', 'the document is not the one of its hash');
        setParams({ ...params, query: known });
        return;
      }
      if (only) throw refusal('FORBIDDEN', 'only operations that are registered here are answered');
      if (hash === null || typeof query === 'object') return;
      if (!query) throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
      if (digest('sha256', query) !== hash) {
        throw refusal('BAD_USER_INPUT', 'the hash is not the SHA-256 of the document');
      }
      kept.set(hash, query);
    },
  };
}

/** The hash, by whichever of both ways; null = the document is sent, or nothing. */
function hashOf(params: { readonly documentId?: unknown; readonly extensions?: unknown }): string | null {
  const { persistedQuery } = (params.extensions ?? {}) as {
    readonly persistedQuery?: { readonly sha256Hash?: unknown } | null;
  };
  const hash = persistedQuery?.sha256Hash ?? params.documentId;
  return typeof hash === 'string' ? hash.toLowerCase().replace(/^sha256:/, '') : null;
}

/** Of a GET, whose parameters the server does not hand on when it does not know them. */
function hashInAddress({ method, url }: Request, { query }: { readonly query?: unknown }): string | null {
  if (method !== 'GET' || query) return null;
  return hashOf({ documentId: new URL(url).searchParams.get('documentId') });
}

function refusal(code: string, message: string): GraphQLError {
  const http = { status: code === 'FORBIDDEN' ? 403 : 400, spec: code === 'PERSISTED_QUERY_NOT_FOUND' };
  return new GraphQLError(message, { extensions: { code, http } });
}
