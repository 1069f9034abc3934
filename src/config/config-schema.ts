import { hash } from 'node:crypto';
import * as z from 'zod';
import { Secret } from '../contract/secret.ts';
import type { VendorSettings } from './config.ts';
import { faultOfRedisUrl } from './redis-url.ts';

const hide = z.transform((value: unknown) => (typeof value === 'string' ? new Secret(value) : value));

/** A string where empty means not set. */
const optionalSecret = z
  .string()
  .nullish()
  .transform((value) => (value ? new Secret(value) : null));

/** A key with nothing behind it, as where its whole content is commented out, counts as left out. */
const orEmpty = <Type extends z.ZodType>(type: Type, empty: object) =>
  z.preprocess((given) => given ?? empty, type).prefault(empty);

/** PORT of the environment can only hold text. */
const port = z.preprocess(
  (given) => (typeof given === 'string' && /^\s*\d+\s*$/.test(given) ? Number(given) : given),
  z.number().int().min(0).max(65_535),
);

/** An origin as browsers write it: written otherwise, it would never be equal to that of a page. */
const origin = z.string().refine((text) => {
  if (text === '*' || text === 'null') return true;
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/?#@*\s]+$/.test(text)) return false;
  return !/^https?:/.test(text) || (URL.canParse(text) && new URL(text).origin === text);
}, 'expected an origin such as https://shop.example.com, in lower case and without a path, or * alone for all');

const server = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  port: port.default(4000),
  drainSeconds: z.number().min(0).max(3600).default(10),
  requestTimeoutMs: z.number().int().min(100).max(600_000).default(15_000),
  lateAfterMs: z.number().int().min(0).max(600_000).default(3000),
  pollSeconds: z.number().min(0.1).max(3600).default(5),
  graphiql: z.boolean().default(true),
  introspection: z.boolean().default(true),
  queriesByGet: z.boolean().default(true),
  persistedOperations: z.string().min(1).nullable().default(null),
  persistedOnly: z.boolean().default(false),
  cors: z.array(origin).default([]),
  secret: optionalSecret.default(null),
  allowAnonymous: z.boolean().default(false),
  sendTraceContext: z.boolean().default(true),
  rehearse: z.boolean().default(true),
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

const redisUrl = optionalSecret.superRefine((value, context) => {
  const message = value && faultOfRedisUrl(value.reveal());
  if (message) context.addIssue({ code: 'custom', message });
});

const encryptionKey = optionalSecret.refine(
  (value) => value === null || Buffer.from(value.reveal(), 'base64').length === 32,
  'expected 32 bytes in base64',
);

const cache = z.strictObject({
  redis: redisUrl.default(null),
  prefix: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'expected 1 to 64 letters, digits, - or _')
    .default('deskgraph'),
  memoryMb: z.number().nonnegative().max(65_536).default(128),
  encryptionKey: encryptionKey.default(null),
});

const limits = z.strictObject({
  maxPageSize: z.number().int().min(1).max(1000).default(100),
  maxDepth: z.number().int().min(1).max(100).default(10),
  maxCost: z.number().int().min(1).max(1_000_000).default(1000),
  maxTokens: z.number().int().min(1).max(100_000).default(2000),
  maxAliases: z.number().int().min(0).max(10_000).default(50),
  maxDirectives: z.number().int().min(0).max(10_000).default(50),
  maxBodyKb: z.number().int().min(256).max(102_400).default(256),
  maxWaitMs: z.number().int().min(0).max(60_000).default(3000),
});

/**
 * What a source may be called. It is checked apart from the schema, which would not look into a source whose name is
 * wrong, so that all faults are reported at once.
 */
export const sourceName = /^[a-z][a-z0-9-]{0,31}$/;

/** The keys must not be changed on their way: whoever could do so could pass for any client. */
const jwksUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  // No such address can be fetched.
  if (username || password) return false;
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname))
  );
}, 'expected a URL with https (http for a loopback address only), without a user or password');

const jwt = z.strictObject({ issuer: z.string().min(1), audience: z.string().min(1), jwks: jwksUrl });

