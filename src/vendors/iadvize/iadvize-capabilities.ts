import type { Capability } from '../../contract/capability.ts';

/** What an iAdvize account can do through the gateway. */
export const iadvizeCapabilities: readonly Capability[] = [
  'AGENTS_LIST',
  'AGENTS_WRITE',
  'AGENT_AVAILABILITY',
  'AGENT_AVAILABILITY_WRITE',
  'CONVERSATIONS_LIST',
  'CONVERSATION_BY_REFERENCE',
  'MESSAGES',
  'REPORTS',
  'SATISFACTION_RATINGS_LIST',
  'TRANSACTIONS_LIST',
  'WEBSITES_LIST',
  'WEBSITES_WRITE',
  'WEBSITE_AGENTS',
];
