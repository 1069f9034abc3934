import { composeServices } from '@theguild/federation-composition';
import {
  buildSchema,
  type GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLUnionType,
  Kind,
  parse,
  visit,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema, federatedTypeDefinitions, typeDefinitions } from '../../src/server/schema.ts';
import { invoiceDefinitions } from '../../examples/federation/invoices-schema.ts';

function compose(invoices: string) {
  return composeServices([
    {
      name: 'deskgraph',
      url: 'http://deskgraph.example/graphql',
      typeDefs: parse(federatedTypeDefinitions()),
    },
    { name: 'invoices', url: 'http://invoices.example/graphql', typeDefs: parse(invoices) },
  ]);
}

/** Types that carry a key, with the fields of the key. */
function keysIn(definitions: string): Record<string, string> {
  const keys: Record<string, string> = {};
  visit(parse(definitions), {
    ObjectTypeDefinition({ name, directives = [] }) {
      const key = directives.find((directive) => directive.name.value === 'key');
      const fields = key?.arguments?.find((argument) => argument.name.value === 'fields')?.value;
      if (fields?.kind === Kind.STRING) keys[name.value] = fields.value;
    },
  });
  return keys;
}

const plain = buildSchema(typeDefinitions());
const withIds = plain.getPossibleTypes(plain.getType('Node') as GraphQLInterfaceType).map(({ name }) => name);

describe('the schema as a subgraph', () => {
  it('has a key for everything that has a global id, and for a person', () => {
    expect(withIds.length).toBeGreaterThan(10);
    expect(keysIn(federatedTypeDefinitions())).toEqual({
      ...Object.fromEntries(withIds.map((name) => [name, 'id'])),
      Person: 'email',
    });
  });

  it('lets a router ask for exactly the types that have a key', () => {
    const entity = createSchema().getType('_Entity') as GraphQLUnionType;
    const names = entity.getTypes().map(({ name }) => name);
    expect(names.sort()).toEqual([...withIds, 'Person'].sort());
  });

  it('is a document that stands alone, with all fields of the plain schema', () => {
    const subgraph = buildSchema(federatedTypeDefinitions());
    for (const type of Object.values(plain.getTypeMap())) {
      if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
      const fields = (subgraph.getType(type.name) as GraphQLObjectType).getFields();
      expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(type.getFields())));
    }
  });

  it('defines what it uses of the federation and nothing more, which some tools would have twice', () => {
    const defined = federatedTypeDefinitions().match(/(?<=^directive @)\w+/gm);
    expect(defined?.sort()).toEqual(['cost', 'defer', 'key', 'link', 'listSize', 'shareable', 'stream']);
    expect(federatedTypeDefinitions()).not.toMatch(/federation__(?!FieldSet)/);
  });

  it('leaves to routers what every subgraph has, and extends no type: some tools take the extension alone', () => {
    const { definitions } = parse(federatedTypeDefinitions());
    expect(definitions.filter(({ kind }) => kind === Kind.OBJECT_TYPE_EXTENSION)).toEqual([]);
    expect(federatedTypeDefinitions()).not.toMatch(/\b_(?:Any|Entity|Service|entities|service)\b/);
  });

  it('composes to a graph with every field of the plain query, mutation and subscription', () => {
    const { supergraphSdl } = compose(invoiceDefinitions);
    const supergraph = buildSchema(supergraphSdl ?? '', { assumeValid: true });
    for (const name of ['Query', 'Mutation', 'Subscription']) {
      const own = Object.keys((plain.getType(name) as GraphQLObjectType).getFields());
      const composed = Object.keys((supergraph.getType(name) as GraphQLObjectType).getFields());
      expect(composed).toEqual(expect.arrayContaining(own));
    }
  });

  it('composes with a subgraph that adds to conversations and people', () => {
    const { errors, supergraphSdl } = compose(invoiceDefinitions);
    expect(errors?.map(({ message }) => message) ?? []).toEqual([]);
    const supergraph = parse(supergraphSdl ?? '');
    expect(supergraph.definitions.length).toBeGreaterThan(100);
    expect(supergraphSdl).toContain('invoices: [Invoice!]! @join__field(graph: INVOICES)');
  });

  it('composes with a subgraph that has pages of its own, and labels for contracts', () => {
    const paged = `${invoiceDefinitions.replace('["@key"]', '["@key", "@shareable", "@tag", "@inaccessible"]')}
      extend type Invoice { secret: String @inaccessible, note: String @tag(name: "internal") }
      type InvoiceConnection { nodes: [Invoice!]!, pageInfo: PageInfo! }
      type PageInfo @shareable {
        hasNextPage: Boolean!, hasPreviousPage: Boolean!, startCursor: String, endCursor: String
      }`;
    const { errors } = compose(paged);
    expect(errors?.map(({ message }) => message) ?? []).toEqual([]);
  });

  it('does not compose with a subgraph that knows a type by another key', () => {
    const { errors = [] } = compose(invoiceDefinitions.replace('@key(fields: "email")', ''));
    expect(errors.length).toBeGreaterThan(0);
  });
});

describe('the plain schema', () => {
  it('says nothing of federations', () => {
    expect(typeDefinitions()).not.toMatch(
      /@key|@link|@shareable|_entities|_service|_Entity|_Any|federation/i,
    );
  });
});
