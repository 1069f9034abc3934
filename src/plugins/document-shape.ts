import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './fragments-of.ts';
import { tooComplex } from './too-complex.ts';

/** Bounds of a document's shape. */
export interface ShapeLimits {
  /** Deepest nesting of fields; those about the schema are not counted. */
  readonly maxDepth: number;
  /** Most aliases in the document. */
  readonly maxAliases: number;
  /** Most directives in the document. */
  readonly maxDirectives: number;
}

/** Most directives at one place: nothing in the schema needs more. */
const directivesAtOnce = 5;
/** Most questions about the schema: each may be answered with all of it. */
const schemasAtOnce = 5;
const schemaFields: ReadonlySet<string> = new Set(['__schema', '__type']);
/** Most times that one name is selected at one place: comparing them with each other takes quadratic time. */
const repeatsAtOnce = 20;

/** What is wrong with a document's shape; null = nothing. */
export function shapeFault(document: DocumentNode, limits: ShapeLimits): GraphQLError | null {
  return countFault(document, limits) ?? repeatFault(document) ?? depthFault(document, limits.maxDepth);
}

function countFault(document: DocumentNode, { maxAliases, maxDirectives }: ShapeLimits): GraphQLError | null {
  let aliases = 0;
  let directives = 0;
  let atOnce = 0;
  let schemas = 0;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD && node.alias) aliases += 1;
      if (node.kind === Kind.FIELD && schemaFields.has(node.name.value)) schemas += 1;
      if (!('directives' in node)) return;
      directives += node.directives?.length ?? 0;
      atOnce = Math.max(atOnce, node.directives?.length ?? 0);
    },
  });
  if (aliases > maxAliases)
    return tooComplex(`the document has ${aliases} aliases; ${maxAliases} are allowed`);
  if (directives > maxDirectives) {
    return tooComplex(`the document has ${directives} directives; ${maxDirectives} are allowed`);
  }
  if (schemas > schemasAtOnce) {
    return tooComplex(`the document asks ${schemas} times for the schema; ${schemasAtOnce} are allowed`);
  }
  if (atOnce <= directivesAtOnce) return null;
  return tooComplex(`there are ${atOnce} directives at one place; ${directivesAtOnce} are allowed`);
}

/**
 * The fault of a name that is selected too often at one place. Inline fragments count with the selection set that they
 * are in, as they are merged.
 */
function repeatFault(document: DocumentNode): GraphQLError | null {
  let fault: GraphQLError | null = null;
  const enter = ({ selectionSet }: { readonly selectionSet?: SelectionSetNode | undefined }) => {
    if (fault || !selectionSet) return;
    const counts = new Map<string, number>();
    for (const name of namesIn(selectionSet)) {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      if (count > repeatsAtOnce) {
        fault = tooComplex(`"${name}" is selected more than ${repeatsAtOnce} times at one place`);
        return;
      }
    }
  };
  visit(document, { OperationDefinition: { enter }, FragmentDefinition: { enter }, Field: { enter } });
  return fault;
}

function* namesIn({ selections }: SelectionSetNode): Generator<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection.alias?.value ?? selection.name.value;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* namesIn(selection.selectionSet);
    else yield `...${selection.name.value}`;
  }
}

function depthFault(document: DocumentNode, maxDepth: number): GraphQLError | null {
  const depthOf = createDepthCount(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const depth = depthOf(definition.selectionSet);
    if (depth > maxDepth) {
      return tooComplex(`fields are nested ${depth} levels deep; ${maxDepth} are allowed`, definition);
    }
  }
  return null;
}

/**
 * Makes the function that tells the depth of a selection set. It looks at each fragment once, however often it is used.
 * Cycles are left to validation.
 */
function createDepthCount(document: DocumentNode): (selectionSet: SelectionSetNode) => number {
  const fragments = fragmentsOf(document);
  const depths = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    depths.set(name, 0);
    const fragment = fragments.get(name);
    const depth = fragment ? ofSet(fragment.selectionSet) : 0;
    depths.set(name, depth);
    return depth;
  };
  const ofField = (field: FieldNode): number => {
    if (field.name.value.startsWith('__')) return 0;
    return 1 + (field.selectionSet ? ofSet(field.selectionSet) : 0);
  };
  const ofSet = ({ selections }: SelectionSetNode): number =>
    Math.max(
      0,
      ...selections.map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection);
        if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
        return ofFragment(selection.name.value);
      }),
    );
  return ofSet;
}
