import { getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { AnswerLife } from '../contract/answer-life.ts';
import { requestOf } from './request-of.ts';

/** Options of `useAnswerLife`. */
export interface AnswerLifeOptions {
  /** What is gathered of the answer's life; undefined = nobody means to keep it. */
  readonly lifeOf: (request: Request) => AnswerLife | undefined;
}

/** Keeps answers with errors, and answers to anything but queries, from being kept. */
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
