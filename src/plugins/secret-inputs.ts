import {
  Kind,
  parse,
  visit,
  type ASTNode,
  type DocumentNode,
  type EnumValueNode,
  type FloatValueNode,
  type IntValueNode,
  type NameNode,
  type StringValueNode,
  type ValueNode,
} from 'graphql';
import { hidden } from '../contract/secret.ts';
import { withoutLogins } from '../contract/url-login.ts';

const secretName = /passw|passphrase|pwd|secret|token|api_?key|authorization/i;
/**
 * A secret with fewer characters may stand in a message by chance, so only a quoted occurrence of it is taken for the
 * secret.
 */
const tellingLength = 6;

const textToken = /((?:Block)?String) ".*"/s;
const anyToken = /((?:Block)?String|Name|Int|Float) ".*"/s;

const mostSecrets = 200;

/** A request as it was sent. */
export interface SentRequest {
  readonly query?: unknown;
  readonly variables?: unknown;
}

/**
 * The values that a request holds under names such as `password`: in its variables, in the literals of its document,
 * and in variables of any name that are used at such a place.
 */
export function secretInputs({ query, variables }: SentRequest): readonly string[] {
  const found = new Set<string>();
  collect(variables, found);
  const document = typeof query === 'string' && secretName.test(query) ? parsed(query) : null;
  if (document) collectUsed(document, variables, found);
  return [...found].sort((one, other) => other.length - one.length);
}

/**
 * The message without the secrets, the logins in addresses, and the texts that a syntax error repeats; in a `query` that
 * names a secret, a text may have been written without quotes.
 */
export function withoutSecrets(message: string, secrets: readonly string[], query?: unknown): string {
  const token = typeof query === 'string' && secretName.test(query) ? anyToken : textToken;
  const plain = message.startsWith('Syntax Error:')
    ? message.replace(token, '$1')
    : withoutLogins(withoutObjects(message));
  // So many are no input that the schema has, and to look for each in each error would take long.
  if (secrets.length > mostSecrets) return plain.replaceAll(/"(?:[^"\\]|\\.)*"/g, `"${hidden}"`);
  return secrets.reduce((text, secret) => {
    const quoted = JSON.stringify(secret);
    const rest = text.replaceAll(quoted, `"${hidden}"`);
    const escaped = quoted.slice(1, -1);
    if (secret.length < tellingLength) return withoutValue(rest, secret);
    // Where a text that holds JSON is repeated, its quotes are escaped once more.
    return [JSON.stringify(escaped).slice(1, -1), escaped, secret].reduce(
      (left, form) => left.replaceAll(form, hidden),
      rest,
    );
  }, plain);
}

/** Of a variable that could not be used, an object is not repeated: any of its fields may be a mistyped `password`. */
function withoutObjects(message: string): string {
  // Looked for at one place only, as the value may hold the same words any number of times.
  return message.replace(
    /^(Variable "[^"]*" got invalid value )([{[]).*[}\]](?=(?: at "[^"]*")?; )/s,
    (_found, before: string, begin: string) => `${before}${begin === '{' ? '{…}' : '[…]'}`,
  );
}

/** Numbers and enum values are repeated without quotes, after the word that says what they are. */
function withoutValue(text: string, secret: string): string {
  return ['value: ', 'value '].reduce((left, before) => {
    const parts = left.split(before + secret);
    return parts.reduce((whole, part) => whole + before + (/^\w/.test(part) ? secret : hidden) + part);
  }, text);
}

/** Collects the secrets in variables. It does not call itself, because variables may be nested very deeply. */
function collect(variables: unknown, found: Set<string>): void {
  const left: { readonly value: unknown; readonly isSecret: boolean }[] = [
    { value: variables, isSecret: false },
  ];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, isSecret } = next;
    if (value !== null && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) {
        left.push({ value: inner, isSecret: isSecret || secretName.test(name) });
      }
    } else if (isSecret && (typeof value === 'string' || typeof value === 'number') && value !== '') {
      found.add(String(value));
    } else if (typeof value === 'string' && secretName.test(value)) {
      left.push({ value: jsonIn(value), isSecret: false });
    }
  }
}

/** The value of an input that was sent as a JSON text by mistake. */
function jsonIn(text: string): unknown {
  try {
    return /^\s*[[{]/.test(text) ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** Collects what a document uses at places with such names: literals, and variables with their defaults. */
function collectUsed(document: DocumentNode, variables: unknown, found: Set<string>): void {
  const used = new Set<string>();
  const named = ({ name, value }: { readonly name: NameNode; readonly value: ValueNode }): void => {
    if (secretName.test(name.value)) collectLiterals(value, found, used);
  };
  visit(document, { Argument: named, ObjectField: named });
  visit(document, {
    VariableDefinition({ variable, defaultValue }) {
      const name = variable.name.value;
      if (!used.has(name) && !secretName.test(name)) return;
      if (defaultValue) collectLiterals(defaultValue, found, used);
    },
  });
  const values = (variables ?? {}) as Readonly<Record<string, unknown>>;
  for (const name of used) collect({ secret: values[name] }, found);
}

function collectLiterals(value: ValueNode, found: Set<string>, used: Set<string>): void {
  visit(value as ASTNode, {
    enter(node) {
      if (node.kind === Kind.VARIABLE) used.add(node.name.value);
      if (isText(node) && node.value !== '') found.add(node.value);
    },
  });
}

/** Whether a literal may be a secret. A text without quotes is read as an enum value. */
function isText(node: ASTNode): node is EnumValueNode | FloatValueNode | IntValueNode | StringValueNode {
  const { kind } = node;
  return kind === Kind.STRING || kind === Kind.ENUM || kind === Kind.INT || kind === Kind.FLOAT;
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query, { maxTokens: 10_000 });
  } catch {
    return null;
  }
}
