import {
  defaultTypeResolver,
  GraphQLError,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { FieldInfo } from './field-info.ts';
import { isPromise, Join } from './join.ts';
import type { Complete, Execution, FieldPlan, Path, SelectionPlan } from './plan.ts';
import { failed, runSelection } from './run-selection.ts';

/** A field whose values are to be completed. */
export type CompletedField = Omit<FieldPlan, 'complete'>;

/** What is selected below a field of the objects of a type. */
export type SelectionOf = (type: GraphQLObjectType) => SelectionPlan;

/** How values of a type are completed at a field. */
export function completionOf(
  type: GraphQLOutputType,
  field: CompletedField,
  selectionOf: SelectionOf,
): Complete {
  if (isNonNullType(type)) return required(completionOf(type.ofType, field, selectionOf), field);
  if (isListType(type)) return unlessNull(listCompletion(type.ofType, field, selectionOf));
  if (isLeafType(type)) return unlessNull(leafCompletion(type));
  if (isObjectType(type)) return unlessNull(objectCompletion(type, selectionOf));
  return unlessNull(abstractCompletion(type, field, selectionOf));
}

function required(complete: Complete, { parentType, definition }: CompletedField): Complete {
  return (execution, value, path) => {
    const completed = complete(execution, value, path);
    if (completed !== null) return completed;
    throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
  };
}

function unlessNull(complete: Complete): Complete {
  return (execution, value, path) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(execution, value, path);
  };
}

function leafCompletion(type: GraphQLLeafType): Complete {
  return (_execution, value) => {
    const serialized = serialize(type, value);
    if (serialized === null || serialized === undefined) {
      throw new Error(`Expected a value of type ${type.name}, but its serialization gave none.`);
    }
    return serialized;
  };
}

function serialize(type: GraphQLLeafType, value: unknown): unknown {
  try {
    return type.serialize(value);
  } catch (error) {
    // A fault of the gateway, which must not pass for an error that was made for the caller.
    throw error instanceof GraphQLError ? new Error(error.message, { cause: error }) : error;
  }
}

function objectCompletion(type: GraphQLObjectType, selectionOf: SelectionOf): Complete {
  return (execution, value, path) => runSelection(execution, selectionOf(type), value, path);
}

function abstractCompletion(
  type: GraphQLAbstractType,
  field: CompletedField,
  selectionOf: SelectionOf,
): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const complete = (execution: Execution, name: unknown, value: unknown, path: Path) => {
    const { schema } = execution.plan;
    const runtimeType = typeof name === 'string' ? schema.getType(name) : undefined;
    if (!isObjectType(runtimeType) || !schema.isSubType(type, runtimeType)) {
      throw new Error(`Expected an object of a type of ${type.name}, but it was told to be: ${String(name)}`);
    }
    return runSelection(execution, selectionOf(runtimeType), value, path);
  };
  return (execution, value, path) => {
    const info = new FieldInfo(execution, field, parentOf(path));
    const name = resolveType(value, execution.contextValue, info, type);
    if (!isPromise(name)) return complete(execution, name, value, path);
    return name.then((found) => complete(execution, found, value, path));
  };
}

/** The path of the object whose field holds a value, directly or in a list. */
function parentOf(path: Path): Path {
  let place = path;
  while (typeof place?.key === 'number') place = place.prev;
  return place?.prev;
}

function listCompletion(
  itemType: GraphQLOutputType,
  field: CompletedField,
  selectionOf: SelectionOf,
): Complete {
  const completeItem = completionOf(itemType, field, selectionOf);
  const item = { nodes: field.nodes, isNonNull: isNonNullType(itemType) };
  const runItem = (execution: Execution, value: unknown, path: NonNullable<Path>) => {
    try {
      if (isPromise(value)) return laterItem(execution, value, path);
      const completed = completeItem(execution, value, path);
      return isPromise(completed) ? unlessFailed(execution, completed, path) : completed;
    } catch (error) {
      return failed(execution, item, path, error);
    }
  };
  const laterItem = (execution: Execution, value: PromiseLike<unknown>, path: NonNullable<Path>) =>
    unlessFailed(
      execution,
      value.then((resolved) => completeItem(execution, resolved, path)),
      path,
    );
  const unlessFailed = (execution: Execution, completed: PromiseLike<unknown>, path: NonNullable<Path>) =>
    completed.then(undefined, (error: unknown) => failed(execution, item, path, error));
  return (execution, value, path) => {
    if (!isIterable(value)) {
      const { parentType, definition } = field;
      throw new Error(`Expected a list for ${parentType.name}.${definition.name}.`);
    }
    const values: unknown[] = [];
    let join: Join | undefined;
    try {
      for (const one of value) {
        const key = values.length;
        const completed = runItem(execution, one, { prev: path, key, typename: undefined });
        if (isPromise(completed)) (join ??= new Join(values)).add(key, completed);
        else values[key] = completed;
      }
    } catch (error) {
      if (join) return join.failWith(error);
      throw error;
    }
    return join ? join.whole : values;
  };
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
