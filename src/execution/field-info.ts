import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
  ResponsePath,
} from 'graphql';
import type { Execution, FieldPlan, Path } from './plan.ts';

type InfoField = Pick<FieldPlan, 'definition' | 'nodes' | 'parentType' | 'responseName'>;

/**
 * What a resolver is told of its field. Few resolvers look at it, so each part is put together when it is asked for.
 */
export class FieldInfo implements GraphQLResolveInfo {
  readonly #execution: Execution;
  readonly #field: InfoField;
  readonly #parentPath: Path;

  constructor(execution: Execution, field: InfoField, parentPath: Path) {
    this.#execution = execution;
    this.#field = field;
    this.#parentPath = parentPath;
  }

  get fieldName(): string {
    return this.#field.definition.name;
  }

  get fieldNodes(): readonly FieldNode[] {
    return this.#field.nodes;
  }

  get returnType(): GraphQLOutputType {
    return this.#field.definition.type;
  }

  get parentType(): GraphQLObjectType {
    return this.#field.parentType;
  }

  get path(): ResponsePath {
    return pathOf(this.#field, this.#parentPath);
  }

  get schema(): GraphQLSchema {
    return this.#execution.plan.schema;
  }

  get fragments(): Record<string, FragmentDefinitionNode> {
    return this.#execution.plan.fragments;
  }

  get rootValue(): unknown {
    return this.#execution.rootValue;
  }

  get operation(): OperationDefinitionNode {
    return this.#execution.plan.operation;
  }

  get variableValues(): Record<string, unknown> {
    return this.#execution.variableValues;
  }
}

/** Where a field of an object stands in the answer. */
export function pathOf({ responseName, parentType }: InfoField, parentPath: Path): ResponsePath {
  return { prev: parentPath, key: responseName, typename: parentType.name };
}
