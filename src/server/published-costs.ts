import {
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from 'graphql';
import { fieldCalls, rootTypes } from '../plugins/field-calls.ts';

/** What the directives mean that `withPublishedCosts` writes. */
export const publishedCosts: DocumentNode = parse(`
"How many calls to a vendor the field takes at most for one object, at the vendor where it takes most."
directive @cost("Calls." weight: String!) on FIELD_DEFINITION
"How many objects of a list are counted."
directive @listSize(
  "Rows when no page size is given."
  assumedSize: Int
  "Arguments that say how many rows are wanted."
  slicingArguments: [String!]
  "Fields of a connection that hold the rows."
  sizedFields: [String!]
  "Whether one of the arguments must be given."
  requireOneSlicingArgument: Boolean = true
) on FIELD_DEFINITION
`);

/** Writes to the fields of a schema definition what they cost and how large their lists are, as query planners read it. */
export function withPublishedCosts(document: DocumentNode): DocumentNode {
  let typeName = '';
  return visit(document, {
    ObjectTypeDefinition: {
      enter(node) {
        typeName = node.name.value;
      },
    },
    FieldDefinition: (field) => {
      const added = directivesOf(field, typeName);
      return added.length > 0 ? { ...field, directives: [...(field.directives ?? []), ...added] } : undefined;
    },
  });
}

function directivesOf(field: FieldDefinitionNode, typeName: string): readonly ConstDirectiveNode[] {
  const directives: string[] = [];
  const first = field.arguments?.find(({ name }) => name.value === 'first');
  const isRootList = Boolean(first) && rootTypes.has(typeName);
  if (isRootList || fieldCalls[typeName]?.[field.name.value]) directives.push('@cost(weight: "1")');
  if (first?.defaultValue?.kind === Kind.INT) {
    directives.push(
      `@listSize(assumedSize: ${first.defaultValue.value}, slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)`,
    );
  }
  if (directives.length === 0) return [];
  const [parsed] = parse(`type T { field: Int ${directives.join(' ')} }`, { noLocation: true }).definitions;
  return (parsed?.kind === Kind.OBJECT_TYPE_DEFINITION && parsed.fields?.[0]?.directives) || [];
}
