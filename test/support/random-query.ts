import * as fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** How the queries are made. */
export interface RandomQueryOptions {
  readonly schema: GraphQLSchema;
  /** A value for an argument as it stands in a document; undefined = leave it out, or the field where it is needed. */
  readonly argumentOf: (
    field: GraphQLField<unknown, unknown>,
    argument: GraphQLArgument,
  ) => string | undefined;
  /** Deepest nesting of fields. */
  readonly depth: number;
}

/** Stands for an alias until all of them are numbered. */
const alias = '§';

/** Valid queries of a schema. Every field has an alias of its own. */
export function randomQuery({ schema, argumentOf, depth }: RandomQueryOptions): fc.Arbitrary<string> {
  const givenTo = (field: GraphQLField<unknown, unknown>): string | null => {
    const given: string[] = [];
    for (const argument of field.args) {
      const value = argumentOf(field, argument);
      if (value !== undefined) given.push(`${argument.name}: ${value}`);
      else if (isNonNullType(argument.type) && argument.defaultValue === undefined) return null;
    }
    return given.length > 0 ? `(${given.join(', ')})` : '';
  };

  const ofField = (field: GraphQLField<unknown, unknown>, left: number): fc.Arbitrary<string> => {
    const type = getNamedType(field.type);
    const head = `${alias}: ${field.name}${givenTo(field) ?? ''}`;
    if (isLeafType(type)) return fc.constant(head);
    return ofType(type, left - 1).map((below) => `${head} { ${below} }`);
  };

  const ofType = (type: GraphQLNamedType, left: number): fc.Arbitrary<string> => {
    if (isAbstractType(type)) {
      return fc
        .subarray([...schema.getPossibleTypes(type)], { minLength: 1, maxLength: 2 })
        .chain((types) => fc.tuple(...types.map((each) => ofObject(each, left))))
        .map((parts) => `__typename ${parts.join(' ')}`);
    }
    return isObjectType(type) ? ofObject(type, left) : fc.constant('__typename');
  };

  const ofObject = (type: GraphQLObjectType, left: number): fc.Arbitrary<string> => {
    const fields = Object.values(type.getFields()).filter(
      (field) => (left > 0 || isLeafType(getNamedType(field.type))) && givenTo(field) !== null,
    );
    return fc
      .subarray(fields, {
        minLength: Math.min(1, fields.length),
        maxLength: Math.min(fields.length, left > 1 ? 4 : 6),
      })
      .chain((chosen) => fc.tuple(...chosen.map((field) => ofField(field, left))))
      .map((parts) => `... on ${type.name} { __typename ${parts.join(' ')} }`);
  };

  return ofObject(schema.getQueryType()!, depth).map((text) => {
    let count = 0;
    return `{ ${text.replaceAll(alias, () => `f${(count += 1)}`)} }`;
  });
}
