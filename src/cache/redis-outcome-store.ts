import { randomUUID } from 'node:crypto';
import {
  outcomeKept,
  type ClaimAnswer,
  type ClaimedOutcome,
  type OutcomeStore,
} from '../contract/mutations/outcome-store.ts';
import type { CacheEnvelope } from './cache-envelope.ts';
import type { RedisConnection } from './redis-connection.ts';
import { steadyNow } from './steady-clock.ts';

/** How outcomes are kept in Redis. */
export interface RedisOutcomeStoreOptions {
  readonly connection: RedisConnection;
  /** Start of every key. */
  readonly prefix: string;
  readonly envelope: CacheEnvelope;
}

interface OutcomeRecord {
  readonly fingerprint: string;
  readonly outcome?: unknown;
}

/** Length of the token at the start of each record. It says whose claim it is, and a script can compare it. */
const tokenLength = 36;
/** How many messages to a Redis that is away are remembered until it is back. */
const mostOwed = 1000;

/** Remembers outcomes for all replicas. While Redis is away nothing can be claimed. */
export class RedisOutcomeStore implements OutcomeStore {
  readonly #connection: RedisConnection;
  readonly #prefix: string;
  readonly #envelope: CacheEnvelope;
  /** What Redis has yet to be told about a claim, by its token. */
  readonly #owed = new Map<string, () => Promise<boolean>>();

  constructor({ connection, prefix, envelope }: RedisOutcomeStoreOptions) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#envelope = envelope;
    connection.onRecovery(() => void this.#payOwed());
  }

  async claim(key: string, fingerprint: string): Promise<ClaimAnswer> {
    const name = `${this.#prefix}:once:${key}`;
    const token = randomUUID();
    const record = this.#packed(name, token, { fingerprint });
    const reply = await this.#connection.runPatiently('claim', (redis) =>
      redis.claimOutcomeBuffer(name, record, outcomeKept),
    );
    // The claim may have been taken although its answer is lost.
    if (!reply) {
      await this.#tell(token, () => this.#release(name, token));
      return { state: 'unavailable' };
    }
    const [taken, stored, remaining] = reply;
    if (taken !== 1) return { state: 'taken', earlier: this.#read(name, stored, remaining) };
    const settled = (outcome: unknown) => this.#packed(name, token, { fingerprint, outcome });
    return {
      state: 'claimed',
      claim: {
        settle: (outcome) => this.#tell(token, () => this.#settle(name, token, settled(outcome))),
        release: () => this.#tell(token, () => this.#release(name, token)),
      },
    };
  }

  async #tell(token: string, message: () => Promise<boolean>): Promise<void> {
    if ((await message()) || this.#owed.size >= mostOwed) return;
    this.#owed.set(token, message);
  }

  async #payOwed(): Promise<void> {
    for (const [token, message] of this.#owed) {
      if (await message()) this.#owed.delete(token);
    }
  }

  async #settle(name: string, token: string, record: Buffer): Promise<boolean> {
    const reply = await this.#connection.runPatiently('settle', (redis) =>
      redis.settleOutcome(name, token, record),
    );
    return reply !== undefined;
  }

  async #release(name: string, token: string): Promise<boolean> {
    const reply = await this.#connection.runPatiently('unclaim', (redis) =>
      redis.releaseOutcome(name, token),
    );
    return reply !== undefined;
  }

  #packed(name: string, token: string, record: OutcomeRecord): Buffer {
    const now = steadyNow();
    const end = now + outcomeKept;
    const entry = {
      askedAt: 0,
      fetchedAt: 0,
      freshUntil: end,
      usableUntil: end,
      keptUntil: end,
      tags: [],
      value: record,
    };
    return Buffer.concat([
      Buffer.from(token),
      this.#envelope.pack(entry, { key: name, began: token }, now).bytes,
    ]);
  }

  #read(name: string, stored: Buffer, remaining: number): ClaimedOutcome {
    const began = stored.toString('latin1', 0, tokenLength);
    const place = { key: name, began };
    const entry = this.#envelope.unpack(stored.subarray(tokenLength), place, remaining, steadyNow());
    const record = entry?.value as OutcomeRecord | undefined;
    return {
      fingerprint: record?.fingerprint ?? null,
      outcome: record?.outcome,
      ageMilliseconds: outcomeKept - remaining,
    };
  }
}
