import * as z from 'zod';
import type { Secret } from '../../contract/secret.ts';
import type { SourceSettings } from '../../transport/source-transport.ts';
import type { VendorDefinition } from '../../transport/vendor-definition.ts';
import { createLivechatSource, livechatCapabilities } from './livechat-resolvers.ts';

/** Settings of a LiveChat account. */
export interface LivechatSettings extends SourceSettings {
  /** E-mail address of the agent that the key belongs to. */
  readonly login: string;
  readonly apiKey: Secret;
  /** Data centre of the account, for keys that need it named: `dal` (America) or `fra` (Europe). */
  readonly region?: 'dal' | 'fra' | undefined;
}

/** LiveChat's tickets, REST API v2. */
export const livechat: VendorDefinition<LivechatSettings> = {
  id: 'livechat',
  vendor: 'LIVECHAT',
  displayName: 'LiveChat',
  documentation: 'https://platform.text.com/docs/management/configuration-api/v2.0/',
  settings: {
    url: z.string().default('https://api.livechatinc.com'),
    login: z.string().regex(/^[^\s:]+$/, 'expected a login without blanks and colons'),
    apiKey: z.string().min(1),
    region: z.enum(['dal', 'fra']).optional(),
  },
  secrets: ['apiKey'],
  requestsPerMinute: null,
  capabilities: livechatCapabilities,
  create: createLivechatSource,
};
