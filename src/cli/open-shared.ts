import type { Config } from '../config/config.ts';
import { openCache } from '../cache/open-cache.ts';
import type { AnswerStore } from '../contract/answer-store.ts';
import type { OutcomeStore } from '../contract/mutations/outcome-store.ts';
import type { Log } from '../server/log.ts';
import { createOpenTransport } from '../transport/open-transport.ts';
import type { OpenTransport } from '../transport/source-transport.ts';
import type { TransportMetrics } from '../transport/transport-metrics.ts';

/** What all sources share. */
export interface SharedParts {
  readonly openTransport: OpenTransport;
  /** Where replicas remember how changes ended; undefined without Redis. */
  readonly outcomes: OutcomeStore | undefined;
  /** Where finished answers are kept. */
  readonly answers: AnswerStore;
  /** Resolves when it is clear whether Redis can be used, after a second at most. */
  readonly settled: Promise<void>;
  close(): Promise<void>;
}

/** Opens what all sources share: the cache and, through it, the way to the vendors. `metrics` is told of every call. */
export function openShared({ cache: settings }: Config, log: Log, metrics?: TransportMetrics): SharedParts {
  const { cache, redis, outcomes, answers, settled } = openCache({
    redisUrl: settings.redis?.reveal() ?? null,
    prefix: settings.prefix,
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
    }),
    outcomes: outcomes ?? undefined,
    answers,
    settled,
    close: () => cache.close(),
  };
}
