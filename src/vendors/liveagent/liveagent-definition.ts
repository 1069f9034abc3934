import type { VendorDefinition } from '../../vendor-kit/vendor-definition.ts';
import { liveagentCapabilities } from './liveagent-capabilities.ts';
import { createLiveagentSource } from './liveagent-resolvers.ts';
import { liveagentSettings, type LiveagentSettings } from './liveagent-settings.ts';

/** LiveAgent by Quality Unit, API v1. */
export const liveagent: VendorDefinition<LiveagentSettings> = {
  id: 'liveagent',
  vendor: 'LIVEAGENT',
  displayName: 'LiveAgent',
  documentation: 'https://support.liveagent.com/741982-API-key',
  settings: liveagentSettings,
  secrets: ['apiKey'],
  requestsPerMinute: 180,
  capabilities: liveagentCapabilities,
  create: createLiveagentSource,
};
