import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

/** Options of `usePersistedOperations`. */
export interface PersistedOperationsOptions {
  /** Documents known from the start, by the SHA-256 of their text in hex. */
  readonly documents: ReadonlyMap<string, string>;
  /** Answer nothing else. @default false */
  readonly only: boolean;
}

/** Most characters of documents that callers may have kept for them. */
const mostCharacters = 4_000_000;

/**
 * Lets callers send the SHA-256 of a document in its place (`extensions.persistedQuery.sha256Hash`). One that is not
 * known is answered with PERSISTED_QUERY_NOT_FOUND; sent with its text, it is kept for the next time.
 */
export function usePersistedOperations({ documents, only }: PersistedOperationsOptions): Plugin {
  const kept = new LRUCache<string, string>({
    max: 1000,
    maxSize: mostCharacters,
    sizeCalculation: (text) => text.length + 1,
  });
  return {
    onParams({ params, setParams }) {
      const hash = hashOf(params.extensions);
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
      if (createHash('sha256').update(query).digest('hex') !== hash) {
        throw refusal(
          'BAD_USER_INPUT',
          'extensions.persistedQuery.sha256Hash is not the SHA-256 of the document',
        );
      }
      kept.set(hash, query);
    },
  };
}

function hashOf(extensions: unknown): string | null {
  const { persistedQuery } = (extensions ?? {}) as {
    readonly persistedQuery?: { readonly sha256Hash?: unknown } | null;
  };
  const hash = persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? hash.toLowerCase() : null;
}

function refusal(code: string, message: string): GraphQLError {
  const http = { status: code === 'FORBIDDEN' ? 403 : 400, spec: code === 'PERSISTED_QUERY_NOT_FOUND' };
  return new GraphQLError(message, { extensions: { code, http } });
}
