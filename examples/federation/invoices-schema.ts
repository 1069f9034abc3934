import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';

/** An invoice as its own team has it: other graphs' things are in it by their keys. */
export interface Invoice {
  readonly number: string;
  readonly total: string;
  /** Global id of a conversation. */
  readonly conversation: string;
  /** E-mail address; null = not known. */
  readonly email: string | null;
}

/** The graph of invoices, for composition. */
export const invoiceDefinitions = readFileSync(join(import.meta.dirname, 'invoices.graphql'), 'utf8');

/** A subgraph of invoices. */
export function createInvoicesSchema(invoices: readonly Invoice[]): GraphQLSchema {
  const resolvers = {
    Query: {
      invoices: (_root: unknown, { first }: { readonly first: number }) => invoices.slice(0, first),
    },
    Invoice: {
      __resolveReference: (key: Pick<Invoice, 'number'>) =>
        invoices.find(({ number }) => number === key.number),
      about: ({ conversation }: Invoice) => ({ id: conversation }),
      payer: ({ email }: Invoice) => email && { email },
    },
    Conversation: {
      invoices: ({ id }: { readonly id: string }) =>
        invoices.filter(({ conversation }) => conversation === id),
    },
    Person: {
      openInvoices: (person: { readonly email: string }) =>
        invoices.filter(({ email }) => email !== null && isSame(email, person.email)).length,
    },
  };
  return buildSubgraphSchema([{ typeDefs: parse(invoiceDefinitions), resolvers }]);
}

/** Compares addresses as the gateway does. */
function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
