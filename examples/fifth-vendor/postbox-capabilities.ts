import type { Capability } from '../../src/contract/capability.ts';

/** What a Postbox account can do through the gateway. */
export const postboxCapabilities: readonly Capability[] = [
  'CONVERSATIONS_LIST',
  'CONVERSATION_NOTE_ADD',
  'CUSTOMER_BY_EMAIL',
  'MESSAGES',
];
