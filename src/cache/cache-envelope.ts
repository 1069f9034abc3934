import type { CacheEntry } from './cache.ts';
import type { ContentSeal } from './content-seal.ts';
import { memoryOf } from './memory-estimate.ts';

/** Changed whenever the meaning of stored values changes, so that old ones are misses. */
const schemaVersion = '4';

/** A value's times are kept as spans, as replicas need not agree on the time of day. */
interface Envelope {
  readonly value?: unknown;
  readonly askedAt: number;
  readonly fetchedAt: number;
  readonly fresh: number;
  readonly usable: number;
  readonly kept: number;
  readonly tags: readonly string[];
}

/** What a value is bound to: under another key it is not accepted. */
export interface EnvelopePlace {
  readonly key: string;
  /** When the fetch began. */
  readonly began: string;
}

/**
 * Packs and unpacks what is written to a shared store; anything damaged, of an earlier version or foreign is unpacked
 * as undefined.
 */
export class CacheEnvelope {
  readonly #seal: ContentSeal;

  constructor(seal: ContentSeal) {
    this.#seal = seal;
  }

  /** The bytes to store, and for how many milliseconds to store them. */
  pack(entry: Omit<CacheEntry, 'bytes'>, place: EnvelopePlace, now: number): { bytes: Buffer; kept: number } {
    const envelope: Envelope = {
      value: entry.value,
      askedAt: entry.askedAt,
      fetchedAt: entry.fetchedAt,
      fresh: entry.freshUntil - now,
      usable: entry.usableUntil - now,
      kept: Math.ceil(entry.keptUntil - now),
      tags: entry.tags,
    };
    const bytes = this.#seal.seal(Buffer.from(JSON.stringify(envelope)), placeText(place));
    return { bytes, kept: envelope.kept };
  }

  /** The entry; undefined when it is not whole. `remaining`: its time to live in the store, in milliseconds. */
  unpack(bytes: Buffer, place: EnvelopePlace, remaining: number, now: number): CacheEntry | undefined {
    const content = this.#seal.open(bytes, placeText(place));
    if (!content || remaining <= 0) return undefined;
    try {
      const envelope: unknown = JSON.parse(content.toString());
      if (!isEnvelope(envelope)) return undefined;
      const { value, askedAt, fetchedAt, fresh, usable, kept, tags } = envelope;
      const stored = now + remaining - kept;
      return {
        value,
        askedAt,
        fetchedAt,
        freshUntil: stored + fresh,
        usableUntil: stored + usable,
        keptUntil: stored + kept,
        tags,
        bytes: memoryOf(content.length),
      };
    } catch {
      return undefined;
    }
  }
}

/** Whoever can write to the store can seal anything where there is no key, so what is counted with is checked. */
function isEnvelope(content: unknown): content is Envelope {
  if (typeof content !== 'object' || content === null) return false;
  const { askedAt, fetchedAt, fresh, usable, kept, tags } = content as Partial<Envelope>;
  return (
    [askedAt, fetchedAt, fresh, usable, kept].every(Number.isFinite) &&
    Array.isArray(tags) &&
    tags.every((tag) => typeof tag === 'string')
  );
}

function placeText({ key, began }: EnvelopePlace): string {
  return JSON.stringify([schemaVersion, key, began]);
}
