import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Execution, QueryPlan } from './plan.ts';
import { runSelection } from './run-selection.ts';

/** What an execution is given. */
export type PlanInput = Pick<Execution, 'contextValue' | 'rootValue' | 'signal' | 'variableValues'>;

type Data = NonNullable<ExecutionResult['data']>;

/** Executes a plan. Fails with the signal's reason as soon as that is aborted. */
export async function runPlan(plan: QueryPlan, input: PlanInput): Promise<ExecutionResult> {
  const { signal } = input;
  const errors: GraphQLError[] = [];
  const execution: Execution = { plan, ...input, errors, arguments: [] };
  try {
    const running = runSelection(execution, plan.root, input.rootValue, undefined);
    const data = (running instanceof Promise ? await unlessAborted(running, signal) : running) as Data;
    return errors.length > 0 ? { errors, data } : { data };
  } catch (error) {
    signal?.throwIfAborted();
    return { errors: [...errors, error as GraphQLError], data: null };
  }
}

function unlessAborted(running: Promise<object>, signal: AbortSignal | undefined): Promise<object> {
  if (!signal) return running;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
