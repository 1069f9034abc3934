import {
  getNamedType,
  getOperationAST,
  GraphQLError,
  isCompositeType,
  print,
  visit,
  type DirectiveNode,
  type ExecutionArgs,
  type FieldNode,
  type GraphQLNamedType,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './fragments-of.ts';
import { oncePerDocument } from './once-per-document.ts';
import { variablesOf } from './operation-variables.ts';
import { selectedFields, type SelectedField, type SelectionScope } from './selected-fields.ts';

/** An operation that is about to be executed. */
type Asked = Pick<ExecutionArgs, 'document' | 'operationName' | 'schema' | 'variableValues'>;

/**
 * The fault of a field that is selected several times, but not always with the same `@stream`, so that it is not known
 * how to send it; null = there is none.
 */
export function streamConflict({
  schema,
  document,
  operationName,
  variableValues,
}: Asked): GraphQLError | null {
  const operation = hasStreams(document) && getOperationAST(document, operationName);
  const type = operation && schema.getRootType(operation.operation);
  if (!operation || !type) return null;
  const variables = variablesOf(operation, variableValues);
  const search = new ConflictSearch({ schema, fragments: fragmentsOf(document), variables });
  return search.among([operation.selectionSet], type);
}

const hasStreams = oncePerDocument((document): boolean => {
  let found = false;
  visit(document, { Directive: ({ name }) => void (found ||= name.value === 'stream') });
  return found;
});

class ConflictSearch {
  readonly #scope: SelectionScope;
  /** The same selections may be reached on many ways, by fragments, and are looked at once. */
  readonly #seen = new Set<string>();

  constructor(scope: SelectionScope) {
    this.#scope = scope;
  }

  among(selectionSets: readonly SelectionSetNode[], type: GraphQLNamedType): GraphQLError | null {
    for (const field of selectedFields(selectionSets, type, this.#scope)) {
      const fault = this.#faultOf(field);
      if (fault) return fault;
    }
    return null;
  }

  #faultOf({ parent, nodes }: SelectedField): GraphQLError | null {
    const place = `${parent.name} ${nodes.map(({ loc }) => loc?.start).join(' ')}`;
    if (this.#seen.has(place)) return null;
    this.#seen.add(place);
    const [first] = nodes;
    const other = nodes.find((node) => streamOf(node) !== streamOf(first));
    if (other) return conflict(first, other);
    const type = getNamedType(parent.getFields()[first.name.value]?.type);
    const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return isCompositeType(type) ? this.among(inner, type) : null;
  }
}

/** The `@stream` of a field as text, whatever the order of its arguments; null = it has none. */
function streamOf({ directives }: FieldNode): string | null {
  const stream: DirectiveNode | undefined = directives?.find(({ name }) => name.value === 'stream');
  return stream
    ? (stream.arguments ?? [])
        .map((argument) => print(argument))
        .sort()
        .join(' ')
    : null;
}

function conflict(first: FieldNode, other: FieldNode): GraphQLError {
  const name = first.alias?.value ?? first.name.value;
  return new GraphQLError(
    `Fields "${name}" conflict because they have differing stream directives. Use different aliases on the fields to fetch both if this was intentional.`,
    { nodes: [first, other], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  );
}
