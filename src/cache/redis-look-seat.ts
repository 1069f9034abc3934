import { randomUUID } from 'node:crypto';
import type { LookListener, LookNews, LookRole, LookSeat } from '../contract/shared-looks.ts';
import type { ContentSeal } from './content-seal.ts';
import { packLookMessage, type LookMessage } from './look-message.ts';
import { NewsParts, partsOf } from './look-news-parts.ts';
import type { RedisBroadcast } from './redis-broadcast.ts';
import type { RedisConnection } from './redis-connection.ts';

/** What a seat needs. */
export interface RedisLookSeatOptions {
  readonly connection: RedisConnection;
  readonly broadcast: RedisBroadcast;
  /** Key of the lock that says who leads. */
  readonly lock: string;
  readonly channel: string;
  /** The scope in messages. */
  readonly name: string;
  readonly seal: ContentSeal;
  readonly maxMessageBytes: number;
  readonly listener: LookListener;
  readonly onLeave: () => void;
}

/** For how long a leader leads that does not renew its lock, in milliseconds. */
const turnMilliseconds = 2000;
const renewEvery = 500;

/** A replica's part in the looks at one scope: it leads while the lock in Redis holds its token. */
export class RedisLookSeat implements LookSeat {
  readonly settled: Promise<void>;
  readonly #options: RedisLookSeatOptions;
  readonly #token = randomUUID();
  readonly #renewal: NodeJS.Timeout;
  readonly #parts = new NewsParts();
  /** Whose token is in the lock; null = nobody knows. */
  #leader: string | null = null;
  #hasLeft = false;

  constructor(options: RedisLookSeatOptions) {
    this.#options = options;
    this.settled = this.#takeTurn();
    this.#renewal = setInterval(() => void this.#takeTurn(), renewEvery).unref();
  }

  get role(): LookRole {
    if (this.#leader === null) return 'alone';
    return this.#leader === this.#token ? 'leading' : 'following';
  }

  async tell(news: LookNews): Promise<boolean> {
    const { connection, lock, channel, name, seal, maxMessageBytes } = this.#options;
    for (const content of partsOf(news, name, seal, maxMessageBytes)) {
      const message = packLookMessage({ kind: 'news', name, from: this.#token, content });
      const sent = await connection.run('tell', (redis) =>
        redis.tellInTurn(lock, this.#token, turnMilliseconds, channel, message),
      );
      if (sent === 1) continue;
      void this.#takeTurn();
      return false;
    }
    return true;
  }

  ask(): void {
    const { broadcast, channel, name } = this.#options;
    void broadcast.send(channel, packLookMessage({ kind: 'ask', name, from: this.#token }));
  }

  leave(): void {
    this.#hasLeft = true;
    clearInterval(this.#renewal);
    this.#options.onLeave();
    if (this.role === 'leading') this.#resign();
  }

  /** To be called when messages may have been missed, and so the roles may have changed. */
  onGap(): void {
    this.#parts.clear();
    void this.#takeTurn();
    this.#options.listener.onBreak();
  }

  onHurry(): void {
    this.#options.listener.onHurry();
  }

  onMessage({ kind, from, content }: LookMessage): void {
    const { role } = this;
    if (kind === 'ask' && role === 'leading') this.#options.listener.onAsked();
    if (kind !== 'news' || role !== 'following' || !content) return;
    // Only the leader can send news: Redis sees to that. So its sender leads.
    this.#followed(from);
    const { name, seal, listener } = this.#options;
    const news = this.#parts.take(content, name, seal);
    if (news) listener.onNews(news);
  }

  /** Takes the lead if nobody has it. A replica that cannot hear the others takes no part. */
  async #takeTurn(): Promise<void> {
    const { connection, broadcast, lock } = this.#options;
    const holder = broadcast.isListening
      ? await connection.run('turn', (redis) => redis.takeTurn(lock, this.#token, turnMilliseconds))
      : undefined;
    if (!this.#hasLeft) this.#followed(holder ?? null);
    else if (holder === this.#token) this.#resign();
  }

  #followed(leader: string | null): void {
    if (leader === this.#leader) return;
    this.#leader = leader;
    this.#parts.clear();
    this.#options.listener.onBreak();
  }

  #resign(): void {
    const { connection, lock } = this.#options;
    void connection.run('resign', (redis) => redis.endLease(lock, this.#token));
  }
}
