import { z } from 'zod';
import type { Secret } from '../../contract/secret.ts';
import type { SourceSettings } from '../../transport/source-transport.ts';
import { isTimeZone } from '../../vendor-kit/time-zone.ts';

/** The settings of a LiveAgent account, besides those of every source. */
export interface LiveagentSettings extends SourceSettings {
  /** Key of API v1 (keys of v3 do not work). */
  readonly apiKey: Secret;
  /** The form in which answers are asked for; both say the same. @default 'json' */
  readonly format: 'json' | 'xml';
  /** Zone of every date the account writes. @default 'America/Los_Angeles' */
  readonly timeZone: string;
}

/** The same as the configuration file writes it. */
export const liveagentSettings = {
  /** Address of the installation; `/api` is appended. */
  url: z.string(),
  apiKey: z.string().min(1),
  format: z.enum(['json', 'xml']).default('json'),
  timeZone: z.string().refine(isTimeZone, 'expected an IANA time zone').default('America/Los_Angeles'),
};
