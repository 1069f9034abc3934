import { randomUUID } from 'node:crypto';
import type { Cache, CacheEntry, Lease } from './cache.ts';
import type { CacheEnvelope, EnvelopePlace } from './cache-envelope.ts';
import { KeptInvalidations } from './kept-invalidations.ts';
import type { RedisConnection } from './redis-connection.ts';
import type { RedisTime } from './redis-scripts.ts';
import { steadyNow } from './steady-clock.ts';

/** How values are kept in Redis. */
export interface RedisCacheOptions {
  readonly connection: RedisConnection;
  /** Start of every key. */
  readonly prefix: string;
  readonly envelope: CacheEnvelope;
  /** Largest value written, in bytes; larger ones stay in the process. @default 262144 */
  readonly maxValueBytes?: number;
  /**
   * Told of the tags whose invalidation Redis has now taken, but not at the time of the change: until now other replicas
   * may have read from it what the change made stale.
   */
  readonly onLateInvalidation?: (tags: readonly string[]) => void;
}

/** How long a lock lives unless it is renewed, in milliseconds. Its holder renews it as long as the fetch takes. */
const lockMilliseconds = 1000;
const renewEvery = 400;
/** No value is kept longer than this, in milliseconds, so that the marks of invalidated tags outlive every value. */
const longestKept = 30 * 24 * 3_600_000;
const markMilliseconds = longestKept + 3_600_000;
const timeDigits = 16;
/**
 * A value that takes up this many times the memory of the largest that may be written is not even packed, which would
 * take long.
 */
const surelyTooLarge = 24;

/**
 * A cache that replicas share. A value carries the time at which its fetch began, and each of its tags has a mark with
 * the time at which it was last invalidated, at the latest, both by Redis's clock: a value counts only while all of its
 * tags have marks, and it is younger than these.
 */
export class RedisCache implements Cache {
  readonly #connection: RedisConnection;
  readonly #prefix: string;
  readonly #envelope: CacheEnvelope;
  readonly #maxValueBytes: number;
  readonly #invalidations: KeptInvalidations;
  #changes = 0;

  constructor(options: RedisCacheOptions) {
    const { connection, prefix, envelope, maxValueBytes = 262_144, onLateInvalidation } = options;
    this.#connection = connection;
    this.#prefix = prefix;
    this.#envelope = envelope;
    this.#maxValueBytes = maxValueBytes;
    this.#invalidations = new KeptInvalidations(connection, (tags) => this.#mark(tags), onLateInvalidation);
  }

  get changes(): number {
    return this.#changes;
  }

  async get(key: string): Promise<CacheEntry | undefined> {
    const found = await this.#connection.run('get', async (redis) => {
      const replies = await redis.pipeline().getBuffer(this.#name(key)).pttl(this.#name(key)).exec();
      return replies?.map(([error, reply]) => {
        if (error) throw error;
        return reply;
      });
    });
    const [value, remaining] = (found ?? []) as [Buffer | null | undefined, number | undefined];
    return value && remaining ? this.#read(key, value, remaining) : undefined;
  }

  async lease(key: string): Promise<Lease> {
    const lock = this.#lockOf(key);
    const owner = randomUUID();
    const reply = await this.#connection.run('lease', (redis) =>
      redis.beginLeaseBuffer(
        lock,
        this.#name(key),
        this.#changedOf(key),
        owner,
        lockMilliseconds,
        markMilliseconds,
      ),
    );
    if (!reply) return withoutRedis;
    const [taken, now, value, remaining] = reply;
    const began = now.toString();
    const token = `${began}${owner}`;
    const found = value ? await this.#read(key, value, remaining) : undefined;
    const held = taken === 1;
    const renewal = held ? this.#renew(lock, token) : undefined;
    return {
      held,
      found,
      store: (entry) => this.#store(key, entry, began),
      release: async () => {
        clearInterval(renewal);
        if (held) await this.#connection.run('release', (redis) => redis.endLease(lock, token));
      },
    };
  }

  async invalidate(tags: readonly string[]): Promise<void> {
    this.#changes += 1;
    await this.#invalidations.send(tags);
  }

  close(): Promise<void> {
    this.#invalidations.close();
    return this.#connection.close();
  }

  async #mark(tags: readonly string[]): Promise<boolean> {
    const marked = await this.#connection.runPatiently('invalidate', async (redis) => {
      // One command for each, as the tags of different sources may be on different nodes of a cluster.
      await Promise.all(
        tags.map((tag) => redis.markTags(2, this.#name(tag), this.#changedOf(tag), markMilliseconds)),
      );
      return true;
    });
    return marked === true;
  }

  async #read(key: string, stored: Buffer, remaining: number): Promise<CacheEntry | undefined> {
    const began = stored.toString('latin1', 0, timeDigits);
    const entry = this.#envelope.unpack(stored.subarray(timeDigits), { key, began }, remaining, steadyNow());
    if (!entry || entry.tags.some((tag) => this.#invalidations.has(tag))) return undefined;
    if (entry.tags.length === 0) return entry;
    const names = entry.tags.map((tag) => this.#name(tag));
    const marks = await this.#connection.run('tags', (redis) => redis.mget(names));
    // A Redis that was full may have dropped a mark before the value.
    return marks?.every((mark) => mark !== null && mark < began) ? entry : undefined;
  }

  async #store(key: string, entry: CacheEntry, began: RedisTime): Promise<void> {
    const now = steadyNow();
    const keptUntil = Math.min(entry.keptUntil, now + longestKept);
    if (keptUntil - now < 1 || entry.bytes > surelyTooLarge * this.#maxValueBytes) return;
    const packed = this.#packed({ ...entry, keptUntil }, { key, began }, now);
    if (!packed || packed.bytes.length > this.#maxValueBytes) return;
    const { bytes, kept } = packed;
    const tags = entry.tags.map((tag) => this.#name(tag));
    const names = [this.#name(key), this.#lockOf(key), this.#changedOf(key), ...tags];
    await this.#connection.run('store', (redis) =>
      redis.storeValue(names.length, ...names, began, bytes, kept),
    );
  }

  /** The bytes of an entry; null = it cannot be written as JSON, such as one that is nested thousands of levels deep. */
  #packed(entry: CacheEntry, place: EnvelopePlace, now: number): ReturnType<CacheEnvelope['pack']> | null {
    try {
      return this.#envelope.pack(entry, place, now);
    } catch {
      return null;
    }
  }

  #renew(lock: string, token: string): NodeJS.Timeout {
    return setInterval(() => {
      void this.#connection.run('renew', (redis) => redis.extendLease(lock, token, lockMilliseconds));
    }, renewEvery).unref();
  }

  #lockOf(key: string): string {
    return `${this.#name(key)}:lock`;
  }

  /** Where it stands when a tag of the source was last invalidated. */
  #changedOf(key: string): string {
    return this.#name(`${key.slice(0, key.indexOf('}') + 1)}:changed`);
  }

  #name(key: string): string {
    return `${this.#prefix}:${key}`;
  }
}

/**
 * Without Redis everybody may fetch, but nothing is stored, as it could not be known whether it was invalidated
 * meanwhile.
 */
const withoutRedis: Lease = { held: true, store: async () => {}, release: async () => {} };
