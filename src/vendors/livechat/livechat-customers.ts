import type { CallContext } from '../../contract/call-context.ts';
import type { Customer } from '../../contract/customer.ts';
import type { CustomerReader } from '../../contract/customer-reader.ts';
import { orVendorError } from '../../vendor-kit/batch-entries.ts';
import type { LivechatClient } from './livechat-client.ts';
import { customerKeyOf, ticketOfCustomerKey } from './livechat-mapping-customer.ts';

/** Reads the requesters of tickets as customers; LiveChat keeps no list of them. */
export function createCustomerReader(client: LivechatClient): CustomerReader {
  return {
    get: (keys, context) => Promise.all(keys.map((key) => orVendorError(get(client, key, context)))),
    async findByEmail(email, context) {
      const { value, ...answer } = await client.findCustomer(email, context);
      return { ...answer, value: value ? [value] : [] };
    },
    findByVendorId: (vendorId, context) => get(client, customerKeyOf(vendorId), context),
  };
}

async function get(client: LivechatClient, key: string, context: CallContext): Promise<Customer | null> {
  const ticket = ticketOfCustomerKey(key);
  if (ticket === null) return (await client.findCustomer(key, context)).value;
  const customer = (await client.getTicket(ticket, null, context)).value?.customer;
  return customer?.key === key ? customer : null;
}
