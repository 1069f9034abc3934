import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, parse, type DocumentNode, type ExecutionResult } from 'graphql';

/** Another team's subgraph: invoices that grew out of conversations. */
export const billingDefinitions = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
  type Query { invoices: [Invoice!]! }
  type Invoice @key(fields: "number") { number: ID!, total: String!, about: Conversation!, payer: Person! }
  type Conversation @key(fields: "id") { id: ID!, invoices: [Invoice!]! }
  type Person @key(fields: "email") { email: String!, balance: Int! }
  type InvoiceConnection { nodes: [Invoice!]!, pageInfo: PageInfo! }
  type PageInfo @shareable {
    hasNextPage: Boolean!, hasPreviousPage: Boolean!, startCursor: String, endCursor: String
  }
`;

/** An invoice as the other subgraph has it. */
export interface Invoice {
  readonly number: string;
  readonly total: string;
  /** Global id of a conversation. */
  readonly about: string;
  /** E-mail address. */
  readonly payer: string;
}

/** The other subgraph's way to answer, as a router calls it. */
export function createBilling(invoices: readonly Invoice[]) {
  const invoiceFields = {
    about: ({ about }: Invoice) => ({ __typename: 'Conversation', id: about }),
    payer: ({ payer }: Invoice) => ({ __typename: 'Person', email: payer }),
  };
  const schema = makeExecutableSchema({
    typeDefs: [
      billingDefinitions
        .replace(/extend schema @link.*\n/, '')
        .replaceAll(/@(?:key\([^)]*\)|shareable)/g, ''),
      `scalar _Any
       union _Entity = Conversation | Invoice | Person
       extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`,
    ],
    resolvers: {
      Query: {
        invoices: () => invoices,
        _entities: (_root: unknown, { representations }: { readonly representations: unknown[] }) =>
          representations,
      },
      Invoice: invoiceFields,
      Conversation: {
        invoices: ({ id }: { readonly id: string }) => invoices.filter(({ about }) => about === id),
      },
      Person: {
        balance: ({ email }: { readonly email: string }) =>
          invoices.filter(({ payer }) => payer === email).length,
      },
    },
  });
  return async (document: DocumentNode | string, variables: object): Promise<ExecutionResult> =>
    execute({
      schema,
      document: typeof document === 'string' ? parse(document) : document,
      variableValues: variables as Record<string, unknown>,
    });
}
