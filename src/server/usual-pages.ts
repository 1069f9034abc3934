import { isObjectType, type GraphQLSchema } from 'graphql';

/**
 * Lowers the default of `first` to `maxPageSize` where it is higher, because a list without `first` would otherwise
 * always be refused. Changes the schema that it is given.
 */
export function withUsualPages(schema: GraphQLSchema, maxPageSize: number): GraphQLSchema {
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()));
  for (const argument of fields.flatMap(({ args }) => args)) {
    const { name, defaultValue } = argument;
    if (name === 'first' && typeof defaultValue === 'number' && defaultValue > maxPageSize) {
      argument.defaultValue = maxPageSize;
    }
  }
  return schema;
}
