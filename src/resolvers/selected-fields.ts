import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Operation = Pick<GraphQLResolveInfo, 'fragments' | 'variableValues'>;

/**
 * Names of the fields selected below a field along some paths of field names, whatever their aliases; fragments are
 * looked into, and what `@skip` or `@include` leave out does not count. Types are not looked at: use it only where
 * every fragment fits.
 */
export function selectedFields(
  info: Operation & Pick<GraphQLResolveInfo, 'fieldNodes'>,
  paths: readonly (readonly string[])[],
): ReadonlySet<string> {
  const names = paths.flatMap((path) => {
    const fields = path.reduce<readonly FieldNode[]>(
      (parents, name) => fieldsBelow(parents, info).filter((field) => field.name.value === name),
      info.fieldNodes,
    );
    return fieldsBelow(fields, info).map((field) => field.name.value);
  });
  return new Set(names);
}

function fieldsBelow(parents: readonly FieldNode[], operation: Operation): readonly FieldNode[] {
  return parents.flatMap(({ selectionSet }) => fieldsIn(selectionSet, operation));
}

function fieldsIn(set: SelectionSetNode | undefined, operation: Operation): readonly FieldNode[] {
  if (!set) return [];
  return set.selections
    .filter((selection) => isIncluded(selection, operation))
    .flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : operation.fragments[selection.name.value];
      return fieldsIn(fragment?.selectionSet, operation);
    });
}

function isIncluded(selection: SelectionNode, { variableValues }: Operation): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}
