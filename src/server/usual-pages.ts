import { isObjectType, type GraphQLSchema } from 'graphql';

/**
 * Makes the usual length of every list one that is allowed: else a list without `first` would always be refused.
 * Changes the schema that is given.
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
