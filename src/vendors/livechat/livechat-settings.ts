import * as z from 'zod';
import type { Secret } from '../../contract/secret.ts';
import type { SourceSettings } from '../../transport/source-transport.ts';

/** Settings of a LiveChat account. */
export interface LivechatSettings extends SourceSettings {
  /** E-mail address of the agent that the key belongs to. */
  readonly login: string;
  readonly apiKey: Secret;
  /** Data centre of the account, for keys that need it named: `dal` (America) or `fra` (Europe). */
  readonly region?: 'dal' | 'fra' | undefined;
}

/** The settings as they stand in the configuration. */
export const livechatSettings = {
  url: z.string().default('https://api.livechatinc.com'),
  login: z.string().regex(/^[^\s:]+$/, 'expected a login without blanks and colons'),
  apiKey: z.string().min(1),
  region: z.enum(['dal', 'fra']).optional(),
};
