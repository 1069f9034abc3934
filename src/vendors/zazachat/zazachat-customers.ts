import type { CallContext } from '../../contract/call-context.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Customer } from '../../contract/customer.ts';
import type { CustomerReader } from '../../contract/customer-reader.ts';
import { emailKey } from '../../contract/email-key.ts';
import { addDays, dayOf } from '../../vendor-kit/time-zone.ts';
import { orVendorError } from '../../vendor-kit/batch-entries.ts';
import { findConversation } from './zazachat-conversations.ts';
import { openDays, type DayParts } from './zazachat-days.ts';
import { asksForEmail } from './zazachat-mapping-customer.ts';
import type { ZazachatSettings } from './zazachat-settings.ts';

/** How many days are searched for an address, as the service has no search of its own. */
export const searchedDays = 31;
const daysAtOnce = 4;

/** What customers are read with. */
export interface CustomerReaderParts extends Omit<DayParts, 'source' | 'timeZone'> {
  readonly settings: ZazachatSettings;
}

/** Reads customers: each is known by the conversation that names them. */
export function createCustomerReader({ settings, ...parts }: CustomerReaderParts): CustomerReader {
  const { name: source, timeZone, preChat } = settings;
  const open = (context: CallContext) => openDays({ ...parts, source, timeZone }, context);
  return {
    get(keys, context) {
      const days = open(context);
      const find = async (key: string) => (await findConversation(key, days))?.customer ?? null;
      return Promise.all(keys.map((key) => orVendorError(find(key))));
    },
    async findByEmail(email, context) {
      const days = open(context);
      const today = dayOf(Date.now(), timeZone);
      const found: Conversation[] = [];
      for (let age = 0; age < searchedDays; age += daysAtOnce) {
        const batch = Array.from(
          { length: Math.min(daysAtOnce, searchedDays - age) },
          (_, index) => age + index,
        );
        const reads = batch.flatMap((daysAgo) => {
          const day = addDays(today, -daysAgo);
          return asksForEmail(preChat) ? [days.chats(day), days.tickets(day)] : [days.tickets(day)];
        });
        found.push(
          ...(await Promise.all(reads)).flat().filter((row) => emailKey(row.customer?.email ?? '') === email),
        );
      }
      const unread = found.length === 0 ? days.unread() : undefined;
      // Whoever is looked for may stand in a row that cannot be read.
      if (unread) throw unread.because;
      return days.answer(onePerName(found));
    },
  };
}

/** The newest record of each name: every conversation has a customer record of its own. */
function onePerName(conversations: readonly Conversation[]): readonly Customer[] {
  const byName = new Map<string, Customer>();
  for (const { customer } of [...conversations].sort((one, other) => other.createdAt - one.createdAt)) {
    const name = customer?.name?.toLowerCase() ?? '';
    if (customer && !byName.has(name)) byName.set(name, customer);
  }
  return [...byName.values()];
}
