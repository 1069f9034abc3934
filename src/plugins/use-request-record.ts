import { getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** What is told of a request when it was answered. No document, no variable, nobody's data. */
export interface RequestRecord {
  /** Name of the operation in the document, cut to 64 characters; null = none, or nothing was executed. */
  readonly operation: string | null;
  /** HTTP status. */
  readonly status: number;
  /** Codes of the errors in the answer, each once. */
  readonly codes: readonly string[];
}

/** Options of `useRequestRecord`. */
export interface RequestRecordOptions {
  readonly idOf: (request: Request) => string;
  /** Told of every answer. */
  readonly onAnswer: (record: RequestRecord, request: Request) => void;
}

const longestName = 64;

/** Names every answer by the request's id and tells of it. To stand after the plugin that gives errors their codes. */
export function useRequestRecord({ idOf, onAnswer }: RequestRecordOptions): Plugin {
  const operations = new WeakMap<Request, string>();
  const codes = new WeakMap<Request, readonly string[]>();
  return {
    onExecute({ args }) {
      const name = getOperationAST(args.document, args.operationName)?.name?.value;
      const { request } = args.contextValue as { readonly request?: Request };
      if (name && request) operations.set(request, name.slice(0, longestName));
    },
    onResultProcess({ request, result }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
      codes.set(request, [...new Set(result.errors.map(({ extensions }) => String(extensions['code'])))]);
    },
    onResponse({ request, response }) {
      response.headers.set('X-Request-Id', idOf(request));
      const operation = operations.get(request) ?? null;
      onAnswer({ operation, status: response.status, codes: codes.get(request) ?? [] }, request);
    },
  };
}
