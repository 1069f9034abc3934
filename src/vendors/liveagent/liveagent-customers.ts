import { emailKey } from '../../contract/email-key.ts';
import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { CustomerCriteria, CustomerReader, ListedCustomer } from '../../contract/customer-reader.ts';
import type { Customer } from '../../contract/customer.ts';
import type { CustomerGroup } from '../../contract/directory.ts';
import type { TimelineReader } from '../../contract/timeline.ts';
import type { VendorError } from '../../contract/vendor-error.ts';
import { forEachKey } from '../../vendor-kit/batch-entries.ts';
import { answerOf } from '../../vendor-kit/combined-answer.ts';
import { answerOrNull, orNull } from './liveagent-answers.ts';
import type { LiveagentClient } from './liveagent-client.ts';
import { LiveagentCustomerList } from './liveagent-customer-list.ts';
import { contactIdIn, customerAddressOf, emailCustomerKey } from './liveagent-mapping-customer.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { mostRows } from './liveagent-long-list.ts';

/** Reads customers. */
export class LiveagentCustomers implements CustomerReader {
  readonly timeline: TimelineReader<ListedCustomer, CustomerCriteria>;
  readonly #client: LiveagentClient;

  constructor(settings: LiveagentSettings, client: LiveagentClient) {
    this.#client = client;
    this.timeline = new LiveagentCustomerList(settings, client);
  }

  get(keys: readonly string[], context: CallContext): Promise<readonly (Customer | VendorError | null)[]> {
    return forEachKey(keys, (key) => this.#one(key, context));
  }

  groups(
    keys: readonly string[],
    context: CallContext,
  ): Promise<readonly (readonly CustomerGroup[] | VendorError | null)[]> {
    return forEachKey(keys, (key) => this.#groupsOf(key, context));
  }

  async findByEmail(email: string, context: CallContext): Promise<Answer<readonly Customer[]>> {
    const single = await answerOrNull(this.#client.getCustomer(email, context));
    const customer = single?.value;
    if (customer && (customer.email == null || emailKey(customer.email) === email)) {
      const found = { ...customer, key: emailCustomerKey(email), email: customer.email ?? email };
      return answerOf([found], [single]);
    }
    // Some versions answer 404 for an address with a plus sign or in another case; their list finds it.
    const query = { email, limitcount: String(mostRows) };
    const similar = await answerOrNull(this.#client.listCustomers(query, context));
    const answers = [single, similar].filter((answer) => answer !== null);
    // Contacts with one address have one key: they are one customer.
    const row = similar?.value.rows.find((one) => one.email != null && emailKey(one.email) === email);
    if (!row) return answerOf([], answers);
    const full = await this.#fullRecordOf(row, context);
    return full ? answerOf([full.value], [...answers, full]) : answerOf([toldByList(row)], answers);
  }

  findByVendorId(vendorId: string, context: CallContext): Promise<Customer | null> {
    return this.#byContactId(vendorId, context);
  }

  async #one(key: string, context: CallContext): Promise<Customer | null> {
    const address = customerAddressOf(key);
    if (address === null) return null;
    if (address.type === 'contact') return this.#byContactId(address.contactId, context);
    if (address.type === 'email') {
      const { value } = await this.findByEmail(address.email, context);
      return value[0] ?? null;
    }
    const reference = { key: address.conversationKey, revision: null };
    const conversation = await orNull(this.#client.getConversation(reference, context));
    const owner = conversation?.customer;
    return owner?.key === key ? owner : null;
  }

  async #byContactId(contactId: string, context: CallContext): Promise<Customer | null> {
    return (await this.#recordOf(contactId, context))?.value ?? null;
  }

  async #recordOf(contactId: string, context: CallContext): Promise<Answer<Customer> | null> {
    const answer = await answerOrNull(this.#client.getCustomer(contactId, context));
    return answer?.value.vendorId === contactId ? answer : null;
  }

  /** The single record of a row of the list, where it can be read by id. */
  async #fullRecordOf(row: Customer, context: CallContext): Promise<Answer<Customer> | null> {
    const contactId = contactIdIn(row);
    return contactId === null ? null : this.#recordOf(contactId, context);
  }

  async #groupsOf(key: string, context: CallContext): Promise<readonly CustomerGroup[] | null> {
    const address = customerAddressOf(key);
    if (address === null) return null;
    if (address.type === 'owner') return [];
    const identifier = address.type === 'email' ? address.email : address.contactId;
    const groups = await orNull(this.#client.listMemberships(identifier, key, context));
    if (groups !== null || address.type === 'contact') return groups;
    const contactId = contactIdIn(await this.#one(key, context));
    return contactId === null ? null : orNull(this.#client.listMemberships(contactId, key, context));
  }
}

/** A row of the list as a whole record: what only the single record has is null. */
function toldByList(row: Customer): Customer {
  return {
    ...row,
    role: row.role ?? null,
    gender: row.gender ?? null,
    createdAt: row.createdAt ?? null,
    customFields: null,
  };
}
