import {
  isLeafType,
  isNonNullType,
  Kind,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { completionOf, type CompletedField } from './completion.ts';
import type { QueryPlan, SelectionPlan } from './plan.ts';

/** What is to be planned. */
export interface PlannedQuery {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** A query of the document. It is valid and asks nothing about the schema. */
  readonly operation: OperationDefinitionNode;
  /** The values of the variables that `@skip` and `@include` look at: the plan holds for these alone. */
  readonly conditions: Record<string, unknown>;
}

/** Makes a plan. What is selected below a field is planned when an execution first gets there. */
export function planQuery({ schema, document, operation, conditions }: PlannedQuery): QueryPlan {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  let count = 0;
  const selectionOf = (
    parentType: GraphQLObjectType,
    fields: ReadonlyMap<string, readonly FieldNode[]>,
  ): SelectionPlan =>
    [...fields].flatMap(([responseName, nodes]) => {
      const [node] = nodes;
      const definition =
        node?.name.value === '__typename' ? TypeNameMetaFieldDef : parentType.getFields()[node!.name.value];
      if (!definition) return [];
      const { type } = definition;
      const field: CompletedField = {
        responseName,
        parentType,
        definition,
        nodes: nodes as [FieldNode, ...FieldNode[]],
        index: (count += 1),
        isNonNull: isNonNullType(type),
        isLeaf: isLeafType(isNonNullType(type) ? type.ofType : type),
      };
      const below = new Map<GraphQLObjectType, SelectionPlan>();
      const complete = completionOf(type, field, (objectType) => {
        let known = below.get(objectType);
        if (!known) {
          const subfields = collectSubfields(schema, fragments, conditions, objectType, nodes);
          below.set(objectType, (known = selectionOf(objectType, subfields)));
        }
        return known;
      });
      return [{ ...field, complete }];
    });
  const queryType = schema.getQueryType()!;
  const fields = collectFields(schema, fragments, conditions, queryType, operation.selectionSet);
  return { schema, operation, fragments, root: selectionOf(queryType, fields) };
}
