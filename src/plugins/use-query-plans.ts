import {
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { planQuery } from '../execution/plan-query.ts';
import type { QueryPlan } from '../execution/plan.ts';
import { runPlan } from '../execution/run-plan.ts';

/** An operation that was executed before. */
interface KnownOperation {
  /** The variables that `@skip` and `@include` look at; null = the operation is not executed by a plan. */
  readonly conditions: readonly string[] | null;
  /** Plans by the values of the conditions; none is kept before the second time. */
  readonly plans: Map<string, QueryPlan>;
}

/** The most plans that are kept of one operation, which may have many conditions. */
const mostPlans = 16;
/** The most that is told of what is wrong with variables. Each such error repeats the value, which may be large. */
const mostErrors = 10;

/** Execution arguments as Yoga hands them on when cancelling is switched on. */
type Args = ExecutionArgs & { readonly signal?: AbortSignal };

/** Variables of the types that an operation gives them. */
type Coerced = Readonly<Record<string, unknown>>;

/**
 * Executes queries by a plan. Mutations, subscriptions, answers in parts and questions about the schema are left to the
 * usual execution, but never with variables that do not fit. The first plan of an operation is not kept, as most texts
 * that are asked once are never asked again; later ones are kept as long as their document.
 */
export function useQueryPlans(): Plugin {
  const operations = new WeakMap<OperationDefinitionNode, KnownOperation>();
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args: Args) => {
        const operation = getOperationAST(args.document, args.operationName);
        if (!operation) return executeFn(args);
        const { variableDefinitions = [] } = operation;
        const { schema, variableValues } = args;
        const { coerced, errors } = getVariableValues(schema, variableDefinitions, variableValues ?? {}, {
          maxErrors: mostErrors,
        });
        if (!coerced) return { errors };
        const known = operations.get(operation);
        const conditions = known ? known.conditions : conditionsOf(args.document, operation);
        const plans = known?.plans ?? new Map<string, QueryPlan>();
        // The first plan is not kept, only that there was one.
        if (!known) operations.set(operation, { conditions, plans: new Map() });
        const byPlan = conditions && executedByPlan({ conditions, plans }, operation, args, coerced);
        return byPlan || executeFn(args);
      });
    },
  };
}

/** The result by a plan, or a promise of it; null = it is left to the usual execution. */
function executedByPlan(
  { conditions, plans }: KnownOperation & { readonly conditions: readonly string[] },
  operation: OperationDefinitionNode,
  { schema, document, contextValue, rootValue, signal }: Args,
  coerced: Coerced,
) {
  // A null in `@skip` or `@include` is an error, which the usual execution reports.
  if (conditions.some((name) => coerced[name] === null)) return null;
  const given = Object.fromEntries(conditions.map((name) => [name, coerced[name]]));
  const key = JSON.stringify(given);
  let plan = plans.get(key);
  if (!plan) {
    if (plans.size === mostPlans) return null;
    plans.set(key, (plan = planQuery({ schema, document, operation, conditions: given })));
  }
  return runPlan(plan, { contextValue, rootValue, signal, variableValues: coerced });
}

/** The variables that a query's conditions look at; null when it does more than a plan can. */
function conditionsOf(
  document: DocumentNode,
  { operation }: OperationDefinitionNode,
): readonly string[] | null {
  let canPlan = operation === OperationTypeNode.QUERY;
  const conditions = new Set<string>();
  visit(document, {
    Field({ name, alias }) {
      // An object cannot have this name among its own.
      if (alias?.value === '__proto__') canPlan = false;
      if (name.value.startsWith('__') && name.value !== '__typename') canPlan = false;
    },
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') canPlan = false;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
  });
  return canPlan ? [...conditions] : null;
}
