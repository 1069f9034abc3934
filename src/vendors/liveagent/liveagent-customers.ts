import type { CallContext } from '../../contract/call-context.ts';
import type { CustomerCriteria, CustomerReader, ListedCustomer } from '../../contract/customer-reader.ts';
import type { Customer } from '../../contract/customer.ts';
import type { CustomerGroup } from '../../contract/directory.ts';
import type { TimelineReader } from '../../contract/timeline.ts';
import type { VendorError } from '../../contract/vendor-error.ts';
import { forEachKey, orNull } from './liveagent-answers.ts';
import type { LiveagentClient } from './liveagent-client.ts';
import { LiveagentCustomerList } from './liveagent-customer-list.ts';
import { comparableEmail } from './liveagent-mapping-values.ts';
import { customerAddressOf, emailCustomerKey } from './liveagent-mapping-customer.ts';
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

  async findByEmail(email: string, context: CallContext): Promise<readonly Customer[]> {
    const customer = await orNull(this.#client.getCustomer(email, context));
    if (customer && (customer.email == null || comparableEmail(customer.email) === email)) {
      return [{ ...customer, key: emailCustomerKey(email), email: customer.email ?? email }];
    }
    // Some versions answer 404 for an address with a plus sign or in another case; their list finds it.
    const query = { email, limitcount: String(mostRows) };
    const similar = (await orNull(this.#client.listCustomers(query, context))) ?? [];
    const same = similar.filter((row) => row.email != null && comparableEmail(row.email) === email);
    // Contacts with one address have one key: they are one customer.
    return Promise.all(same.slice(0, 1).map((row) => this.#completed(row, context)));
  }

  findByVendorId(vendorId: string, context: CallContext): Promise<Customer | null> {
    return this.#byContactId(vendorId, context);
  }

  async #one(key: string, context: CallContext): Promise<Customer | null> {
    const address = customerAddressOf(key);
    if (address === null) return null;
    if (address.type === 'contact') return this.#byContactId(address.contactId, context);
    if (address.type === 'email') {
      const [customer] = await this.findByEmail(address.email, context);
      return customer ?? null;
    }
    const reference = { key: address.conversationKey, revision: null };
    const conversation = await orNull(this.#client.getConversation(reference, context));
    const owner = conversation?.customer;
    return owner?.key === key ? owner : null;
  }

  async #byContactId(contactId: string, context: CallContext): Promise<Customer | null> {
    const customer = await orNull(this.#client.getCustomer(contactId, context));
    return customer?.vendorId === contactId ? customer : null;
  }

  /** The list's row with what only the single record tells, where that can be had by id. */
  async #completed(row: Customer, context: CallContext): Promise<Customer> {
    const { vendorId } = row;
    const full =
      vendorId === undefined || vendorId === row.email ? null : await this.#byContactId(vendorId, context);
    return (
      full ?? {
        ...row,
        role: row.role ?? null,
        gender: row.gender ?? null,
        createdAt: row.createdAt ?? null,
        customFields: null,
      }
    );
  }

  async #groupsOf(key: string, context: CallContext): Promise<readonly CustomerGroup[] | null> {
    const address = customerAddressOf(key);
    if (address === null) return null;
    if (address.type === 'owner') return [];
    const identifier = address.type === 'email' ? address.email : address.contactId;
    const groups = await orNull(this.#client.listMemberships(identifier, key, context));
    if (groups !== null || address.type === 'contact') return groups;
    const customer = await this.#one(key, context);
    const contactId = customer?.vendorId;
    if (contactId === undefined || contactId.includes('@')) return null;
    return orNull(this.#client.listMemberships(contactId, key, context));
  }
}
