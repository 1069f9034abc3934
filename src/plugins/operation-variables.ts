import { valueFromASTUntyped, type ExecutionArgs, type OperationDefinitionNode } from 'graphql';
import type { Variables } from './selected-fields.ts';

/** The variables as the caller gave them, unchecked, with the defaults of the operation. */
export function variablesOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: ExecutionArgs['variableValues'],
): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}
