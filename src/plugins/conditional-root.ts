import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './fragments-of.ts';

/**
 * The fault of a subscription whose own field has a condition; null = there is none. The specification forbids it, as
 * nothing might be left to subscribe to. The library's rules do not know that yet, and fail over it.
 */
export function conditionalRootFault(document: DocumentNode): GraphQLError | null {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (definition.operation !== OperationTypeNode.SUBSCRIPTION) continue;
    const [condition] = conditionsIn(definition.selectionSet, fragmentsOf(document), new Set());
    if (!condition) continue;
    return new GraphQLError(
      `@${condition.name.value} is not possible at the field of a subscription, only below it`,
      { nodes: [condition], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    );
  }
  return null;
}

function* conditionsIn(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen: Set<string>,
): Generator<DirectiveNode> {
  for (const selection of selections) {
    yield* (selection.directives ?? []).filter(
      ({ name }) => name.value === 'skip' || name.value === 'include',
    );
    if (selection.kind === Kind.INLINE_FRAGMENT) yield* conditionsIn(selection.selectionSet, fragments, seen);
    if (selection.kind !== Kind.FRAGMENT_SPREAD || seen.has(selection.name.value)) continue;
    seen.add(selection.name.value);
    const fragment = fragments.get(selection.name.value);
    if (fragment) yield* conditionsIn(fragment.selectionSet, fragments, seen);
  }
}
