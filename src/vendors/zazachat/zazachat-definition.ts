import type { VendorDefinition } from '../../vendor-kit/vendor-definition.ts';
import { zazachatCapabilities } from './zazachat-capabilities.ts';
import { createZazachatSource } from './zazachat-resolvers.ts';
import { zazachatSettings, type ZazachatSettings } from './zazachat-settings.ts';

/** ZaZaChat, by its SOAP service `enterprise.asmx`. */
export const zazachat: VendorDefinition<ZazachatSettings> = {
  id: 'zazachat',
  vendor: 'ZAZACHAT',
  displayName: 'ZaZaChat',
  documentation: 'http://www.zazachat.com/kb/api-integration.aspx',
  settings: zazachatSettings,
  secrets: ['apiKey'],
  requestsPerMinute: null,
  capabilities: zazachatCapabilities,
  create: createZazachatSource,
};
