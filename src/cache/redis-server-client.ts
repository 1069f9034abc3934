import { Redis } from 'ioredis';
import type { RedisClient } from './redis-client.ts';
import { redisOptions } from './redis-options.ts';
import { redisScripts, type ScriptedRedis } from './redis-scripts.ts';

/** A client of the one server at `redis://` or `rediss://`. */
export class RedisServerClient implements RedisClient {
  readonly commands: ScriptedRedis;
  readonly database: number;
  readonly #server: Redis;

  constructor(url: string) {
    this.#server = new Redis(url, { ...redisOptions, scripts: redisScripts });
    this.commands = this.#server as ScriptedRedis;
    this.database = this.#server.options.db ?? 0;
  }

  async locate(): Promise<void> {}

  async tryOut(): Promise<void> {
    const { database } = this;
    await Promise.all([database === 0 ? null : this.#server.select(database), this.#server.ping()]);
  }

  serverOf(): Redis {
    return this.#server;
  }
}
