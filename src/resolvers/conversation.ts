import type { ConversationMoment } from '../contract/conversation-aftermath.ts';
import { VendorError } from '../contract/vendor-error.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { inSource, type ConversationNode, type KnownConversation } from '../loaders/source-entity.ts';
import { transcriptOf } from '../content/transcript.ts';
import type { GatewayContext } from './context.ts';
import { allInSource, entityFields, reference, references, told } from './entity-fields.ts';
import { authorNameOf, messagesConnection, messagesOf } from './message.ts';

export const conversationResolvers: Pick<Resolvers, 'Conversation'> = {
  Conversation: {
    ...entityFields,
    reference: told('reference'),
    channel: always('channel'),
    vendorChannel: told('vendorChannel'),
    status: always('status'),
    vendorStatus: told('vendorStatus'),
    subject: told('subject'),
    preview: told('preview'),
    note: told('note'),
    createdAt: always('createdAt'),
    updatedAt: told('updatedAt'),
    dueAt: told('dueAt'),
    durationSeconds: told('durationSeconds'),
    priority: told('priority'),
    category: told('category'),
    publicCode: told('publicCode'),
    department: reference('Department', 'department'),
    assignee: reference('Agent', 'assignee'),
    customer: reference('Customer', 'customer'),
    visit: told('visit'),
    tags: references('Tag', 'tags'),
    customFields: told('customFields'),
    messages: messagesConnection,
    satisfactionRating: async (node, _arguments, context) => {
      const ratings = await context.loaders.satisfactionRatings(node.source, await momentOf(node, context));
      const latest = ratings?.at(-1);
      return latest ? inSource('SatisfactionRating', node.source, latest) : null;
    },
    transactions: async (node, _arguments, context) => {
      const transactions = await context.loaders.transactions(node.source, await momentOf(node, context));
      return allInSource('Transaction', node.source, transactions);
    },
    transcript: async (node, _arguments, context) => {
      if (node.entity.transcript) return node.entity.transcript;
      const { source } = node;
      const messages = await messagesOf(node, context);
      const names = await Promise.all(
        messages.map(async (message) =>
          authorNameOf({ type: 'Message', source, conversation: node, message }, context),
        ),
      );
      return transcriptOf(messages, names, source.linkBase);
    },
    fetchedAt: always('fetchedAt'),
    raw: told('raw'),
  },
};

/**
 * Resolves a field that every conversation has. Throws for a conversation that is gone, of which only the key is known.
 */
function always<Field extends 'channel' | 'createdAt' | 'fetchedAt' | 'status'>(field: Field) {
  return (node: ConversationNode, _arguments: object, context: GatewayContext) => {
    const known = node.entity[field];
    return known ?? loadAlways(node, field, context);
  };
}

async function loadAlways<Field extends keyof KnownConversation>(
  node: ConversationNode,
  field: Field,
  { loaders }: GatewayContext,
): Promise<NonNullable<KnownConversation[Field]>> {
  const value = await loaders.told(node, field);
  if (value !== null) return value;
  throw new VendorError({
    kind: 'not-found',
    message: 'expected the conversation that another record names, got the answer that there is none',
    source: node.source.name,
    operation: 'conversations.get',
  });
}

async function momentOf(node: ConversationNode, context: GatewayContext): Promise<ConversationMoment> {
  const { key, createdAt } = node.entity;
  return { key, createdAt: createdAt ?? (await loadAlways(node, 'createdAt', context)) };
}
