import {
  getOperationAST,
  GraphQLError,
  valueFromASTUntyped,
  visit,
  type ArgumentNode,
  type ExecutionArgs,
} from 'graphql';
import { oncePerDocument } from './once-per-document.ts';
import { variablesOf } from './operation-variables.ts';

/**
 * What is wrong with the `initialCount` of a `@stream`: the type of the argument allows values that are no counts, such
 * as -1.
 */
export function streamCountFault({
  document,
  operationName,
  variableValues,
}: Pick<ExecutionArgs, 'document' | 'operationName' | 'variableValues'>): GraphQLError | null {
  const counts = initialCounts(document);
  const operation = counts.length > 0 && getOperationAST(document, operationName);
  if (!operation) return null;
  const variables = variablesOf(operation, variableValues);
  for (const node of counts) {
    const count: unknown = valueFromASTUntyped(node.value, variables);
    // A variable that is left out has the default of the directive.
    if (count === undefined || (typeof count === 'number' && count >= 0)) continue;
    return new GraphQLError(
      `initialCount of @stream expects a number of at least 0, but got: ${JSON.stringify(count)}`,
      {
        nodes: [node],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    );
  }
  return null;
}

const initialCounts = oncePerDocument((document): readonly ArgumentNode[] => {
  const found: ArgumentNode[] = [];
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value === 'stream') found.push(...given.filter((one) => one.name.value === 'initialCount'));
    },
  });
  return found;
});
