import type { Customer } from '../../contract/customer.ts';
import { emailAddress, emailKey } from '../../contract/email-key.ts';
import type { WireTicket } from './livechat-wire.ts';

const ticketPrefix = 't:';

/**
 * The customer of a ticket. LiveChat keeps no customers of its own: all that is known of one is in the tickets, so no
 * field is left undefined. One without a mail address exists within one ticket only and goes by the ticket's id; what
 * stands in its place is a name where there is no other.
 */
export function toCustomer({ id, requester }: Pick<WireTicket, 'id' | 'requester'>): Customer | null {
  if (!requester) return null;
  const mail = emailAddress(requester.mail);
  const name = requester.name?.trim() || (mail === null && requester.mail?.trim()) || null;
  if (mail === null && name === null) return null;
  return {
    key: mail === null ? `${ticketPrefix}${id}` : emailKey(mail),
    vendorId: mail ?? id,
    email: mail,
    name,
    firstName: null,
    lastName: null,
    phones: [],
    role: null,
    gender: null,
    externalId: null,
    createdAt: null,
    groups: null,
    customFields: null,
  };
}

/** The only ticket of a customer without a mail address; null for a customer who is known by one. */
export function ticketOfCustomerKey(key: string): string | null {
  return key.startsWith(ticketPrefix) && !key.includes('@') ? key.slice(ticketPrefix.length) : null;
}

/** The key of the customer that has this vendor id: a mail address, or the id of the customer's only ticket. */
export function customerKeyOf(vendorId: string): string {
  return vendorId.includes('@') ? emailKey(vendorId) : `${ticketPrefix}${vendorId}`;
}
