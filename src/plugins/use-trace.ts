import { getOperationAST, type ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { documentAsked, nameAsked } from './asked-document.ts';
import { sanitisedDocument } from './sanitised-document.ts';
import { requestOf } from './request-of.ts';

/** A request that is followed. */
export interface FollowedRequest {
  /** Whether the request is recorded at all. */
  readonly isRecording: boolean;
  /** Runs a task as a part of the request. */
  run<T>(task: () => T): T;
  /** Records the operation that is asked for. */
  operation(operation: {
    readonly type: string;
    readonly name: string | null;
    readonly document: string;
  }): void;
}

/** Options of `useTrace`. */
export interface TraceOptions {
  /** Begins to follow a request. */
  readonly follow: (request: Request) => FollowedRequest;
}

/** Follows every request from its arrival on, and tells of the operation in it. */
export function useTrace({ follow }: TraceOptions): Plugin {
  const followed = new WeakMap<Request, FollowedRequest>();
  const tell = (args: ExecutionArgs): void => {
    const request = requestOf(args);
    const trace = request && followed.get(request);
    const operation = trace?.isRecording && getOperationAST(args.document, args.operationName);
    if (!operation) return;
    trace.operation({
      type: operation.operation,
      name: nameAsked(args),
      document: sanitisedDocument(documentAsked(args)),
    });
  };
  return {
    instrumentation: {
      request({ request }, wrapped) {
        const trace = follow(request);
        followed.set(request, trace);
        return trace.run(wrapped);
      },
    },
    onExecute: ({ args }) => tell(args),
    onSubscribe: ({ args }) => tell(args),
  };
}
