import type { Cache } from './cache.ts';
import type { RedisConnection } from './redis-connection.ts';

/** How often it is tried, in milliseconds, whether Redis still refuses what it refused. */
const tryEvery = 2000;
const key = '{trial}:lease';

/**
 * Takes and gives up a lock that nobody needs: when a gateway starts, and while Redis refuses commands, so that it is
 * known whether it can be used where nobody asks for anything.
 */
export class RedisTrials {
  readonly #cache: Pick<Cache, 'lease'>;
  readonly #timer: NodeJS.Timeout;

  constructor(connection: Pick<RedisConnection, 'usable'>, cache: Pick<Cache, 'lease'>) {
    this.#cache = cache;
    this.#timer = setInterval(() => {
      if (!connection.usable) void this.run();
    }, tryEvery).unref();
  }

  /** Resolves when Redis has answered, or is known not to. */
  async run(): Promise<void> {
    const lease = await this.#cache.lease(key);
    await lease.release();
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
