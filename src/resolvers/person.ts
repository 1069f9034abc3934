import { emailKey } from '../contract/email-key.ts';
import { findPerson, type FoundPerson } from '../federation/find-person.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { inSource } from '../loaders/source-entity.ts';
import { badUserInput } from './bad-user-input.ts';
import type { GatewayContext } from './context.ts';
import { conversationsOfPerson } from './conversation-list.ts';
import type { PersonModel } from './models.ts';

/** Asks all sources for an address, once in a request. */
function find(
  { email }: PersonModel,
  { lists, loaders, sources, call }: GatewayContext,
): Promise<FoundPerson> {
  const { lateAfterMs } = lists;
  return loaders.once(`person ${email}`, () =>
    findPerson({ email, sources: [...sources.values()], lateAfterMs, context: call }),
  );
}

/** The person with an e-mail address. Throws for a text that is not one. Calls no source. */
export function personOf(address: string): PersonModel {
  if (!address.includes('@')) throw badUserInput('email expects an e-mail address, such as jane@example.com');
  return { email: emailKey(address) };
}

export const personResolvers: Pick<Resolvers, 'Person'> = {
  Person: {
    email: ({ email }) => email,
    name: async (person, _arguments, context) => {
      const { customers } = await find(person, context);
      return customers.find(({ customer }) => customer.name)?.customer.name ?? null;
    },
    customers: async (person, _arguments, context) => {
      const { customers } = await find(person, context);
      return customers.map(({ source, customer }) => inSource('Customer', source, customer));
    },
    conversations: conversationsOfPerson,
    sources: async (person, _arguments, context) => (await find(person, context)).outcomes,
  },
};
