import {
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType' | 'schema' | 'variableValues'>;

/**
 * Names of the fields that are selected at the ends of paths of field names below a field, whatever their aliases.
 * Fragments are looked into, and fields that `@skip` or `@include` leave out do not count.
 */
export function selectedNames(info: Info, paths: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => namesBelow(info.returnType, info.fieldNodes, path, info)));
}

function namesBelow(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  [next, ...further]: readonly string[],
  info: Info,
): readonly string[] {
  const parent = getNamedType(type);
  if (!isObjectType(parent)) return [];
  const { schema, fragments, variableValues } = info;
  const fields = [...collectSubfields(schema, fragments, variableValues, parent, nodes).values()].flat();
  if (next === undefined) return fields.map(({ name }) => name.value);
  const field = parent.getFields()[next];
  const along = fields.filter(({ name }) => name.value === next);
  return field ? namesBelow(field.type, along, further, info) : [];
}
