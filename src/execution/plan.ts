import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  ResponsePath,
} from 'graphql';

/**
 * A query made ready to be executed any number of times: everything that depends only on the document and the schema.
 */
export interface QueryPlan {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly root: SelectionPlan;
}

/** What is selected of objects of one type, in the order of the answer. */
export type SelectionPlan = readonly FieldPlan[];

/** One field in an object of the answer. */
export interface FieldPlan {
  readonly responseName: string;
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  /** Its number among all fields of the plan. */
  readonly index: number;
  readonly isNonNull: boolean;
  /** A scalar or an enum. */
  readonly isLeaf: boolean;
  readonly complete: Complete;
}

/**
 * Turns a resolved value into what the answer holds, or into a promise of it. Throws for a value that does not fit the
 * type, and for null where the type forbids it. `path` is that of the value; leaves do not use it.
 */
export type Complete = (execution: Execution, value: unknown, path: Path) => unknown;

/** Where something stands in the answer; undefined = it is the answer as a whole. */
export type Path = ResponsePath | undefined;

/** One execution of a plan. */
export interface Execution {
  readonly plan: QueryPlan;
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  /** As coerced. */
  readonly variableValues: Record<string, unknown>;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal | undefined;
  /** Errors that left a null in the answer. */
  readonly errors: GraphQLError[];
  /** Arguments worked out so far, by the field's index: they are the same for all objects of a list. */
  readonly arguments: (Record<string, unknown> | undefined)[];
}
