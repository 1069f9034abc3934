import type { HelpdeskSource } from '../contract/helpdesk-source.ts';

/**
 * Fields that an entity's list may leave out, by type, with the name of the vendor call that tells them. Fields with
 * the same call share it for each entity. How many calls that is at a vendor (mostly one or none) is in
 * `CallCosts.rows`.
 */
export const fieldCalls: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Agent: { departments: 'departments', role: 'details', websites: 'websites' },
  AgentAvailability: { maxChats: 'limit' },
  Article: { content: 'details', html: 'details', text: 'details' },
  Company: {
    customFields: 'details',
    groups: 'details',
    language: 'details',
    phones: 'details',
    uniqueFields: 'details',
  },
  Conversation: {
    assignee: 'details',
    customFields: 'details',
    dueAt: 'details',
    messages: 'messages',
    note: 'details',
    satisfactionRating: 'satisfactionRating',
    transactions: 'transactions',
    transcript: 'messages',
  },
  Customer: {
    createdAt: 'details',
    customFields: 'details',
    externalId: 'details',
    gender: 'details',
    groups: 'groups',
    phones: 'details',
    role: 'details',
  },
  CustomerGroup: { backgroundColor: 'details', color: 'details' },
  Department: { agents: 'agents' },
  Person: { customers: 'lookup', name: 'lookup', sources: 'lookup' },
  Tag: { archived: 'details', backgroundColor: 'details', color: 'details' },
  Website: { agents: 'agents' },
};

/**
 * The same for fields that lists tell of their rows, but that the record of something else may leave out of an entity
 * that it names: a conversation may know its customer's address, but not the customer's id.
 */
export const namedEntityCalls: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Customer: { vendorId: 'details' },
};

/** Fields that one call of a source tells for all objects of a query, with the sources that make it. */
export const sharedFieldCalls: Readonly<Record<string, (source: HelpdeskSource) => boolean>> = {
  'Department.availability': ({ directories }) => directories.Department?.fields?.availability !== undefined,
  'Source.application': (source) => source.application !== undefined,
  'Source.callsOverview': (source) => source.callsOverview !== undefined,
  'Source.chatsOverview': (source) => source.chatsOverview !== undefined,
  'Source.widgets': (source) => source.widgets !== undefined,
};

/** Fields that know nothing but the key of an entity: anything else that is selected of it takes a call. */
export const keyFields: ReadonlySet<string> = new Set([
  'Article.conversation',
  'Article.parent',
  'RankingReport.conversation',
  'RankingReport.customer',
  'SatisfactionRating.conversation',
  'SlaLogReport.conversation',
  'SlaLogReport.customer',
  'Transaction.conversation',
]);

/**
 * Types that a source lists as a whole: the list is read once for a query, however many fields refer to such entities.
 */
export const directoryTypes: ReadonlySet<string> = new Set([
  'Agent',
  'Company',
  'CustomerGroup',
  'Department',
  'KnowledgeBase',
  'SuggestionCategory',
  'Tag',
  'Website',
]);

/** Fields that every reference to an entity tells by itself. */
export const referenceFields: ReadonlySet<string> = new Set(['__typename', 'id', 'source', 'vendorId']);

/** Types whose fields concern all sources. */
export const rootTypes: ReadonlySet<string> = new Set(['Person', 'Query', 'Report']);
