import type { CustomerReader } from '../../contract/customer-reader.ts';
import type { EntityType } from '../../contract/entity-type.ts';
import type { HelpdeskSource } from '../../contract/helpdesk-source.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { OpenTransport } from '../../transport/source-transport.ts';
import type { Authorize } from '../../transport/upstream-request.ts';
import { foundOrError } from '../../vendor-kit/batch-entries.ts';
import { iadvizeCallCosts } from './iadvize-call-costs.ts';
import { iadvizeCapabilities } from './iadvize-capabilities.ts';
import { createIadvizeClient, type IadvizeClient } from './iadvize-client.ts';
import { createIadvizeMutations } from './iadvize-mutations.ts';
import { createSatisfactionReader, createTransactionReader } from './iadvize-aftermath.ts';
import { createConversationReader } from './iadvize-conversations.ts';
import { createReportReader } from './iadvize-reports.ts';
import { createDirectories } from './iadvize-directories.ts';
import type { IadvizeSettings } from './iadvize-settings.ts';

/** Makes the source of an iAdvize account. Calls nobody. */
export function createIadvizeSource(settings: IadvizeSettings, openTransport: OpenTransport): HelpdeskSource {
  const { name, url, timeZone, currency } = settings;
  const transport = openTransport({ settings, authorize: authorizeWith(settings) });
  const client = createIadvizeClient({ source: name, url, timeZone, currency, transport });
  const source = { name, client, transport, timeZone, now: Date.now };
  return {
    name,
    vendor: 'IADVIZE',
    capabilities: new Set(iadvizeCapabilities),
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
    detailLine: transport.detailLine,
    status: () => transport.status(),
    rateBudget: () => transport.rateBudget(),
    close: () => transport.close(),
  };
}

function authorizeWith({ apiKey }: IadvizeSettings): Authorize {
  return (request) => ({ ...request, query: { ...request.query, key: apiKey.reveal() } });
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

/** Groups are left out: no call can tell which there are, so any text would pass for the name of one. */
function keyOfVendorId(type: EntityType, vendorId: string): string | null {
  return type === 'Agent' || type === 'Conversation' || type === 'Website' ? vendorId : null;
}
