import { setTimeout as sleep } from 'node:timers/promises';
import type { Cache } from './cache.ts';
import { CacheEnvelope } from './cache-envelope.ts';
import { ContentSeal } from './content-seal.ts';
import { RedisInvalidationChannel } from './invalidation-channel.ts';
import { MemoryAnswerStore } from './memory-answer-store.ts';
import { MemoryCache } from './memory-cache.ts';
import type { AnswerStore } from '../contract/answer-store.ts';
import type { OutcomeStore } from '../contract/mutations/outcome-store.ts';
import type { SharedLooks } from '../contract/shared-looks.ts';
import { RedisBroadcast } from './redis-broadcast.ts';
import { RedisCache } from './redis-cache.ts';
import { RedisConnection } from './redis-connection.ts';
import { RedisOutcomeStore } from './redis-outcome-store.ts';
import { RedisSharedLooks } from './redis-shared-looks.ts';
import { RedisTrials } from './redis-trials.ts';
import { TwoTierCache } from './two-tier-cache.ts';

/** Where answers are kept. */
export interface OpenCacheOptions {
  /** As `cache.redis` of the configuration; null = in the process only. */
  readonly redisUrl: string | null;
  /** Start of every Redis key. */
  readonly prefix: string;
  /** The account of a source, as in `KeyOwner`. */
  readonly accountOf: (source: string) => string;
  /** Bound of the cache in the process, in bytes. */
  readonly memoryBytes: number;
  /** Encrypts what is written to Redis; null = written as it is. */
  readonly encryptionKey: string | null;
  /** Told of trouble with Redis, at most once a minute, and of its end. */
  readonly warn: (message: string) => void;
}

/** The caches of a gateway. */
export interface OpenedCache {
  readonly cache: Cache;
  /** The connection to Redis, for whatever else replicas share; null without Redis. */
  readonly redis: RedisConnection | null;
  /** Where replicas remember how changes ended; undefined without Redis. */
  readonly outcomes: OutcomeStore | undefined;
  /** How replicas share their looks for changes; undefined without Redis. */
  readonly looks: SharedLooks | undefined;
  /** Where finished answers are kept, in step with the values they are made of. */
  readonly answers: AnswerStore;
  /**
   * Resolves when it is known whether Redis can be used, after a second at most. What is read before that may not be
   * shared with other replicas.
   */
  readonly settled: Promise<void>;
  close(): Promise<void>;
}

const longestSettling = 1000;

/** How much of the memory is for finished answers. */
const answerShare = 0.25;

/** Opens the cache. Redis may be away: it is used as soon as it can be reached. */
export function openCache(options: OpenCacheOptions): OpenedCache {
  const answers = new MemoryAnswerStore({ maxBytes: Math.ceil(options.memoryBytes * answerShare) });
  const memory = new MemoryCache({
    maxBytes: Math.ceil(options.memoryBytes * (1 - answerShare)),
    follower: answers,
  });
  const { redisUrl: url, prefix, accountOf, warn } = options;
  if (url === null)
    return {
      cache: memory,
      redis: null,
      outcomes: undefined,
      looks: undefined,
      answers,
      settled: Promise.resolve(),
      close: () => memory.close(),
    };
  const redis = new RedisConnection({ url, warn });
  const broadcast = new RedisBroadcast(redis, prefix);
  const seal = new ContentSeal(options.encryptionKey);
  const envelope = new CacheEnvelope(seal);
  const onLateInvalidation = (tags: readonly string[]): void => void channel.announce(tags);
  const shared = new RedisCache({ connection: redis, prefix, envelope, onLateInvalidation });
  const channel = new RedisInvalidationChannel(redis, broadcast, prefix);
  const cache = new TwoTierCache(memory, shared, channel);
  const contacts = Promise.all([redis.firstContact(), broadcast.firstContact()]);
  const trials = new RedisTrials(redis, shared);
  const tried = contacts.then(() => trials.run());
  const settled = Promise.race([tried, sleep(longestSettling, undefined, { ref: false })]);
  return {
    cache,
    redis,
    outcomes: new RedisOutcomeStore({ connection: redis, prefix, envelope }),
    looks: new RedisSharedLooks({ connection: redis, broadcast, prefix, accountOf, seal }),
    answers,
    settled: settled.then(() => {}),
    close: async () => {
      trials.close();
      await broadcast.close();
      await cache.close();
    },
  };
}
