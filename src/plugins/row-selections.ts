import { getNamedType, isObjectType, Kind, type GraphQLNamedType, type SelectionSetNode } from 'graphql';
import { referenceFields } from './field-calls.ts';
import { selectedFields, type SelectionScope } from './selected-fields.ts';

/** The type of the rows of a connection; null = it has none. */
export function rowTypeOf(connection: GraphQLNamedType): GraphQLNamedType | null {
  const rows = isObjectType(connection) ? connection.getFields()['nodes'] : undefined;
  return rows ? getNamedType(rows.type) : null;
}

/** What is selected of the rows of a connection, by `nodes` and by `edges`. */
export function rowSelections(
  selections: readonly SelectionSetNode[],
  connection: GraphQLNamedType,
  scope: SelectionScope,
): SelectionSetNode[] {
  return selectedFields(selections, connection, scope).flatMap(({ parent, nodes }) => {
    const name = nodes[0].name.value;
    const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (name === 'nodes' || name === 'node') return inner;
    const edge = name === 'edges' ? getNamedType(parent.getFields()['edges']!.type) : null;
    return edge ? rowSelections(inner, edge, scope) : [];
  });
}

/** What is selected of the outcomes of a connection's sources; nothing where it has none. */
export function outcomeSelections(
  selections: readonly SelectionSetNode[],
  connection: GraphQLNamedType,
  scope: SelectionScope,
): SelectionSetNode[] {
  return selectedFields(selections, connection, scope)
    .filter(({ nodes }) => nodes[0].name.value === 'sources')
    .flatMap(({ nodes }) => nodes.flatMap(({ selectionSet }) => selectionSet ?? []));
}

/** Whether more is selected of an entity than every reference to it tells. */
export function asksMoreThanReference(
  selections: readonly SelectionSetNode[],
  type: GraphQLNamedType,
  scope: SelectionScope,
): boolean {
  return selectedFields(selections, type, scope).some(
    ({ nodes }) => nodes[0].kind === Kind.FIELD && !referenceFields.has(nodes[0].name.value),
  );
}
