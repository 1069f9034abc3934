import { getNullableType, isInputObjectType, type GraphQLResolveInfo } from 'graphql';

/** The input with the schema's defaults in place of nulls, which count as left out. */
export function withDefaults<Input extends object>(
  input: Input,
  { parentType, fieldName }: Pick<GraphQLResolveInfo, 'fieldName' | 'parentType'>,
): Input {
  const given = parentType.getFields()[fieldName]?.args.find(({ name }) => name === 'input');
  const type = getNullableType(given?.type);
  if (!isInputObjectType(type)) return input;
  const defaults = Object.values(type.getFields())
    .filter(({ name, defaultValue }) => defaultValue !== undefined && Reflect.get(input, name) === null)
    .map(({ name, defaultValue }) => [name, defaultValue] as const);
  return { ...input, ...Object.fromEntries(defaults) };
}
