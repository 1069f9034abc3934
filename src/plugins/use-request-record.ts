import type { ExecutionArgs } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { nameAsked } from './asked-document.ts';
import { codesOfPart } from './use-incremental-delivery.ts';
import { requestOf } from './request-of.ts';
import { isFailed } from './failed-result.ts';

/** What is recorded of a request when it was answered. No document, no variables, no personal data. */
export interface RequestRecord {
  /** Name of the operation in the document, cut to 64 characters; null = none, or nothing was executed. */
  readonly operation: string | null;
  /** HTTP status; 499 = the connection ended before there was an answer. */
  readonly status: number;
  /** Codes of the errors in the answer, each once. */
  readonly codes: readonly string[];
}

/**
 * What is recorded where the connection ended before there was an answer: the caller left, or the gateway did not wait
 * any longer. The status is the one that nginx logs then.
 */
export const neverSent = { status: 499, codes: ['TIMEOUT'] } as const;

/** Options of `useRequestRecord`. */
export interface RequestRecordOptions {
  readonly idOf: (request: Request) => string;
  /** Told of every answer. */
  readonly onAnswer: (record: RequestRecord, request: Request) => void;
}

/** Gives every answer the request's id and reports it. Must stand after the plugin that gives errors their codes. */
export function useRequestRecord({ idOf, onAnswer }: RequestRecordOptions): Plugin {
  const operations = new WeakMap<Request, string>();
  const codes = new WeakMap<Request, readonly string[]>();
  /** Requests whose answers come in parts, and so end later than their headers are sent. */
  const inParts = new WeakSet<Request>();
  const remember = (args: ExecutionArgs) => {
    const name = nameAsked(args);
    const request = requestOf(args);
    if (name && request) operations.set(request, name);
  };
  const tell = (request: Request, status: number, found: readonly string[]) =>
    onAnswer({ operation: operations.get(request) ?? null, status, codes: found }, request);
  return {
    onExecute({ args }) {
      remember(args);
      const request = requestOf(args);
      return {
        onExecuteDone({ result }) {
          if (!request || !isAsyncIterable(result)) return undefined;
          const found = new Set<string>();
          inParts.add(request);
          return {
            onNext: ({ result: part }) => codesOfPart(part).forEach((code) => found.add(code)),
            onEnd: () => tell(request, 200, [...found]),
          };
        },
      };
    },
    onSubscribe: ({ args }) => remember(args),
    onResultProcess({ request, result }) {
      if (!isFailed(result)) return;
      codes.set(request, [...new Set(result.errors.map(({ extensions }) => String(extensions['code'])))]);
    },
    onResponse({ request, response }) {
      response.headers.set('X-Request-Id', idOf(request));
      if (inParts.has(request)) return;
      const found = codes.get(request) ?? [];
      if (!request.signal.aborted) tell(request, response.status, found);
      else tell(request, neverSent.status, found.length > 0 ? found : neverSent.codes);
    },
  };
}
