import {
  getOperationAST,
  type ExecutionArgs,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { fragmentsOf } from './fragments-of.ts';
import { queryCost } from './query-cost.ts';
import { tooComplex } from './too-complex.ts';
import { variablesOf } from './operation-variables.ts';

/** Options of `useQueryCost`. */
export interface QueryCostOptions<Context> {
  /** Most vendor calls that one operation may need. */
  readonly maxCost: number;
  readonly maxPageSize: number;
  /** The sources that exist for the caller. */
  readonly sourcesOf: (context: Context) => readonly HelpdeskSource[];
}

/**
 * Counts, before any vendor is called, the calls that an operation can need. Refuses it above the limit; else puts the
 * count into `extensions.cost`.
 */
export function useQueryCost<Context extends object>(options: QueryCostOptions<Context>): Plugin<Context> {
  const { maxCost } = options;
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (!operation) return;
      const cost = costOf(operation, args as ExecutionArgs & { contextValue: Context }, options);
      if (cost > maxCost)
        setResultAndStopExecution(refusal(operation, { upstreamCalls: cost, limit: maxCost }));
    },
    onExecute({ args, setResultAndStopExecution }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (!operation) return undefined;
      const cost = costOf(operation, args as ExecutionArgs & { contextValue: Context }, options);
      const told = { upstreamCalls: cost, limit: maxCost };
      if (cost > maxCost) {
        setResultAndStopExecution(refusal(operation, told));
        return undefined;
      }
      if (cost === 0) return undefined;
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return inFirstPart({ cost: told });
          setResult({ ...result, extensions: { ...result.extensions, cost: told } });
          return undefined;
        },
      };
    },
  };
}

function refusal(
  operation: OperationDefinitionNode,
  cost: { readonly upstreamCalls: number; readonly limit: number },
) {
  const message = `the query may need ${cost.upstreamCalls} calls to vendors; ${cost.limit} are allowed`;
  return { errors: [tooComplex(message, operation)], extensions: { cost } };
}

/** Adds extensions to the first part of an answer that comes in parts. */
function inFirstPart(extensions: object) {
  let isFirst = true;
  return {
    onNext({ result, setResult }: PartHook) {
      if (isFirst) setResult({ ...result, extensions: { ...result.extensions, ...extensions } });
      isFirst = false;
    },
  };
}

interface PartHook {
  readonly result: ExecutionResult;
  readonly setResult: (result: ExecutionResult) => void;
}

function costOf<Context>(
  operation: OperationDefinitionNode,
  { schema, document, variableValues, contextValue }: ExecutionArgs & { contextValue: Context },
  { maxPageSize, sourcesOf }: QueryCostOptions<Context>,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  return queryCost(operation.selectionSet, root, {
    schema,
    fragments: fragmentsOf(document),
    variables: variablesOf(operation, variableValues),
    sources: sourcesOf(contextValue),
    maxPageSize,
  });
}
