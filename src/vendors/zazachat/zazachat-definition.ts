import type { VendorDefinition } from '../../transport/vendor-definition.ts';
import { createZazachatSource } from './zazachat-resolvers.ts';
import { zazachatSettings, type ZazachatSettings } from './zazachat-settings.ts';

const capabilities = ['CONVERSATIONS_LIST', 'CUSTOMER_BY_EMAIL', 'CUSTOM_FIELDS', 'MESSAGES'] as const;

/** ZaZaChat, by its SOAP service `enterprise.asmx`. */
export const zazachat: VendorDefinition<ZazachatSettings> = {
  id: 'zazachat',
  vendor: 'ZAZACHAT',
  displayName: 'ZaZaChat',
  documentation: 'http://www.zazachat.com/kb/api-integration.aspx',
  settings: zazachatSettings,
  secrets: ['apiKey'],
  requestsPerMinute: null,
  capabilities,
  create: (settings, openTransport) => createZazachatSource(settings, openTransport, capabilities),
};