/** With the hash of no key at all, as of a variable that was not set, whoever sends an empty key would be the client. */
const keyHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, 'expected the SHA-256 of the key as 64 hex digits')
  .refine(
    (text) => text.toLowerCase() !== hash('sha256', ''),
    'this is the SHA-256 of an empty text; make it anew from the key',
  );

const client = z.strictObject({
  name: z.string().min(1),
  keyHash: keyHash.nullable().default(null),
  jwt: jwt.nullable().default(null),
  access: z.enum(['read', 'write']).default('read'),
  sources: z.array(z.string()).nullable().default(null),
});

const seconds = z.number().min(0).max(31_536_000);

const cacheSeconds = z.strictObject({
  directory: seconds.optional(),
  list: seconds.optional(),
  conversation: seconds.optional(),
  closedConversation: seconds.optional(),
  pastDay: seconds.optional(),
  report: seconds.optional(),
  pastReport: seconds.optional(),
});

/** An http(s) URL without user, query or fragment. */
const baseUrl = z.string().superRefine((text, context) => {
  const fault = (message: string) => context.addIssue({ code: 'custom', message });
  if (!URL.canParse(text)) return fault('expected an absolute URL');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return fault('expected a URL with http or https');
  if (url.username || url.password)
    return fault('must not contain a user name or password; use the settings for them');
  if (url.search || url.hash) return fault('must not contain a query or fragment');
});

function sourceSchema(vendor: VendorSettings) {
  const { url, ...settings } = vendor.settings;
  const fallbackUrl = url instanceof z.ZodDefault ? (url.def.defaultValue as string) : undefined;
  const withSecrets = Object.fromEntries(
    Object.entries(settings).map(([name, type]) => [
      name,
      vendor.secrets.includes(name) ? z.pipe(type, hide) : type,
    ]),
  );
  return z.strictObject({
    vendor: z.literal(vendor.id),
    url: fallbackUrl === undefined ? baseUrl : baseUrl.default(fallbackUrl),
    timeoutMs: z.number().int().min(1).max(600_000).default(10_000),
    maxConcurrent: z.number().int().min(1).max(1000).default(16),
    requestsPerMinute: z.number().int().min(1).nullable().default(vendor.requestsPerMinute),
    retries: z.number().int().min(0).max(10).default(2),
    maxResponseMb: z.number().positive().max(1024).default(32),
    cacheSeconds: orEmpty(cacheSeconds, {}),
    ...withSecrets,
  });
}

/** The configuration file as a schema, with the settings of the vendors there are. */
export function configSchema(vendors: readonly VendorSettings[]) {
  const schemas = vendors.map(sourceSchema) as unknown as [z.ZodObject, ...z.ZodObject[]];
  return z.strictObject({
    server: orEmpty(server, {}),
    cache: orEmpty(cache, {}),
    limits: orEmpty(limits, {}),
    clients: orEmpty(
      z.array(
        client.refine(
          ({ keyHash, jwt }) => (keyHash === null) !== (jwt === null),
          'expected either keyHash or jwt',
        ),
      ),
      [],
    ),
    sources: z
      .record(z.string(), z.discriminatedUnion('vendor', schemas))
      .refine((sources) => Object.keys(sources).length > 0, 'expected at least one source'),
  });
}

/** The keys that may stand at a place of the file, to name the closest one to a mistyped key. */
export function knownKeys(
  path: readonly PropertyKey[],
  vendors: readonly VendorSettings[],
  vendorId: unknown,
): readonly string[] {
  const [section] = path;
  if (path.length === 0) return ['server', 'cache', 'limits', 'clients', 'sources'];
  if (section === 'server') return Object.keys(server.shape);
  if (section === 'cache') return Object.keys(cache.shape);
  if (section === 'limits') return Object.keys(limits.shape);
  if (section === 'clients') return Object.keys(path.at(-1) === 'jwt' ? jwt.shape : client.shape);
  if (path.at(-1) === 'cacheSeconds') return Object.keys(cacheSeconds.shape);
  const vendor = vendors.find(({ id }) => id === vendorId);
  return vendor ? Object.keys(sourceSchema(vendor).shape) : [];
}
