import { GraphQLError, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { changedError } from './changed-error.ts';
import { isFailed } from './failed-result.ts';

/**
 * When introspection is switched off, refuses questions about the schema and names nothing of it in errors.
 * `__typename` stays possible.
 */
export function useIntrospectionSwitch(enabled: boolean): Plugin {
  if (enabled) return {};
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(noIntrospection);
    },
    // Not only validation suggests names: errors about variables do, too.
    onResultProcess({ result, setResult }) {
      if (isFailed(result)) setResult({ ...result, errors: result.errors.map(withoutSuggestion) });
    },
  };
}

/** Fields of the query type that tell the schema: GraphQL's own, and the federation's. */
const schemaFields: ReadonlySet<string> = new Set(['__schema', '__type', '_service']);

const noIntrospection: ValidationRule = (context) => ({
  Field(node) {
    const name = node.name.value;
    if (!schemaFields.has(name)) return;
    context.reportError(
      new GraphQLError('questions about the schema are switched off here', {
        nodes: [node],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400, spec: false } },
      }),
    );
  },
});

/** A suggestion is what a message ends with. The same words may stand in a value that the message repeats. */
function withoutSuggestion(error: GraphQLError): GraphQLError {
  const { message } = error;
  const begin = message.lastIndexOf(' Did you mean ');
  if (begin < 0 || !message.endsWith('?')) return error;
  return changedError(error, { message: message.slice(0, begin) });
}
