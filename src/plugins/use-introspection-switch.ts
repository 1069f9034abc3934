import { GraphQLError, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { rewordErrors } from './reworded-errors.ts';

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
    onResultProcess(hook) {
      rewordErrors(hook, withoutSuggestion);
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
function withoutSuggestion(message: string): string {
  const begin = message.lastIndexOf(' Did you mean ');
  return begin >= 0 && message.endsWith('?') ? message.slice(0, begin) : message;
}
