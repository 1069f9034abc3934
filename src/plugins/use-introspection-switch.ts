import { GraphQLError, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** When switched off, refuses questions about the schema and tells no names of it in errors. `__typename` stays possible. */
export function useIntrospectionSwitch(enabled: boolean): Plugin {
  if (enabled) return {};
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(noIntrospection);
    },
    // Not only validation suggests names: what is told of variables does, too.
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
      setResult({ ...result, errors: result.errors.map(withoutSuggestion) });
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

function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean [^?]*\?/, '');
  if (message === error.message) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}
