import type { ZodRawShape } from 'zod';
import type { Secret } from '../contract/secret.ts';
import type { Operations } from './operations-file.ts';

/** How the gateway listens and answers. */
export interface ServerConfig {
  /** Address to listen on. @default 127.0.0.1 */
  readonly host: string;
  /** Port to listen on; 0 = any free one. @default 4000 */
  readonly port: number;
  /** How long requests in flight may go on after a signal to stop, in seconds. @default 10 */
  readonly drainSeconds: number;
  /** How long a request may take, in milliseconds. @default 15000 */
  readonly requestTimeoutMs: number;
  /** How long a list waits for further sources after the first one answered, in milliseconds. @default 3000 */
  readonly lateAfterMs: number;
  /**
   * Shortest time between two looks at a source for subscriptions, in seconds; it grows up to six times while nothing
   * changes. @default 5
   */
  readonly pollSeconds: number;
  /** Whether a browser gets GraphiQL at /graphql. @default true */
  readonly graphiql: boolean;
  /** Whether callers may ask for the schema, by query and at /schema.graphql. @default true */
  readonly introspection: boolean;
  /** Whether queries and subscriptions may be sent by GET. @default true */
  readonly queriesByGet: boolean;
  /** File of documents that callers may name by their hash, relative to the configuration file; null = none. */
  readonly persistedOperations: string | null;
  /** Answer only documents of the file, and only where the caller names them by their hash. @default false */
  readonly persistedOnly: boolean;
  /** Origins of web pages that may call; `*` = all. @default [] */
  readonly cors: readonly string[];
  /** Seals cursors; null = a secret derived from the keys of the sources, so that replicas with the same ones agree. */
  readonly secret: Secret | null;
  /** Listen on more than loopback although there are no `clients`. @default false */
  readonly allowAnonymous: boolean;
  /** Tell vendors which trace a call belongs to, where requests are traced. @default true */
  readonly sendTraceContext: boolean;
  /** Whether `deskgraph start` answers queries over made-up help desks before it is ready. @default true */
  readonly rehearse: boolean;
  /** Lowest level that is logged. @default info */
  readonly logLevel: LogLevel;
}

/** Levels of the log. */
export type LogLevel = 'debug' | 'error' | 'fatal' | 'info' | 'silent' | 'trace' | 'warn';

/** Where answers are kept. */
export interface CacheConfig {
  /** URL of Redis or of a Redis Cluster; null = in the process only. */
  readonly redis: Secret | null;
  /** Start of every Redis key. @default deskgraph */
  readonly prefix: string;
  /** Bound of the cache in the process, in megabytes. @default 128 */
  readonly memoryMb: number;
  /** Encrypts what is written to Redis (AES-256-GCM); null = written as it is. */
  readonly encryptionKey: Secret | null;
}

/** Bounds of a query. */
export interface LimitsConfig {
  /** Largest `first`. @default 100 */
  readonly maxPageSize: number;
  /** Deepest nesting of fields. @default 10 */
  readonly maxDepth: number;
  /** Most vendor calls that one query may need. @default 1000 */
  readonly maxCost: number;
  /** Most words and signs of a document. @default 2000 */
  readonly maxTokens: number;
  /** Most aliases of a document. @default 50 */
  readonly maxAliases: number;
  /** Most directives of a document. @default 50 */
  readonly maxDirectives: number;
  /**
   * Largest body of a request, in units of 1024 bytes. It also bounds the files that a mutation can send. @default 256
   */
  readonly maxBodyKb: number;
  /** How long a request may wait until the gateway has time for it, in milliseconds. @default 3000 */
  readonly maxWaitMs: number;
}

/** Which tokens stand for a client. */
export interface JwtConfig {
  /** Claim `iss`. */
  readonly issuer: string;
  /** Claim `aud`, or one of them. */
  readonly audience: string;
  /** Where the issuer's public keys are. */
  readonly jwks: string;
}

/** Someone who may call: known by an API key or by tokens. */
export interface ClientConfig {
  /** Its name in logs and traces. Two may have the same name, as while a key is renewed. */
  readonly name: string;
  /** SHA-256 of the API key, in hex; null = it has none. */
  readonly keyHash: string | null;
  /** Tokens that stand for this client; null = none do. */
  readonly jwt: JwtConfig | null;
  /** @default read */
  readonly access: 'read' | 'write';
  /** Names of the sources that exist for this client; null = all. */
  readonly sources: readonly string[] | null;
}

/** One source: what every source has, and what its vendor adds. Secrets are wrapped. */
export interface SourceConfig {
  /** Its key in the file; part of global ids. */
  readonly name: string;
  /** The vendor as the configuration names it, such as `liveagent`. */
  readonly vendor: string;
  /** Address of the account or its API, without user, query and fragment. @default the vendor's, where all have one */
  readonly url: string;
  /** Longest wait for one call, in milliseconds. @default 10000 */
  readonly timeoutMs: number;
  /** Calls under way at once. @default 16 */
  readonly maxConcurrent: number;
  /** Calls a minute that the vendor allows; null = no bound. @default the vendor's */
  readonly requestsPerMinute: number | null;
  /** Times that a failed read is tried again. @default 2 */
  readonly retries: number;
  /** Largest answer accepted, unpacked, in megabytes. @default 32 */
  readonly maxResponseMb: number;
  /** How many seconds answers stay fresh, by kind; a kind that is left out has the usual time. @default {} */
  readonly cacheSeconds: Readonly<Record<string, number>>;
  /** What the vendor adds. */
  readonly [setting: string]: unknown;
}

/** Everything the gateway is told, checked and complete. */
export interface Config {
  readonly server: ServerConfig;
  readonly cache: CacheConfig;
  readonly limits: LimitsConfig;
  readonly clients: readonly ClientConfig[];
  readonly sources: readonly SourceConfig[];
  /** The documents in the file of `server.persistedOperations`; empty without one. */
  readonly operations: Operations;
}

/** What the configuration must know of a vendor to check its sources. */
export interface VendorSettings {
  readonly id: string;
  /** Its settings besides those of every source. Of `url`, which is checked alike for all, only the default counts. */
  readonly settings: ZodRawShape;
  /** Those of them that become a `Secret` once they are checked, and are never shown. */
  readonly secrets: readonly string[];
  readonly requestsPerMinute: number | null;
}
