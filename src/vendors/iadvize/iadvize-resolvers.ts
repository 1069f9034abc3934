import type { CustomerReader } from '../../contract/customer-reader.ts';
import type { EntityType } from '../../contract/entity-type.ts';
import type { HelpdeskSource } from '../../contract/helpdesk-source.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { foundOrError } from '../../transport/batch-entries.ts';
import { iadvizeCallCosts } from './iadvize-call-costs.ts';
import { createIadvizeClient, type IadvizeClient } from './iadvize-client.ts';
import { createIadvizeMutations } from './iadvize-mutations.ts';
import { createSatisfactionReader, createTransactionReader } from './iadvize-resolvers-aftermath.ts';
import { createConversationReader, type ChatSource } from './iadvize-resolvers-conversations.ts';
import { createReportReader } from './iadvize-reports.ts';
import { createDirectories } from './iadvize-resolvers-directories.ts';

/** What a source is made of. */
export interface IadvizeSourceOptions
  extends Pick<HelpdeskSource, 'capabilities' | 'name' | 'vendor'>, Pick<ChatSource, 'now' | 'timeZone'> {
  /** The source's own address. */
  readonly url: string;
  readonly currency: string | null;
  readonly transport: SourceTransport;
}

/** One iAdvize account. */
export function createIadvizeSource(options: IadvizeSourceOptions): HelpdeskSource {
  const { name, vendor, capabilities, url, timeZone, currency, now, transport } = options;
  const client = createIadvizeClient({ source: name, url, timeZone, currency, transport });
  const source = { name, client, transport, timeZone, now };
  return {
    name,
    vendor,
    capabilities,
    callCosts: iadvizeCallCosts,
    conversations: createConversationReader(source),
    customers: createCustomerReader(client),
    satisfactionRatings: createSatisfactionReader(source),
    transactions: createTransactionReader(source),
    directories: createDirectories(client),
    reports: createReportReader(source),
    mutations: createIadvizeMutations({ source: name, transport, client }),
    keyOfVendorId,
    async probe(context) {
      await client.getClientWebsiteList({ ...context, bypassCache: true });
    },
    status: () => transport.status(),
    rateBudget: () => transport.rateBudget(),
    close: () => transport.close(),
  };
}

/** A visitor is known by nothing but a chat, whose id is the key. */
function createCustomerReader(client: IadvizeClient): CustomerReader {
  return {
    get: (keys, context) =>
      Promise.all(
        keys.map(async (key) => {
          const chat = await foundOrError(client.getHistoryById(key, context));
          return chat instanceof VendorError ? chat : (chat?.customer ?? null);
        }),
      ),
  };
}

/** Groups are left out: any text would be the name of one, as no call can tell which there are. */
function keyOfVendorId(type: EntityType, vendorId: string): string | null {
  return type === 'Agent' || type === 'Conversation' || type === 'Website' ? vendorId : null;
}
