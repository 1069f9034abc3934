import type { CallContext } from '../../contract/call-context.ts';
import type { CustomerReader } from '../../contract/customer-reader.ts';
import type { MutationPlan } from '../../contract/mutations/mutation-plan.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { planAfterRead } from '../../vendor-kit/write-plan.ts';
import { contactIdIn, customerAddressOf } from './liveagent-mapping-customer.ts';

/** Which customer a change is about. */
export interface NamedCustomer {
  readonly key: string;
  /** The input field that names them, for errors. */
  readonly field: string;
  /** Name of the source. */
  readonly source: string;
  readonly customers: Pick<CustomerReader, 'get'>;
}

/**
 * Plans a change of a customer; `plan` gets what a path or parameter takes for them: the address, else the contact
 * id. Some versions answer 404 for an address with a plus sign, so such a customer is read first and named by contact
 * id.
 */
export function planForCustomer<T>(
  customer: NamedCustomer,
  plan: (identifier: string) => MutationPlan<T>,
): MutationPlan<T> {
  const identifier = identifierOf(customer);
  if (!/^[^+]*\+.*@/.test(identifier)) return plan(identifier);
  // Without a contact id the vendor is asked by the address after all.
  return planAfterRead(async (context) => plan((await readContactId(customer, context)) ?? identifier));
}

/** What a parameter that takes a user's id or address takes for a customer. */
export function identifierOf({ key, field, source }: Omit<NamedCustomer, 'customers'>): string {
  const address = customerAddressOf(key);
  if (address?.type === 'email') return address.email;
  if (address?.type === 'contact') return address.contactId;
  throw new VendorError({
    kind: 'not-found',
    message: 'LiveAgent has no record of this customer: only a conversation names them',
    source,
    operation: 'input',
    field: [field],
  });
}

/** The contact id in the record of a customer, who is read; null where no record has it. */
export async function readContactId(
  { key, customers }: Pick<NamedCustomer, 'customers' | 'key'>,
  context: CallContext,
): Promise<string | null> {
  const [found = null] = await customers.get([key], context);
  if (found instanceof VendorError) throw found;
  return contactIdIn(found);
}
