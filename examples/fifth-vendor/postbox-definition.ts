import type { VendorDefinition } from '../../src/vendor-kit/vendor-definition.ts';
import { postboxCapabilities } from './postbox-capabilities.ts';
import { PostboxClient } from './postbox-client.ts';
import { createConversationReader, createCustomerReader, createMutations } from './postbox-resolvers.ts';
import { postboxSettings, type PostboxSettings } from './postbox-settings.ts';

/** Postbox, a made-up help desk. */
export const postbox: VendorDefinition<PostboxSettings> = {
  id: 'postbox',
  vendor: 'POSTBOX',
  displayName: 'Postbox',
  documentation: 'https://postbox.example.com/api',
  settings: postboxSettings,
  secrets: ['token'],
  requestsPerMinute: 600,
  capabilities: postboxCapabilities,
  create(settings, openTransport) {
    const transport = openTransport({
      settings,
      // The only place that a credential gets into a request.
      authorize: (request) => ({
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${settings.token.reveal()}` },
      }),
    });
    const client = new PostboxClient(transport, settings.name);
    return {
      name: settings.name,
      vendor: 'POSTBOX',
      capabilities: new Set(postboxCapabilities),
      callCosts: { rows: { 'Conversation.messages': 1 } },
      conversations: createConversationReader(client, transport, settings.name),
      customers: createCustomerReader(client),
      directories: {},
      mutations: createMutations(client, transport, settings.name),
      keyOfVendorId: (type, vendorId) => (type === 'Conversation' ? vendorId : null),
      async probe(context) {
        await client.listTickets({ limit: '1' }, context);
      },
      detailLine: transport.detailLine,
      status: () => transport.status(),
      rateBudget: () => transport.rateBudget(),
      close: () => transport.close(),
    };
  },
};
