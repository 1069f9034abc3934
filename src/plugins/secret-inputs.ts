import { Kind, parse, visit, type ASTNode, type DocumentNode, type ValueNode } from 'graphql';

const secretName = /password|secret|token|api_?key|authorization/i;
/** A shorter text may stand in a message by chance: there only the quoted one is taken for the secret. */
const tellingLength = 6;
const hidden = '[secret]';

/** A request as it was sent. */
export interface SentRequest {
  readonly query?: unknown;
  readonly variables?: unknown;
}

/** What a request holds under names such as `password`: in its variables, and in the literals of its document. */
export function secretInputs({ query, variables }: SentRequest): readonly string[] {
  const found = new Set<string>();
  collect(variables, found);
  const document = typeof query === 'string' && secretName.test(query) ? parsed(query) : null;
  if (document) {
    visit(document, {
      Argument: (node) => literals(node, found),
      ObjectField: (node) => literals(node, found),
    });
  }
  return [...found].sort((one, other) => other.length - one.length);
}

/** The message without the secrets, and without the texts that a syntax error repeats. */
export function withoutSecrets(message: string, secrets: readonly string[]): string {
  const plain = message.startsWith('Syntax Error:')
    ? message.replace(/((?:Block)?String) ".*"/s, '$1')
    : message;
  return secrets.reduce((text, secret) => {
    const quoted = JSON.stringify(secret);
    const rest = text.replaceAll(quoted, `"${hidden}"`);
    return secret.length < tellingLength
      ? rest
      : rest.replaceAll(quoted.slice(1, -1), hidden).replaceAll(secret, hidden);
  }, plain);
}

/** Without calling itself: variables may be nested very deep. */
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
    }
  }
}

function literals(
  { name, value }: { readonly name: { readonly value: string }; readonly value: ValueNode },
  found: Set<string>,
): void {
  if (!secretName.test(name.value)) return;
  visit(value as ASTNode, {
    enter(node) {
      const isText = node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT;
      if (isText && node.value !== '') found.add(node.value);
    },
  });
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query, { maxTokens: 10_000 });
  } catch {
    return null;
  }
}
