import type { Capability } from '../../contract/capability.ts';

/** What a LiveAgent account can do through the gateway. */
export const liveagentCapabilities: readonly Capability[] = [
  'AGENTS_LIST',
  'AGENT_AVAILABILITY',
  'APPLICATION',
  'ARTICLES_LIST',
  'ARTICLES_SEARCH',
  'COMPANIES_LIST',
  'CONVERSATIONS_LIST',
  'CONVERSATION_BY_REFERENCE',
  'CUSTOMERS_LIST',
  'CUSTOMER_BY_EMAIL',
  'CUSTOMER_GROUPS_LIST',
  'CUSTOM_FIELDS',
  'DEPARTMENTS_LIST',
  'FILES_READ',
  'KNOWLEDGE_BASES_LIST',
  'MESSAGES',
  'REPORTS',
  'SUGGESTION_CATEGORIES_LIST',
  'TAGS_LIST',
];
