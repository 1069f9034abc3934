import type { Config } from '../config/config.ts';
import { openCache } from '../cache/open-cache.ts';
import type { AnswerStore } from '../contract/answer-store.ts';
import type { OutcomeStore } from '../contract/mutations/outcome-store.ts';
import type { SharedLooks } from '../contract/shared-looks.ts';
import type { Log } from '../server/log.ts';
import { accountOf } from '../transport/account-of.ts';
import { createOpenTransport } from '../transport/open-transport.ts';
import type { OpenTransport } from '../transport/source-transport.ts';
import type { TransportMetrics } from '../transport/transport-metrics.ts';
import { openTracing, type Tracing } from '../tracing/tracing.ts';
import { createOutageLog } from './outage-log.ts';
import { vendors } from '../vendors/index.ts';
import { version } from '../server/version.ts';

/** What all sources share. */
export interface SharedParts {
  readonly openTransport: OpenTransport;
  /** Where replicas remember how changes ended; undefined without Redis. */
  readonly outcomes: OutcomeStore | undefined;
  /** How replicas share their looks for changes; undefined without Redis. */
  readonly looks: SharedLooks | undefined;
  /** Where finished answers are kept. */
  readonly answers: AnswerStore;
  /** Whether Redis can be used at the moment; null without Redis. */
  readonly redis: { readonly usable: boolean } | null;
  /** Follows requests and calls; null = the process has no OpenTelemetry SDK. */
  readonly tracing: Tracing | null;
  /** Resolves when it is known whether Redis can be used, after a second at most. */
  readonly settled: Promise<void>;
  close(): Promise<void>;
}

/** Opens what all sources share: the cache and, through it, the way to the vendors. `metrics` is told of every call. */
export function openShared(config: Config, log: Log, metrics?: TransportMetrics): SharedParts {
  const { cache: settings } = config;
  const tracing = openTracing({
    version,
    vendorOf: createVendorLookup(config),
    sendTraceContext: config.server.sendTraceContext,
  });
  const { cache, redis, ...others } = openCache({
    redisUrl: settings.redis?.reveal() ?? null,
    prefix: settings.prefix,
    accountOf: createAccountLookup(config),
    memoryBytes: settings.memoryMb * 1_000_000,
    encryptionKey: settings.encryptionKey?.reveal() ?? null,
    warn: (message) => log.warn(message),
  });
  return {
    openTransport: createOpenTransport({
      cache,
      redis,
      prefix: settings.prefix,
      ...(metrics ? { metrics } : {}),
      trace: tracing?.background ?? null,
      tellOutage: createOutageLog(log),
    }),
    redis,
    tracing,
    ...others,
  };
}

/** Makes the look-up of a source's vendor, as a value of the GraphQL enum `Vendor`. */
function createVendorLookup({ sources }: Config): (source: string) => string | undefined {
  const names = new Map(vendors.map(({ id, vendor }) => [id, vendor]));
  const bySource = new Map(sources.map(({ name, vendor }) => [name, names.get(vendor)]));
  return (source) => bySource.get(source);
}

/** Makes the look-up of a source's account, which is worked out when somebody subscribes. */
function createAccountLookup({ sources }: Config): (source: string) => string {
  return (source) => {
    const settings = sources.find(({ name }) => name === source);
    return settings ? accountOf(settings) : '';
  };
}
