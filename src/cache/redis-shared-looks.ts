import { randomUUID } from 'node:crypto';
import type { LookListener, LookScope, LookSeat, SharedLooks } from '../contract/shared-looks.ts';
import { cacheKey } from './cache-key.ts';
import type { ContentSeal } from './content-seal.ts';
import { openLookMessage, packLookMessage, type LookMessage } from './look-message.ts';
import type { RedisBroadcast } from './redis-broadcast.ts';
import type { RedisConnection } from './redis-connection.ts';
import { RedisLookSeat } from './redis-look-seat.ts';

/** How looks are shared over Redis. */
export interface RedisSharedLooksOptions {
  readonly connection: RedisConnection;
  readonly broadcast: RedisBroadcast;
  /** Start of every key, and of the channel's name. */
  readonly prefix: string;
  /** The account of a source, as in `KeyOwner`. */
  readonly accountOf: (source: string) => string;
  readonly seal: ContentSeal;
  /** Largest message, in bytes. @default 262144 */
  readonly maxMessageBytes?: number;
}

/** Replicas take turns by a lock in Redis for each scope, and hear of what the leader saw over Redis pub/sub. */
export class RedisSharedLooks implements SharedLooks {
  readonly #options: RedisSharedLooksOptions;
  readonly #channel: string;
  readonly #seats = new Map<string, { readonly source: string; readonly seat: RedisLookSeat }>();
  /** Tells this replica's own messages from those of others. */
  readonly #self = randomUUID();

  constructor(options: RedisSharedLooksOptions) {
    this.#options = options;
    this.#channel = `${options.prefix}:looks`;
    options.broadcast.listen(this.#channel, {
      onMessage: (message) => this.#hear(message),
      onGap: () => {
        for (const { seat } of this.#seats.values()) seat.onGap();
      },
    });
  }

  take({ source, filter }: LookScope, listener: LookListener): LookSeat {
    const { connection, broadcast, prefix, accountOf, seal, maxMessageBytes = 262_144 } = this.#options;
    const name = cacheKey({ source, account: accountOf(source) }, 'looks', filter);
    const seat = new RedisLookSeat({
      connection,
      broadcast,
      lock: `${prefix}:${name}`,
      channel: this.#channel,
      name,
      seal,
      maxMessageBytes,
      listener,
      onLeave: () => this.#seats.get(name)?.seat === seat && this.#seats.delete(name),
    });
    this.#seats.set(name, { source, seat });
    return seat;
  }

  hurry(source: string): void {
    const message = packLookMessage({ kind: 'hurry', name: source, from: this.#self });
    void this.#options.broadcast.send(this.#channel, message);
  }

  #hear(bytes: Buffer): void {
    const message = openLookMessage(bytes);
    if (message?.kind === 'hurry') this.#onHurry(message);
    else if (message) this.#seats.get(message.name)?.seat.onMessage(message);
  }

  #onHurry({ name, from }: LookMessage): void {
    if (from === this.#self) return;
    for (const { source, seat } of this.#seats.values()) if (source === name) seat.onHurry();
  }
}
