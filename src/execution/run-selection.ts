import {
  defaultFieldResolver,
  getArgumentValues,
  GraphQLError,
  locatedError,
  type ResponsePath,
} from 'graphql';
import { FieldInfo, pathOf } from './field-info.ts';
import { isPromise, Join } from './join.ts';
import type { Execution, FieldPlan, Path, SelectionPlan } from './plan.ts';

/** Executes what is selected of an object: gives the object of the answer, or a promise of it. */
export function runSelection(
  execution: Execution,
  selection: SelectionPlan,
  source: unknown,
  path: Path,
): object | Promise<object> {
  execution.signal?.throwIfAborted();
  const values: Record<string, unknown> = {};
  let join: Join | undefined;
  try {
    for (const field of selection) {
      const value = runField(execution, field, source, path);
      if (isPromise(value)) (join ??= new Join(values)).add(field.responseName, value);
      else values[field.responseName] = value;
    }
  } catch (error) {
    if (join) return join.failWith(error);
    throw error;
  }
  return join ? join.whole : values;
}

// Closures are made in functions of their own: one written here would cost every field, even those that do not need it.
function runField(execution: Execution, field: FieldPlan, source: unknown, parentPath: Path): unknown {
  try {
    const resolve = field.definition.resolve ?? defaultFieldResolver;
    const info = new FieldInfo(execution, field, parentPath);
    const resolved: unknown = resolve(source, argumentsOf(execution, field), execution.contextValue, info);
    return isPromise(resolved)
      ? completedLater(execution, field, parentPath, resolved)
      : completed(execution, field, parentPath, resolved);
  } catch (error) {
    return failed(execution, field, pathOf(field, parentPath), error);
  }
}

function completed(execution: Execution, field: FieldPlan, parentPath: Path, resolved: unknown): unknown {
  // The path of a leaf is needed only for an error.
  const path = field.isLeaf ? parentPath : pathOf(field, parentPath);
  const value = field.complete(execution, resolved, path);
  return isPromise(value) ? unlessFailed(execution, field, parentPath, value) : value;
}

function completedLater(
  execution: Execution,
  field: FieldPlan,
  parentPath: Path,
  resolved: PromiseLike<unknown>,
): PromiseLike<unknown> {
  const complete = (value: unknown): unknown => {
    try {
      return completed(execution, field, parentPath, value);
    } catch (error) {
      return failed(execution, field, pathOf(field, parentPath), error);
    }
  };
  return resolved.then(complete, (error: unknown) =>
    failed(execution, field, pathOf(field, parentPath), error),
  );
}

function unlessFailed(
  execution: Execution,
  field: FieldPlan,
  parentPath: Path,
  value: PromiseLike<unknown>,
): PromiseLike<unknown> {
  return value.then(undefined, (error: unknown) =>
    failed(execution, field, pathOf(field, parentPath), error),
  );
}

function argumentsOf(execution: Execution, { index, definition, nodes }: FieldPlan): Record<string, unknown> {
  const known = execution.arguments[index];
  if (known) return known;
  const found = getArgumentValues(definition, nodes[0], execution.variableValues);
  execution.arguments[index] = found;
  return found;
}

/**
 * Notes the error and gives null in place of what failed, where the schema allows it. Where it does not, a value stands
 * in that the error brings along as `extensions.standIn`; without one it throws.
 */
export function failed(
  { errors }: Execution,
  { nodes, isNonNull }: Pick<FieldPlan, 'isNonNull' | 'nodes'>,
  path: ResponsePath,
  error: unknown,
): unknown {
  const causes: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  for (const cause of causes) {
    const located = locatedError(cause, nodes, keysOf(path));
    const standIn = isNonNull && cause instanceof GraphQLError ? cause.extensions['standIn'] : undefined;
    if (isNonNull && standIn === undefined) throw located;
    errors.push(located);
    if (standIn !== undefined) return standIn;
  }
  return null;
}

function keysOf(path: ResponsePath): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let place: Path = path; place; place = place.prev) keys.push(place.key);
  return keys.reverse();
}
