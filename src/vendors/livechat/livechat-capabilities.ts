import type { Capability } from '../../contract/capability.ts';

/** What a LiveChat account can do through the gateway. */
export const livechatCapabilities: readonly Capability[] = [
  'AGENTS_LIST',
  'AGENTS_WRITE',
  'AGENT_AVAILABILITY',
  'AGENT_AVAILABILITY_WRITE',
  'CONVERSATIONS_LIST',
  'CONVERSATION_BY_REFERENCE',
  'CONVERSATION_CREATE',
  'CONVERSATION_TAGS_WRITE',
  'CUSTOMER_BY_EMAIL',
  'DEPARTMENTS_LIST',
  'DEPARTMENT_AVAILABILITY',
  'MESSAGES',
  'TAGS_LIST',
  'TAGS_WRITE',
];
