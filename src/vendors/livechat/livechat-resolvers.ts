import type { EntityType } from '../../contract/entity-type.ts';
import type { HelpdeskSource } from '../../contract/helpdesk-source.ts';
import type { OpenTransport } from '../../transport/source-transport.ts';
import type { Authorize } from '../../transport/upstream-request.ts';
import { withListedChanges } from '../../vendor-kit/listed-changes.ts';
import { livechatCallCosts } from './livechat-call-costs.ts';
import { livechatCapabilities } from './livechat-capabilities.ts';
import { closedStatuses, LivechatClient } from './livechat-client.ts';
import { createConversationReader } from './livechat-conversations.ts';
import { createCustomerReader } from './livechat-customers.ts';
import { createDirectories } from './livechat-directories.ts';
import { createLivechatMutations } from './livechat-mutations.ts';
import { customerKeyOf } from './livechat-mapping-customer.ts';
import type { LivechatSettings } from './livechat-settings.ts';

/** Makes the source of a LiveChat account. Calls nobody. */
export function createLivechatSource(
  settings: LivechatSettings,
  openTransport: OpenTransport,
): HelpdeskSource {
  const transport = openTransport({ settings, authorize: authorizeWith(settings) });
  const client = new LivechatClient(transport, settings);
  return {
    name: settings.name,
    vendor: 'LIVECHAT',
    capabilities: new Set(livechatCapabilities),
    callCosts: livechatCallCosts,
    conversations: withListedChanges(
      createConversationReader(client, transport, settings.name),
      closedStatuses,
    ),
    customers: createCustomerReader(client),
    directories: createDirectories(client, transport),
    mutations: createLivechatMutations({ source: settings.name, login: settings.login, transport, client }),
    keyOfVendorId,
    async probe(context) {
      // A day before LiveChat began: the shortest list of tickets there is.
      const day = '2001-01-01';
      await client.listTickets({ order: 'desc', date_from: day, date_to: day }, 1, {
        ...context,
        bypassCache: true,
      });
    },
    detailLine: transport.detailLine,
    status: () => transport.status(),
    rateBudget: () => transport.rateBudget(),
    close: () => transport.close(),
  };
}

function authorizeWith({ login, apiKey, region }: LivechatSettings): Authorize {
  return (request) => ({
    ...request,
    headers: {
      ...request.headers,
      authorization: `Basic ${Buffer.from(`${login}:${apiKey.reveal()}`).toString('base64')}`,
      'x-api-version': '2',
      ...(region ? { 'x-region': region } : {}),
    },
  });
}

function keyOfVendorId(type: EntityType, vendorId: string): string | null {
  switch (type) {
    case 'Agent':
    case 'Conversation':
    case 'Department':
    case 'Tag':
      return vendorId;
    case 'Customer':
      return customerKeyOf(vendorId);
    default:
      return null;
  }
}
