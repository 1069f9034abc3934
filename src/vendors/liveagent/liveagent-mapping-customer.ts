import { emailAddress, emailKey } from '../../contract/email-key.ts';
import { valueOfCode } from '../../contract/code-table.ts';
import type { Customer } from '../../contract/customer.ts';
import type { CustomerGroup } from '../../contract/directory.ts';
import { customerRoles, genders } from './liveagent-codes.ts';
import { fullName, toCustomFields, toInstant, toldBy } from './liveagent-mapping-values.ts';
import type { WireConversation, WireCustomer, WireMembership } from './liveagent-wire.ts';

/**
 * What a customer's key says. LiveAgent's conversations name their owner by address only, so the address is the key
 * where there is one; a customer without an address is known by id, an owner without one (a caller) by the
 * conversation.
 */
export type CustomerAddress =
  | { readonly type: 'email'; readonly email: string }
  | { readonly type: 'contact'; readonly contactId: string }
  | { readonly type: 'owner'; readonly conversationKey: string };

/** Key of the customer with an e-mail address. */
export function emailCustomerKey(email: string): string {
  return `e:${emailKey(email)}`;
}

/** Key of the customer with a contact id and no e-mail address. */
export function contactCustomerKey(contactId: string): string {
  return `i:${contactId}`;
}

/** The contact id in a customer's record; null where that is known by an e-mail address only. */
export function contactIdIn(customer: Customer | null | undefined): string | null {
  const id = customer?.vendorId ?? null;
  return id === null || id.includes('@') ? null : id;
}

/** Reads a customer's key; null for any other text. */
export function customerAddressOf(key: string): CustomerAddress | null {
  const rest = key.slice(2);
  if (rest === '') return null;
  if (key.startsWith('e:')) return { type: 'email', email: rest };
  if (key.startsWith('i:')) return { type: 'contact', contactId: rest };
  return key.startsWith('o:') ? { type: 'owner', conversationKey: rest } : null;
}

/**
 * The owner of a conversation, as far as its record says. Call tickets have the caller's number in `owneremail`
 * (since 5.28.6); such an owner has no record that could be asked for.
 */
export function toOwner(wire: WireConversation): Customer | null {
  const contact = wire.owneremail ?? null;
  if (contact?.includes('@')) {
    // Where the record lacks the name, the customer's own record has it.
    const { ownername: name } = wire;
    return { key: emailCustomerKey(contact), email: contact, name, phones: [], externalId: null };
  }
  const name = wire.ownername ?? null;
  if (contact === null && name === null) return null;
  const number = [contact, name].find((text) => text !== null && isPhoneNumber(text)) ?? null;
  return {
    key: `o:${wire.conversationid}`,
    vendorId: number ?? wire.conversationid,
    email: null,
    name,
    firstName: null,
    lastName: null,
    phones: number === null ? [] : [number],
    role: null,
    gender: null,
    externalId: null,
    createdAt: null,
    groups: null,
    customFields: null,
  };
}

/** Maps a customer of the list or a single one; null when it has neither id nor address. `complete` = a single one. */
export function toCustomer(wire: WireCustomer, timeZone: string, complete: boolean): Customer | null {
  const { contactid } = wire;
  const contact = wire.email ?? null;
  const email = emailAddress(contact);
  const key = email === null ? contactid && contactCustomerKey(contactid) : emailCustomerKey(email);
  if (!key) return null;
  const told = toldBy(complete);
  return {
    key,
    vendorId: contactid ?? email ?? undefined,
    email,
    name: fullName(wire.firstname, wire.lastname),
    firstName: wire.firstname ?? null,
    lastName: wire.lastname ?? null,
    phones: email === null && contact !== null && isPhoneNumber(contact) ? [contact] : [],
    role: told(wire.role && (valueOfCode(customerRoles, wire.role) ?? wire.role)),
    gender: told(wire.gender == null ? wire.gender : (valueOfCode(genders, wire.gender) ?? 'OTHER')),
    externalId: null,
    createdAt: told(wire.datecreated === undefined ? undefined : toInstant(wire.datecreated, timeZone)),
    customFields: told(toCustomFields(wire.customfields)),
  };
}

/** A group that a customer is in. */
export function toMembership({ groupid, groupname }: WireMembership): CustomerGroup {
  return groupname
    ? { key: groupid, vendorId: groupid, name: groupname }
    : { key: groupid, vendorId: groupid };
}

function isPhoneNumber(text: string): boolean {
  return /^\+?[\d\s()./-]{3,}$/.test(text) && /\d{3}/.test(text.replaceAll(/\D/g, ''));
}
