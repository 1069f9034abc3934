import * as z from 'zod';
import type { Secret } from '../../contract/secret.ts';
import type { SourceSettings } from '../../transport/source-transport.ts';
import { isTimeZone } from '../../vendor-kit/time-zone.ts';

/** Settings of an iAdvize account. */
export interface IadvizeSettings extends SourceSettings {
  /** The key that iAdvize support hands out for the account. */
  readonly apiKey: Secret;
  /** IANA name of the zone of the account's times. @default Europe/Paris */
  readonly timeZone: string;
  /** ISO 4217 code of the amounts in transactions and figures, which the vendor does not give. @default null */
  readonly currency: string | null;
}

/** The settings as they stand in the configuration. */
export const iadvizeSettings = {
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
};
