import {
  getNamedType,
  isScalarType,
  Kind,
  OperationTypeNode,
  parse,
  TokenKind,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type Token,
  type ValueNode,
} from 'graphql';
import type { DocumentSkeleton } from './document-skeleton.ts';

/**
 * A document with variables in place of its literals and without a name: many documents can be executed as this one.
 */
export interface LiftedDocument {
  readonly text: string;
  /** The types of the literals, in their order. */
  readonly scalars: readonly GraphQLScalarType[];
  /** Where each word of the documents begins in this one. */
  readonly starts: readonly number[];
}

/** The variable of a literal. No other variable is named like this. */
export function variableOf(index: number): string {
  return `_${index}`;
}

/**
 * Makes variables of the literals of a valid document. Null where that could change what the document means: where it
 * has more than one operation, something other than a query, directives other than `@skip` and `@include`, literals
 * whose type is not known, or equal fields that must have equal literals.
 */
export function liftLiterals(
  skeleton: DocumentSkeleton,
  document: DocumentNode,
  schema: GraphQLSchema,
): LiftedDocument | null {
  const operation = onlyQuery(document);
  if (!operation || operation.name?.loc?.start !== skeleton.name?.start) return null;
  const types = typesOfLiterals(document, schema);
  if (!types) return null;
  const found = skeleton.literals.map(({ start }) => types.get(start));
  const scalars = found.map((type) => getNamedType(type)).filter((type) => isScalarType(type));
  if (scalars.length < found.length) return null;
  const definitions = found.map((type, index) => `$${variableOf(index)}: ${String(type)}`).join(' ');
  const { text, starts } = rewritten(skeleton, operation, definitions);
  return validate(schema, parse(text)).length === 0 ? { text, scalars, starts } : null;
}

/**
 * A literal as the value of a variable; undefined = it does not fit the scalar, or would mean something else as a
 * variable.
 */
export function valueOf({ kind, value }: Token, scalar: GraphQLScalarType): number | string | undefined {
  const isText = kind === TokenKind.STRING || kind === TokenKind.BLOCK_STRING;
  const given = isText || scalar.name === 'ID' ? value : Number(value);
  const node = { kind: isText ? Kind.STRING : kind === TokenKind.INT ? Kind.INT : Kind.FLOAT, value };
  try {
    const literal: unknown = scalar.parseLiteral(node as ValueNode);
    return Object.is(scalar.parseValue(given), literal) ? given : undefined;
  } catch {
    return undefined;
  }
}

function onlyQuery({ definitions }: DocumentNode): OperationDefinitionNode | null {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation = null] = operations;
  return operations.length === 1 && operation?.operation === OperationTypeNode.QUERY ? operation : null;
}

/** The types of numbers and strings by where they stand; null = the document is better left as it is. */
function typesOfLiterals(
  document: DocumentNode,
  schema: GraphQLSchema,
): ReadonlyMap<number, GraphQLInputType> | null {
  const types = new Map<number, GraphQLInputType>();
  const typeInfo = new TypeInfo(schema);
  let canLift = true;
  const note = ({ loc }: ValueNode) => {
    const type = typeInfo.getInputType();
    if (type && loc) types.set(loc.start, type);
  };
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      IntValue: note,
      FloatValue: note,
      StringValue: note,
      Variable({ name }) {
        if (/^_\d/.test(name.value)) canLift = false;
      },
      Directive({ name }) {
        if (name.value !== 'skip' && name.value !== 'include') canLift = false;
      },
    }),
  );
  return canLift ? types : null;
}

function rewritten(
  { text, tokens, literals, name, definitionsEnd }: DocumentSkeleton,
  operation: OperationDefinitionNode,
  definitions: string,
) {
  const variables = new Map(literals.map((token, index) => [token, `$${variableOf(index)}`]));
  const isShort = text[operation.loc!.start] === '{';
  // The definitions of variables go after this word, where the query has none yet.
  const opening = definitionsEnd ?? name ?? tokens.find(({ start }) => start === operation.loc?.start);
  const starts: number[] = [];
  let result = '';
  for (const token of tokens) {
    starts.push(result.length);
    const word = token === name ? '' : (variables.get(token) ?? text.slice(token.start, token.end));
    if (token !== opening || definitions === '') result += `${word} `;
    else if (definitionsEnd) result += `${definitions} ${word} `;
    else if (isShort) result += `query (${definitions}) ${word} `;
    else result += `${word} (${definitions}) `;
  }
  return { text: result, starts };
}
