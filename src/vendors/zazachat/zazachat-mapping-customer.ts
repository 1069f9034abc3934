import { valueOfCode } from '../../contract/code-table.ts';
import type { CustomField } from '../../contract/custom-field.ts';
import type { Customer } from '../../contract/customer.ts';
import { emailAddress } from '../../contract/email-key.ts';
import { numbered } from './zazachat-mapping-custom-fields.ts';

/** What is known of a person. */
export interface CustomerFacts {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What a visitor filled in before a chat, sorted by its meaning. */
export interface PreChat extends CustomerFacts {
  /** All that is no name, e-mail address or telephone number. */
  readonly others: readonly CustomField[];
}

const meanings: Readonly<Record<string, 'email' | 'name' | 'phone'>> = {
  'e-mail': 'email',
  email: 'email',
  name: 'name',
  phone: 'phone',
};

/** Whether the account asks for an e-mail address before a chat. */
export function asksForEmail(preChat: readonly string[]): boolean {
  return preChat.some((word) => valueOfCode(meanings, word.toLowerCase()) === 'email');
}

/**
 * Sorts PreChat1, PreChat2, … by what the setting `preChat` says they hold; a filled one that the setting does not
 * reach keeps its own name. What is no e-mail address in the column for one is among the others.
 */
export function toPreChat(info: Readonly<Record<string, string>>, words: readonly string[]): PreChat {
  const known: Partial<Record<'email' | 'name' | 'phone', string | null>> = {};
  const others: CustomField[] = [];
  for (const { place, value } of numbered(info, 'prechat')) {
    const word = words[place - 1];
    const meaning = valueOfCode(meanings, word?.toLowerCase());
    const fits = meaning !== 'email' || value === null || emailAddress(value) !== null;
    if (meaning && fits) known[meaning] ??= value;
    else if (word !== undefined || value !== null) others.push({ code: word ?? `PreChat${place}`, value });
  }
  return { name: known.name ?? null, email: known.email ?? null, phone: known.phone ?? null, others };
}

/** A customer: the service knows people only as parts of a conversation, so the conversation's key is theirs. */
export function toCustomer(key: string, vendorId: string, { name, email, phone }: CustomerFacts): Customer {
  return {
    key,
    vendorId,
    email,
    name,
    firstName: null,
    lastName: null,
    phones: phone === null ? [] : [phone],
    role: null,
    gender: null,
    externalId: null,
    createdAt: null,
    groups: [],
    customFields: [],
  };
}
