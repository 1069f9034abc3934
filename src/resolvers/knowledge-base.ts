import { inTurn } from '../content/in-turn.ts';
import { plainText, safeHtml } from '../content/message-content.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, nameOf, reference, told } from './entity-fields.ts';

export const knowledgeBaseResolvers: Pick<Resolvers, 'Article' | 'KnowledgeBase' | 'SuggestionCategory'> = {
  KnowledgeBase: { ...entityFields, name: nameOf<'KnowledgeBase'> },
  Article: {
    ...entityFields,
    knowledgeBase: reference<'Article', 'KnowledgeBase'>('KnowledgeBase', 'knowledgeBase'),
    parent: reference<'Article', 'Article'>('Article', 'parent'),
    type: async (node, _arguments, { loaders }) => (await loaders.told(node, 'type')) ?? 'UNKNOWN',
    vendorType: told<'Article', 'vendorType'>('vendorType'),
    status: async (node, _arguments, { loaders }) => (await loaders.told(node, 'status')) ?? 'UNKNOWN',
    vendorStatus: told<'Article', 'vendorStatus'>('vendorStatus'),
    access: told<'Article', 'access'>('access'),
    inheritedAccess: told<'Article', 'inheritedAccess'>('inheritedAccess'),
    title: told<'Article', 'title'>('title'),
    content: async (node, _arguments, { loaders }) => (await loaders.told(node, 'content'))?.body ?? null,
    html: async (node, _arguments, { loaders }) => {
      const content = await loaders.told(node, 'content');
      return content && inTurn(content, safeHtml, node.source.linkBase);
    },
    text: async (node, _arguments, { loaders }) => {
      const content = await loaders.told(node, 'content');
      return content && inTurn(content, plainText, node.source.linkBase);
    },
    keywords: told<'Article', 'keywords'>('keywords'),
    metaDescription: told<'Article', 'metaDescription'>('metaDescription'),
    description: told<'Article', 'description'>('description'),
    urlCode: told<'Article', 'urlCode'>('urlCode'),
    url: told<'Article', 'url'>('url'),
    treePath: told<'Article', 'treePath'>('treePath'),
    order: told<'Article', 'order'>('order'),
    views: told<'Article', 'views'>('views'),
    votes: told<'Article', 'votes'>('votes'),
    createdAt: told<'Article', 'createdAt'>('createdAt'),
    updatedAt: told<'Article', 'updatedAt'>('updatedAt'),
    deleted: told<'Article', 'deleted'>('deleted'),
    conversation: reference<'Article', 'Conversation'>('Conversation', 'conversation'),
    department: reference<'Article', 'Department'>('Department', 'department'),
  },
  SuggestionCategory: {
    ...entityFields,
    title: async (node, _arguments, { loaders }) =>
      (await loaders.told(node, 'title')) ?? node.entity.vendorId ?? node.entity.key,
    path: told<'SuggestionCategory', 'path'>('path'),
  },
};
