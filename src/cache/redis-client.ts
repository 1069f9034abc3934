import type { Redis } from 'ioredis';
import type { ScriptedRedis } from './redis-scripts.ts';

/** A client of Redis, be that one server or a cluster of them. */
export interface RedisClient {
  /** Takes commands, and tells of its connection. */
  readonly commands: ScriptedRedis;
  /** The database that is used; a cluster has none but 0. */
  readonly database: number;
  /** Finds out which servers there are, where that can change; may take longer than a command. */
  locate(): Promise<void>;
  /** Fails unless every server that commands are sent to answers. */
  tryOut(): Promise<void>;
  /** The client of the server that holds a key; undefined = it is not known now. */
  serverOf(key: string): Redis | undefined;
}
