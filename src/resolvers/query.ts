import type { EntityType } from '../contract/entity-type.ts';
import type { NodeType, QueryResolvers } from '../generated/schema-types.ts';
import { inSource } from '../loaders/source-entity.ts';
import { addressOf, sourceNamed } from './address.ts';
import { satisfactionRatingsConnection, transactionsConnection } from './aftermath-list.ts';
import { articlesConnection } from './article-list.ts';
import { badUserInput } from './bad-user-input.ts';
import { conversationsConnection } from './conversation-list.ts';
import type { GatewayContext } from './context.ts';
import { customersConnection } from './customer-list.ts';
import { agentsConnection, directoryConnection, tagsConnection } from './directory-list.ts';
import { entitiesOf } from './entities.ts';
import { loadById, loadNode } from './load-node.ts';
import type { AnyNode } from './models.ts';
import { pastedReference } from './pasted-reference.ts';
import { personOf } from './person.ts';
import { reportPeriod } from './report-period.ts';
import { unsupported } from './unsupported.ts';

const maxNodes = 100;

const entityTypes: Readonly<Record<NodeType, EntityType>> = {
  AGENT: 'Agent',
  ARTICLE: 'Article',
  COMPANY: 'Company',
  CONVERSATION: 'Conversation',
  CUSTOMER: 'Customer',
  CUSTOMER_GROUP: 'CustomerGroup',
  DEPARTMENT: 'Department',
  FILE: 'File',
  KNOWLEDGE_BASE: 'KnowledgeBase',
  SATISFACTION_RATING: 'SatisfactionRating',
  SUGGESTION_CATEGORY: 'SuggestionCategory',
  TAG: 'Tag',
  TRANSACTION: 'Transaction',
  WEBSITE: 'Website',
};

export const queryResolvers: { readonly Query: QueryResolvers } = {
  Query: {
    node: (_root, { id }, context) => loadNode(addressOf(id), context),
    nodes: (_root, { ids }, context) => {
      if (ids.length > maxNodes)
        throw badUserInput(`ids takes at most ${maxNodes} ids, but got ${ids.length}`);
      // Each is loaded on its own, so that one that fails leaves the others. Any of them may be null, which the type
      // does not say.
      return ids.map(async (id) => loadNode(addressOf(id), context)) as Promise<AnyNode>[];
    },
    nodeByVendorId: (_root, { source, type, vendorId }, context) =>
      findByVendorId(source, entityTypes[type], vendorId, context),
    sources: (_root, _arguments, { sources }) =>
      [...sources.values()].map((source) => ({ type: 'Source', source })),
    source: (_root, { name }, { sources }) => {
      const source = sources.get(name);
      return source ? { type: 'Source', source } : null;
    },
    conversation: (_root, { id }, context) => loadById('Conversation', id, context),
    conversationByReference: async (_root, { source: name, reference }, context) => {
      const source = sourceNamed(name, context);
      const { conversations } = source;
      if (!conversations?.findByReference)
        throw unsupported(name, 'conversations.byReference', 'find a conversation by reference');
      const answer = await conversations.findByReference(pastedReference(reference), context.call);
      return answer.value && inSource('Conversation', source, answer.value);
    },
    conversations: (_root, listArguments, context, info) =>
      conversationsConnection(listArguments, context, info),
    customer: (_root, { id }, context) => loadById('Customer', id, context),
    customers: (_root, listArguments, context) => customersConnection(listArguments, context),
    person: (_root, { email }) => personOf(email),
    _entities: (_root, { representations }, context) => entitiesOf(representations, context),
    agent: (_root, { id }, context) => loadById('Agent', id, context),
    agents: (_root, listArguments, context) => agentsConnection(listArguments, context),
    tag: (_root, { id }, context) => loadById('Tag', id, context),
    tags: (_root, listArguments, context) => tagsConnection(listArguments, context),
    departments: directoryConnection('Department'),
    websites: directoryConnection('Website'),
    customerGroups: directoryConnection('CustomerGroup'),
    report: (_root, { from, to, filter }) => ({ period: reportPeriod(from, to), filter }),
    companies: directoryConnection('Company'),
    knowledgeBases: directoryConnection('KnowledgeBase'),
    articles: (_root, listArguments, context) => articlesConnection(listArguments, context),
    suggestionCategories: directoryConnection('SuggestionCategory'),
    satisfactionRatings: (_root, listArguments, context) =>
      satisfactionRatingsConnection(listArguments, context),
    transactions: (_root, listArguments, context) => transactionsConnection(listArguments, context),
    file: (_root, { id }, context) => loadById('File', id, context),
  },
};

async function findByVendorId(
  sourceName: string,
  type: EntityType,
  vendorId: string,
  context: GatewayContext,
): Promise<AnyNode | null> {
  const source = sourceNamed(sourceName, context);
  if (type === 'Customer' && source.customers?.findByVendorId) {
    const customer = await source.customers.findByVendorId(vendorId, context.call);
    return customer && inSource('Customer', source, customer);
  }
  const key = source.keyOfVendorId(type, vendorId);
  if (key === null)
    throw unsupported(
      sourceName,
      'node.byVendorId',
      `look up entities of type ${type} by the vendor's own ids`,
    );
  return loadNode({ type, source: sourceName, key }, context);
}
