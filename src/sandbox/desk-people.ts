import type { Desk, WorldConversation, WorldCustomer } from './world/world.ts';

/** First and last name, as the world keeps them. */
type Name = Pick<WorldCustomer, 'firstName' | 'lastName'>;

/** First and last name in one text; empty for nobody. */
export function fullName(person: Name | undefined): string {
  return person ? `${person.firstName} ${person.lastName}`.trim() : '';
}

/** A name in two parts. */
export function splitName(name: string): Name {
  const [firstName = '', ...others] = name.trim().split(/\s+/);
  return { firstName, lastName: others.join(' ') };
}

/** The customer of a conversation. */
export function customerOf(
  { customers }: Desk,
  { customerId }: Pick<WorldConversation, 'customerId'>,
): WorldCustomer | undefined {
  return customers.find(({ id }) => id === customerId);
}
