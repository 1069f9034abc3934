import { Kind, valueFromASTUntyped, type GraphQLScalarType, type ValueNode } from 'graphql';
import { readDateTime } from '../contract/date-time.ts';
import type { Instant } from '../contract/instant.ts';
import { badUserInput } from './bad-user-input.ts';
import { shownInput } from './shown-input.ts';

/** The years that RFC 3339 can write, in UTC. */
const earliest = Date.parse('0000-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Reads a date and time as an instant. Throws for anything but RFC 3339 with an offset, and for what that takes out of the
 * years 0000 to 9999.
 */
export function parseDateTime(text: unknown, node?: ValueNode): Instant {
  const instant = typeof text === 'string' ? readDateTime(text) : null;
  if (instant === null) {
    throw badUserInput(
      `DateTime expects RFC 3339 with an offset, such as 2026-03-01T08:15:00Z, but got: ${shownInput(text)}`,
      node,
    );
  }
  if (instant < earliest || instant > latest) {
    throw badUserInput(
      `DateTime expects a moment in the years 0000 to 9999 of UTC, but got: ${JSON.stringify(text)}`,
      node,
    );
  }
  return instant;
}

function parseText(name: string, form: RegExp, example: string) {
  return (value: unknown, node?: ValueNode): string => {
    if (typeof value === 'string' && form.test(value)) return value;
    throw badUserInput(`${name} expects a string such as ${example}, but got: ${shownInput(value)}`, node);
  };
}

/** Makes the parser of a literal, whose errors say where in the document the literal is. */
function literal<T>(parse: (value: unknown, node: ValueNode) => T) {
  return (node: ValueNode): T =>
    parse(node.kind === Kind.STRING ? node.value : valueFromASTUntyped(node), node);
}

const parseDate = parseText('Date', /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '2026-03-01');
const parseDecimal = parseText('Decimal', /^-?\d+(\.\d+)?$/, '19.90');

/**
 * How values come in and go out. Only these parts of a type are given here, because a whole type would replace the
 * description that is in the schema.
 */
type ScalarForm<Inside, Outside> = Pick<
  GraphQLScalarType<Inside, Outside>,
  'parseLiteral' | 'parseValue' | 'serialize'
>;

const dateForm: ScalarForm<string, string> = {
  serialize: String,
  parseValue: (value) => parseDate(value),
  parseLiteral: literal(parseDate),
};

const dateTimeForm: ScalarForm<number, string> = {
  serialize: (value) => new Date(value as number).toISOString(),
  parseValue: (value) => parseDateTime(value),
  parseLiteral: literal(parseDateTime),
};

const decimalForm: ScalarForm<string, string> = {
  serialize: String,
  parseValue: (value) => parseDecimal(value),
  parseLiteral: literal(parseDecimal),
};

const jsonForm: ScalarForm<unknown, unknown> = {
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
};

/** The schema's own scalars. Inside the gateway, instants are milliseconds. */
export const scalarForms = { Date: dateForm, DateTime: dateTimeForm, Decimal: decimalForm, JSON: jsonForm };
