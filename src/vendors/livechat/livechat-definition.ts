import type { VendorDefinition } from '../../vendor-kit/vendor-definition.ts';
import { livechatCapabilities } from './livechat-capabilities.ts';
import { createLivechatSource } from './livechat-resolvers.ts';
import { livechatSettings, type LivechatSettings } from './livechat-settings.ts';

/** LiveChat's tickets, REST API v2. */
export const livechat: VendorDefinition<LivechatSettings> = {
  id: 'livechat',
  vendor: 'LIVECHAT',
  displayName: 'LiveChat',
  documentation: 'https://platform.text.com/docs/management/configuration-api/v2.0/',
  settings: livechatSettings,
  secrets: ['apiKey'],
  requestsPerMinute: null,
  capabilities: livechatCapabilities,
  create: createLivechatSource,
};
