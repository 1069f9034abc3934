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

/** The most characters of documents that are kept because callers sent them with a hash. */
const mostCharacters = 4_000_000;

/**
 * Lets callers send the SHA-256 of a document instead of the document: as `extensions.persistedQuery.sha256Hash`, as
 * Apollo's clients do, or as `documentId`, as the draft of GraphQL over HTTP has it; with or without `sha256:` before
 * it. An unknown hash is answered with PERSISTED_QUERY_NOT_FOUND; sent with its text, the document is kept for the next
 * time.
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
      if (only) {
        const reason = hash === null ? 'name one by its hash' : 'this is the hash of none';
        throw refusal('FORBIDDEN', `only registered documents are answered here; ${reason}`);
      }
      if (hash === null || typeof query === 'object') return;
      if (!query) throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
      if (digest('sha256', query) !== hash) {
        throw refusal('BAD_USER_INPUT', 'the hash is not the SHA-256 of the document');
      }
      kept.set(hash, query);
    },
  };
}

/** The hash, whichever of the two ways it is sent; null = none is sent. */
function hashOf(params: { readonly documentId?: unknown; readonly extensions?: unknown }): string | null {
  const { persistedQuery } = (params.extensions ?? {}) as {
    readonly persistedQuery?: { readonly sha256Hash?: unknown } | null;
  };
  const hash = persistedQuery?.sha256Hash ?? params.documentId;
  return typeof hash === 'string' ? hash.toLowerCase().replace(/^sha256:/, '') : null;
}

/** The hash in the address of a GET: the server does not hand on a `documentId` that stands there. */
function hashInAddress({ method, url }: Request, { query }: { readonly query?: unknown }): string | null {
  if (method !== 'GET' || query) return null;
  return hashOf({ documentId: new URL(url).searchParams.get('documentId') });
}

function refusal(code: string, message: string): GraphQLError {
  const http = { status: code === 'FORBIDDEN' ? 403 : 400, spec: code === 'PERSISTED_QUERY_NOT_FOUND' };
  return new GraphQLError(message, { extensions: { code, http } });
}
