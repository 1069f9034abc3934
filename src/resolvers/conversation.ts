import type { Resolvers } from '../generated/schema-types.ts';
import { inSource } from '../loaders/source-entity.ts';
import { transcriptOf } from '../content/transcript.ts';
import { entitiesOf, entityFields, told } from './entity-fields.ts';
import { messagesConnection, messagesOf } from './message.ts';

export const conversationResolvers: Pick<Resolvers, 'Conversation'> = {
  Conversation: {
    ...entityFields,
    reference: ({ entity }) => entity.reference,
    channel: ({ entity }) => entity.channel,
    vendorChannel: ({ entity }) => entity.vendorChannel,
    status: ({ entity }) => entity.status,
    vendorStatus: ({ entity }) => entity.vendorStatus,
    subject: ({ entity }) => entity.subject,
    preview: ({ entity }) => entity.preview,
    note: told<'Conversation', 'note'>('note'),
    createdAt: ({ entity }) => entity.createdAt,
    updatedAt: ({ entity }) => entity.updatedAt,
    dueAt: told<'Conversation', 'dueAt'>('dueAt'),
    durationSeconds: ({ entity }) => entity.durationSeconds,
    priority: ({ entity }) => entity.priority,
    category: ({ entity }) => entity.category,
    publicCode: ({ entity }) => entity.publicCode,
    department: async (node, _arguments, { loaders }) => {
      const department = await loaders.told(node, 'department');
      return department && inSource('Department', node.source, department);
    },
    assignee: async (node, _arguments, { loaders }) => {
      const assignee = await loaders.told(node, 'assignee');
      return assignee && inSource('Agent', node.source, assignee);
    },
    customer: async (node, _arguments, { loaders }) => {
      const customer = await loaders.told(node, 'customer');
      return customer && inSource('Customer', node.source, customer);
    },
    visit: told<'Conversation', 'visit'>('visit'),
    tags: async (node, _arguments, { loaders }) =>
      entitiesOf('Tag', node.source, await loaders.told(node, 'tags')),
    customFields: told<'Conversation', 'customFields'>('customFields'),
    messages: messagesConnection,
    transcript: async (node, _arguments, context) => {
      if (node.entity.transcript) return node.entity.transcript;
      const [messages, customer] = await Promise.all([
        messagesOf(node, context),
        context.loaders.told(node, 'customer'),
      ]);
      return transcriptOf(messages, customer?.name ?? null);
    },
    fetchedAt: ({ entity }) => entity.fetchedAt,
    raw: ({ entity }) => entity.raw,
  },
};
