import type { WorldConversation } from '../world/world.ts';

/** Status letters of the vendor. */
export const statusCodes: Readonly<Record<WorldConversation['status'], string>> = {
  answered: 'A',
  closed: 'L',
  new: 'N',
  open: 'C',
  pending: 'W',
  postponed: 'W',
  resolved: 'R',
  spam: 'B',
};

/** Channel codes of the vendor. */
export const channelCodes: Readonly<Record<WorldConversation['channel'], string>> = {
  call: 'C',
  chat: 'B',
  email: 'E',
  facebook: 'F',
  form: 'M',
  manual: 'E',
  whatsapp: '1',
};
