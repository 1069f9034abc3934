import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { rememberAsked } from './asked-document.ts';
import { relocatedErrors, type Relocation } from './relocated-errors.ts';
import { SharedDocuments } from './shared-documents.ts';
import { isFailed } from './failed-result.ts';

/** Options of `useLiftedLiterals`. */
export interface LiftedLiteralsOptions {
  /** Longer documents are left as they are. */
  readonly maxTokens: number;
}

/**
 * Lets queries that differ only in literals and in their name share one document with variables, so that it is parsed,
 * validated and planned once. Callers do not notice: errors have their places in the document that was sent, and
 * whatever is wrong with a document or a literal is reported in the usual way. Must stand before the plugin that gives
 * errors their codes.
 */
export function useLiftedLiterals({ maxTokens }: LiftedLiteralsOptions): Plugin {
  const documents = new SharedDocuments(maxTokens);
  const relocations = new WeakMap<Request, Relocation>();
  return {
    onParams({ request, params, setParams }) {
      const { query: text, variables, operationName, ...others } = params;
      if (typeof text !== 'string' || !isPlain(variables)) return;
      const found = documents.find(text);
      // An `operationName` that is not the query's is an error, which the usual way reports.
      if (!found || (operationName ?? found.name) !== found.name) return;
      const { lifted, name, values } = found;
      relocations.set(request, { starts: lifted.starts, text });
      rememberAsked(request, { text, name });
      setParams({ ...others, query: lifted.text, variables: { ...variables, ...values } });
    },
    onValidate({ context, params: { documentAST, schema } }) {
      const { request, params } = context as { readonly request?: Request; readonly params?: GraphQLParams };
      const text = params?.query;
      if (!request || !text || relocations.has(request)) return undefined;
      return ({ valid }) => {
        if (valid) documents.learn(text, documentAST, schema);
      };
    },
    onResultProcess({ request, result, setResult }) {
      const relocation = relocations.get(request);
      if (!relocation || !isFailed(result)) return;
      setResult({ ...result, errors: relocatedErrors(result.errors, relocation) });
    },
  };
}

/** Whether variables are an object, or left out; anything else is an error, which the usual way reports. */
function isPlain(variables: unknown): boolean {
  return (variables ?? null) === null || (typeof variables === 'object' && !Array.isArray(variables));
}
