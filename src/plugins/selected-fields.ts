import {
  isAbstractType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Variables as the caller gave them, with the operation's defaults. */
export type Variables = Readonly<Record<string, unknown>>;

/** Where a selection is read. */
export interface SelectionScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
}

/** Everything that is selected of one field under one name, in however many places. */
export interface SelectedField {
  readonly parent: GraphQLObjectType;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
}

/**
 * The fields of an object as execution would merge them. Of an interface or union, the fields of all types that it may
 * turn out to be.
 */
export function selectedFields(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLNamedType,
  scope: SelectionScope,
): readonly SelectedField[] {
  const fields = new Map<string, { parent: GraphQLObjectType; nodes: [FieldNode, ...FieldNode[]] }>();
  const seen = new Set<string>();
  const collect = ({ selections }: SelectionSetNode, parent: GraphQLNamedType): void => {
    for (const selection of selections) {
      if (!isWanted(selection.directives, scope.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        if (!isObjectType(parent)) continue;
        const key = `${parent.name} ${selection.alias?.value ?? selection.name.value}`;
        const known = fields.get(key);
        if (known) known.nodes.push(selection);
        else fields.set(key, { parent, nodes: [selection] });
      } else {
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          // What a fragment on an interface selects depends on the type that it is spread at.
          const place = `${parent.name} ${selection.name.value}`;
          if (seen.has(place)) continue;
          seen.add(place);
        }
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : scope.fragments.get(selection.name.value);
        const condition = fragment?.typeCondition?.name.value;
        const wanted = condition === undefined ? parent : narrowed(parent, condition, scope);
        if (fragment && wanted) collect(fragment.selectionSet, wanted);
      }
    }
  };
  for (const selectionSet of selectionSets) collect(selectionSet, type);
  return [...fields.values()];
}

/** The value of an argument, or of its default, without being checked. */
export function argumentOf(
  { parent, nodes: [node] }: SelectedField,
  name: string,
  variables: Variables,
): unknown {
  const given = node.arguments?.find((argument) => argument.name.value === name);
  const value = given && valueFromASTUntyped(given.value, variables);
  if (value !== undefined) return value;
  const definition = parent.getFields()[node.name.value];
  return definition?.args.find((argument) => argument.name === name)?.defaultValue;
}

/**
 * The type that a fragment narrows a type to; null = it is about other types. A fragment on an interface does not
 * narrow it.
 */
function narrowed(
  parent: GraphQLNamedType,
  condition: string,
  { schema }: SelectionScope,
): GraphQLNamedType | null {
  const type = schema.getType(condition);
  if (!type || isAbstractType(type)) return parent;
  return isObjectType(parent) && parent !== type ? null : type;
}

function isWanted(directives: readonly DirectiveNode[] | undefined, variables: Variables): boolean {
  return (directives ?? []).every(({ name, arguments: given }) => {
    const [condition] = given ?? [];
    if (!condition || (name.value !== 'include' && name.value !== 'skip')) return true;
    return (valueFromASTUntyped(condition.value, variables) === true) === (name.value === 'include');
  });
}
