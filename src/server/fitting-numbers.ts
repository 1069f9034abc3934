import {
  defaultFieldResolver,
  GraphQLFloat,
  GraphQLInt,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

const largestWhole = 2 ** 31 - 1;

/**
 * Makes nullable number fields null where the number does not fit them: vendors send figures of any size, and one that
 * is too large is no reason for an error. Changes the schema that it is given.
 */
export function withFittingNumbers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.type === GraphQLInt) field.resolve = fitting(field.resolve, isWhole);
      if (field.type === GraphQLFloat) field.resolve = fitting(field.resolve, Number.isFinite);
    }
  }
  return schema;
}

function fitting(
  resolve: GraphQLFieldResolver<unknown, unknown> = defaultFieldResolver,
  fits: (value: number) => boolean,
): GraphQLFieldResolver<unknown, unknown> {
  const orNull = (value: unknown) => (typeof value === 'number' && !fits(value) ? null : value);
  return (...given) => {
    const value: unknown = resolve(...given);
    return value instanceof Promise ? value.then(orNull) : orNull(value);
  };
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= largestWhole;
}
