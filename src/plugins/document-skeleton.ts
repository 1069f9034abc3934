import { GraphQLError, Lexer, Source, TokenKind, type Token } from 'graphql';

/** A document as words and signs, with those set apart that may differ among documents of one kind. */
export interface DocumentSkeleton {
  readonly text: string;
  /** The same for documents that differ only in literals within arguments of fields, and in the query's name. */
  readonly key: string;
  readonly tokens: readonly Token[];
  /** Numbers and strings within arguments of fields. */
  readonly literals: readonly Token[];
  /** The query's name; null = it has none. */
  readonly name: Token | null;
  /** The sign that ends the definitions of the query's variables; null = there are none. */
  readonly definitionsEnd: Token | null;
}

/** What stands between round brackets. */
type Brackets = 'arguments' | 'definitions' | 'directive' | 'none';

const literalKinds: ReadonlySet<string> = new Set([
  TokenKind.INT,
  TokenKind.FLOAT,
  TokenKind.STRING,
  TokenKind.BLOCK_STRING,
]);

/**
 * Reads a document's words without parsing it; null = it has more than `maxTokens`, or something that is not a word.
 */
export function readSkeleton(text: string, maxTokens: number): DocumentSkeleton | null {
  const tokens = tokensOf(text, maxTokens);
  if (!tokens) return null;
  const literals: Token[] = [];
  let name: Token | null = null;
  let definitionsEnd: Token | null = null;
  let within: Brackets = 'none';
  let depth = 0;
  let key = '';
  for (const [index, token] of tokens.entries()) {
    const { kind, start, end } = token;
    const [before, last] = [tokens[index - 2], tokens[index - 1]];
    if (kind === TokenKind.PAREN_L) {
      within = before?.kind === TokenKind.AT ? 'directive' : depth === 0 ? 'definitions' : 'arguments';
    } else if (kind === TokenKind.PAREN_R) {
      if (within === 'definitions') definitionsEnd = token;
      within = 'none';
    } else if (within === 'none') {
      if (kind === TokenKind.BRACE_L) depth += 1;
      else if (kind === TokenKind.BRACE_R) depth -= 1;
    }
    if (within === 'arguments' && literalKinds.has(kind)) {
      literals.push(token);
      // `?` stands for a literal, as no word of a document outside strings has this sign.
      key += `?${kind} `;
    } else if (depth === 0 && within === 'none' && isName(token) && beginsQuery(last, before)) {
      name = token;
      key += '?Name ';
    } else {
      key += `${text.slice(start, end)} `;
    }
  }
  return { text, key, tokens, literals, name, definitionsEnd };
}

function isName({ kind }: Token): boolean {
  return kind === TokenKind.NAME;
}

/** Whether a word begins a query. A fragment may be called `query`, too. */
function beginsQuery(word: Token | undefined, before: Token | undefined): boolean {
  return word?.kind === TokenKind.NAME && word.value === 'query' && before?.kind !== TokenKind.NAME;
}

function tokensOf(text: string, maxTokens: number): Token[] | null {
  const lexer = new Lexer(new Source(text));
  const tokens: Token[] = [];
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      if (tokens.length === maxTokens) return null;
      tokens.push(token);
    }
    return tokens;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
