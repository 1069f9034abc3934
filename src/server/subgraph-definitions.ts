import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  graphqlSync,
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';

/** The federation directives that the graph uses. Version 2.9 is the first with costs. */
const link = parse(
  `extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@shareable", "@cost", "@listSize"]
  )`,
  { noLocation: true },
);

/**
 * The definition of the graph as a subgraph of Apollo Federation 2. Everything with a global id is an entity; so is a
 * person, by e-mail address.
 */
export function subgraphDefinitions(graph: DocumentNode): string {
  const keyed = visit(graph, {
    ObjectTypeDefinition(node) {
      const added = directiveOf(node);
      return added ? { ...node, directives: [...(node.directives ?? []), added] } : undefined;
    },
    // Federation has whole numbers where the specification of costs has strings.
    Directive: (node) =>
      node.name.value === 'cost' ? withWholeWeight(node as ConstDirectiveNode) : undefined,
  });
  const schema = buildSubgraphSchema({
    ...keyed,
    definitions: [...link.definitions, ...keyed.definitions],
  });
  const { data, errors } = graphqlSync({ schema, source: '{ _service { sdl } }' });
  if (errors?.[0]) throw errors[0];
  const { sdl } = (data as { readonly _service: { readonly sdl: string } })._service;
  return print(withoutMachinery(parse(sdl, { noLocation: true })));
}

/**
 * A definition without those parts of federation that every subgraph has, and those that this one does not use. Mesh
 * Compose adds the latter itself and refuses them as defined twice; of `type Query` and the extension of it with
 * `_entities` and `_service` it takes the extension alone.
 */
function withoutMachinery({ kind, definitions }: DocumentNode): DocumentNode {
  return { kind, definitions: definitions.filter(isOfTheGraph) };
}

function isOfTheGraph(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.OBJECT_TYPE_EXTENSION) return false;
  const name = 'name' in definition ? (definition.name?.value ?? '') : '';
  return !/^(?:federation__(?!FieldSet$)|_(?:Any|Entity|Service)$)/.test(name);
}

function directiveOf({ name, interfaces = [] }: ObjectTypeDefinitionNode): ConstDirectiveNode | undefined {
  if (interfaces.some((each) => each.name.value === 'Node')) return directive('@key(fields: "id")');
  if (name.value === 'Person') return directive('@key(fields: "email")');
  // Every graph with connections has this type, in the same form.
  if (name.value === 'PageInfo') return directive('@shareable');
  return undefined;
}

function directive(text: string): ConstDirectiveNode | undefined {
  const [definition] = parse(`scalar S ${text}`, { noLocation: true }).definitions;
  return definition?.kind === Kind.SCALAR_TYPE_DEFINITION ? definition.directives?.[0] : undefined;
}

function withWholeWeight(node: ConstDirectiveNode): ConstDirectiveNode {
  const given = (node.arguments ?? []).map((argument) =>
    argument.value.kind === Kind.STRING
      ? { ...argument, value: { kind: Kind.INT, value: argument.value.value } as const }
      : argument,
  );
  return { ...node, arguments: given };
}
