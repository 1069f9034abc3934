import type { Capability } from '../../contract/capability.ts';

/** What a ZaZaChat account can do through the gateway. */
export const zazachatCapabilities: readonly Capability[] = [
  'CONVERSATIONS_LIST',
  'CUSTOMER_BY_EMAIL',
  'CUSTOM_FIELDS',
  'MESSAGES',
];
