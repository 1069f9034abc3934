import { GraphQLError, Lexer, Source, TokenKind, type DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { shapeFault, type ShapeLimits } from './document-shape.ts';
import { oncePerDocument } from './once-per-document.ts';
import { tooComplex } from './too-complex.ts';

/** Options of `useDocumentLimits`. */
export interface DocumentLimitsOptions extends ShapeLimits {
  /** Most words and signs of a document, blanks and comments not counted. */
  readonly maxTokens: number;
}

/** What graphql-js says where it gives up comparing fields that would be merged. */
const givenUp = 'Validation aborted.';

/**
 * Refuses documents that are too large or too deep. Tokens are counted before the parser sees them, because the parser
 * calls itself for every level; the shape is checked before validation, parts of which take quadratic time.
 */
export function useDocumentLimits({ maxTokens, ...shape }: DocumentLimitsOptions): Plugin {
  const faultOf = oncePerDocument((document) => shapeFault(document, shape));
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source: Source | string, options?: object) => {
        refuseTooManyTokens(source, maxTokens);
        return parseFn(source, options);
      });
      return ({ result, replaceParseResult }) => {
        if (result === null || result instanceof Error) return;
        const fault = faultOf(result as DocumentNode);
        if (fault) replaceParseResult(fault);
      };
    },
    onValidate() {
      return ({ result, setResult }) => {
        if (!result.some(({ message }) => message === givenUp)) return;
        setResult([tooComplex('fields of one name are selected too often, counting those that are merged')]);
      };
    },
  };
}

function refuseTooManyTokens(source: Source | string, maxTokens: number): void {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source);
  for (let count = 0; nextIsToken(lexer); count += 1) {
    if (count >= maxTokens) throw tooComplex(`the document has more than ${maxTokens} tokens`);
  }
}

/** Whether a further token follows. Something that is not a token is left for the parser to report. */
function nextIsToken(lexer: Lexer): boolean {
  try {
    return lexer.advance().kind !== TokenKind.EOF;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}
