import * as z from 'zod';
import type { Secret } from '../../src/contract/secret.ts';
import type { SourceSettings } from '../../src/transport/source-transport.ts';
import type { VendorDefinition } from '../../src/transport/vendor-definition.ts';
import { PostboxClient } from './postbox-client.ts';
import { createConversationReader, createCustomerReader, createMutations } from './postbox-resolvers.ts';

/** Settings of a Postbox account beyond those of every source. */
export interface PostboxSettings extends SourceSettings {
  readonly token: Secret;
}

const capabilities = [
  'CONVERSATIONS_LIST',
  'CONVERSATION_NOTE_ADD',
  'CUSTOMER_BY_EMAIL',
  'MESSAGES',
] as const;

/** Postbox, a made-up help desk. */
export const postbox: VendorDefinition<PostboxSettings> = {
  id: 'postbox',
  vendor: 'POSTBOX',
  displayName: 'Postbox',
  documentation: 'https://postbox.example.com/api',
  settings: { url: z.string().default('https://api.postbox.example.com'), token: z.string().min(1) },
  secrets: ['token'],
  requestsPerMinute: 600,
  capabilities,
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
      capabilities: new Set(capabilities),
      callCosts: { rows: { 'Conversation.messages': 1 } },
      conversations: createConversationReader(client, transport),
      customers: createCustomerReader(client),
      directories: {},
      mutations: createMutations(client, transport, settings.name),
      keyOfVendorId: (type, vendorId) => (type === 'Conversation' ? vendorId : null),
      async probe(context) {
        await client.listTickets({ limit: '1' }, context);
      },
      status: () => transport.status(),
      rateBudget: () => transport.rateBudget(),
      close: () => transport.close(),
    };
  },
};
