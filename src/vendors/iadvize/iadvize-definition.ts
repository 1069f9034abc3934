import * as z from 'zod';
import type { Secret } from '../../contract/secret.ts';
import type { SourceSettings } from '../../transport/source-transport.ts';
import type { VendorDefinition } from '../../transport/vendor-definition.ts';
import { isTimeZone } from '../../transport/time-zone.ts';
import { createIadvizeSource } from './iadvize-resolvers.ts';

/** Settings of an iAdvize account. */
export interface IadvizeSettings extends SourceSettings {
  /** The key that iAdvize support hands out for the account. */
  readonly apiKey: Secret;
  /** IANA name of the zone in which the account tells its times. @default Europe/Paris */
  readonly timeZone: string;
  /** ISO 4217 code of the money in transactions and figures, which the vendor does not tell. @default null */
  readonly currency: string | null;
}

/** iAdvize, API 1.7. */
export const iadvize: VendorDefinition<IadvizeSettings> = {
  id: 'iadvize',
  vendor: 'IADVIZE',
  displayName: 'iAdvize',
  documentation: 'https://github.com/iadvize/documentation',
  settings: {
    url: z.string().default('https://www.iadvize.com/api'),
    apiKey: z.string().min(1),
    timeZone: z
      .string()
      .refine(isTimeZone, 'expected the name of a time zone, such as Europe/Paris')
      .default('Europe/Paris'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'expected a code of three capital letters, such as EUR')
      .nullable()
      .default(null),
  },
  secrets: ['apiKey'],
  requestsPerMinute: null,
  capabilities: [
    'AGENTS_LIST',
    'AGENTS_WRITE',
    'AGENT_AVAILABILITY',
    'AGENT_AVAILABILITY_WRITE',
    'CONVERSATIONS_LIST',
    'CONVERSATION_BY_REFERENCE',
    'MESSAGES',
    'REPORTS',
    'SATISFACTION_RATINGS_LIST',
    'TRANSACTIONS_LIST',
    'WEBSITES_LIST',
    'WEBSITES_WRITE',
    'WEBSITE_AGENTS',
  ],
  create(settings, openTransport) {
    const transport = openTransport({
      settings,
      authorize: (request) => ({ ...request, query: { ...request.query, key: settings.apiKey.reveal() } }),
    });
    return createIadvizeSource({
      name: settings.name,
      vendor: iadvize.vendor,
      capabilities: new Set(iadvize.capabilities),
      url: settings.url,
      timeZone: settings.timeZone,
      currency: settings.currency,
      now: Date.now,
      transport,
    });
  },
};
