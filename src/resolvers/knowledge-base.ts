import { inTurn } from '../content/in-turn.ts';
import { plainText, safeHtml } from '../content/message-content.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, nameOf, reference, told } from './entity-fields.ts';

export const knowledgeBaseResolvers: Pick<Resolvers, 'Article' | 'KnowledgeBase' | 'SuggestionCategory'> = {
  KnowledgeBase: { ...entityFields, name: nameOf },
  Article: {
    ...entityFields,
    knowledgeBase: reference('KnowledgeBase', 'knowledgeBase'),
    parent: reference('Article', 'parent'),
    type: async (node, _arguments, { loaders }) => (await loaders.told(node, 'type')) ?? 'UNKNOWN',
    vendorType: told('vendorType'),
    status: async (node, _arguments, { loaders }) => (await loaders.told(node, 'status')) ?? 'UNKNOWN',
    vendorStatus: told('vendorStatus'),
    access: told('access'),
    inheritedAccess: told('inheritedAccess'),
    title: told('title'),
    content: async (node, _arguments, { loaders }) => (await loaders.told(node, 'content'))?.body ?? null,
    html: async (node, _arguments, { loaders }) => {
      const content = await loaders.told(node, 'content');
      return content && inTurn(content, safeHtml, node.source.linkBase);
    },
    text: async (node, _arguments, { loaders }) => {
      const content = await loaders.told(node, 'content');
      return content && inTurn(content, plainText, node.source.linkBase);
    },
    keywords: told('keywords'),
    metaDescription: told('metaDescription'),
    description: told('description'),
    urlCode: told('urlCode'),
    url: told('url'),
    treePath: told('treePath'),
    order: told('order'),
    views: told('views'),
    votes: told('votes'),
    createdAt: told('createdAt'),
    updatedAt: told('updatedAt'),
    deleted: told('deleted'),
    conversation: reference('Conversation', 'conversation'),
    department: reference('Department', 'department'),
  },
  SuggestionCategory: {
    ...entityFields,
    title: async (node, _arguments, { loaders }) =>
      (await loaders.told(node, 'title')) ?? node.entity.vendorId ?? node.entity.key,
    path: told('path'),
  },
};
