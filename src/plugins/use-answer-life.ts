import { getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { AnswerLife } from '../contract/answer-life.ts';
import { requestOf } from './request-of.ts';

/** Options of `useAnswerLife`. */
export interface AnswerLifeOptions {
  /** Gathers for how long the answer may be kept; undefined = it is not going to be kept. */
  readonly lifeOf: (request: Request) => AnswerLife | undefined;
}

/** Sees to it that answers with errors, and answers to anything but queries, are not kept. */
export function useAnswerLife({ lifeOf }: AnswerLifeOptions): Plugin {
  return {
    onExecute({ args }) {
      const request = requestOf(args);
      const operation = getOperationAST(args.document, args.operationName)?.operation;
      if (request && operation !== OperationTypeNode.QUERY) lifeOf(request)?.spoil();
    },
    onResultProcess({ request, result }) {
      const isWhole = !Array.isArray(result) && 'data' in result && result.data && !result.errors;
      if (!isWhole) lifeOf(request)?.spoil();
    },
  };
}
