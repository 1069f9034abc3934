import * as z from 'zod';
import type { Secret } from '../../contract/secret.ts';
import type { SourceSettings } from '../../transport/source-transport.ts';
import { isTimeZone } from '../../vendor-kit/time-zone.ts';

/** Settings of a ZaZaChat source beyond those of every source. */
export interface ZazachatSettings extends SourceSettings {
  /** The account's number: digits. */
  readonly clientId: string;
  readonly apiKey: Secret;
  /** The zone of all dates of the account: an IANA name, or an offset such as `-05:00`. */
  readonly timeZone: string;
  /** What the fields PreChat1, PreChat2, … hold, in order: name, email, phone, or a word of the account's own. */
  readonly preChat: readonly string[];
  /** Names that occur in a ticket's custom fields; without them the last word before a marker is the name. */
  readonly customFieldNames: readonly string[];
  /** Namespace of the service; SOAPAction is the namespace and the method's name. */
  readonly namespace: string;
  /**
   * Namespace of GetChatTranscript alone; undefined = `namespace`, then that with a second slash should the service
   * not know the first.
   */
  readonly transcriptNamespace?: string | undefined;
}

/** Where the public service is. */
const defaultUrl = 'http://zazaalerter.zazachat.com/webservices/enterprise.asmx';

const namespace = z
  .string()
  .regex(
    /^[a-z][a-z0-9+.-]*:[\x21\x23-\x7e]+$/i,
    'expected a URI such as http://www.zazachat.com/webservices/',
  );

const clientNumber =
  'expected the number of the account, such as 12345 or z12345, in quotes when it has more than 15 digits';

/** The settings as they stand in the configuration. */
export const zazachatSettings = {
  url: z.string().default(defaultUrl),
  clientId: z
    .union([z.string(), z.int(clientNumber)], clientNumber)
    .transform((value) => String(value).trim().replace(/^z/i, ''))
    .pipe(z.string().regex(/^\d{1,19}$/, clientNumber)),
  apiKey: z.string().min(1),
  timeZone: z
    .string()
    .default('America/New_York')
    .refine(isTimeZone, 'expected a time zone such as America/New_York, or an offset such as -05:00'),
  preChat: z.array(z.string().trim().min(1)).default(['name', 'email']),
  customFieldNames: z.array(z.string().trim().min(1)).default([]),
  namespace: namespace.default('http://www.zazachat.com/webservices/'),
  transcriptNamespace: namespace.optional(),
};
