import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CacheEntry } from './cache.ts';
import { memoryOf } from './memory-estimate.ts';

/** Changed whenever the meaning of stored values changes, so that old ones are misses. */
const schemaVersion = '1';
const plainMark = 'p';
const sealedMark = 'e';
const digestLength = 32;
const nonceLength = 12;
const authenticatorLength = 16;

/** A value's times are kept as spans, as replicas need not agree on the time of day. */
interface Envelope {
  readonly value?: unknown;
  readonly fetchedAt: number;
  readonly fresh: number;
  readonly usable: number;
  readonly kept: number;
  readonly tags: readonly string[];
}

/** What a value is bound to: moved elsewhere it is worth nothing. */
export interface EnvelopePlace {
  readonly key: string;
  /** When the fetch began. */
  readonly began: string;
}

/** Packs and unpacks what is written to a shared store; unpacking anything damaged, old or foreign gives nothing. */
export class CacheEnvelope {
  readonly #encryptionKey: Buffer | null;

  /** `encryptionKey`: any text; values are then encrypted with AES-256-GCM. */
  constructor(encryptionKey: string | null) {
    this.#encryptionKey = encryptionKey === null ? null : createHash('sha256').update(encryptionKey).digest();
  }

  /** Bytes to store, and for how many milliseconds. */
  pack(entry: Omit<CacheEntry, 'bytes'>, place: EnvelopePlace, now: number): { bytes: Buffer; kept: number } {
    const envelope: Envelope = {
      value: entry.value,
      fetchedAt: entry.fetchedAt,
      fresh: entry.freshUntil - now,
      usable: entry.usableUntil - now,
      kept: Math.ceil(entry.keptUntil - now),
      tags: entry.tags,
    };
    const content = Buffer.from(JSON.stringify(envelope));
    const bytes = this.#encryptionKey ? seal(content, place, this.#encryptionKey) : sign(content, place);
    return { bytes, kept: envelope.kept };
  }

  /** The entry, when it is whole; `remaining` is its time to live in the store, in milliseconds. */
  unpack(bytes: Buffer, place: EnvelopePlace, remaining: number, now: number): CacheEntry | undefined {
    try {
      const content = this.#encryptionKey
        ? unseal(bytes, place, this.#encryptionKey)
        : verified(bytes, place);
      if (!content || remaining <= 0) return undefined;
      const { value, fetchedAt, fresh, usable, kept, tags } = JSON.parse(content.toString()) as Envelope;
      const stored = now + remaining - kept;
      return {
        value,
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

function placeText({ key, began }: EnvelopePlace): string {
  return JSON.stringify([schemaVersion, key, began]);
}

function digestOf(content: Buffer, place: EnvelopePlace): Buffer {
  return createHash('sha256').update(placeText(place)).update(content).digest();
}

function sign(content: Buffer, place: EnvelopePlace): Buffer {
  return Buffer.concat([Buffer.from(plainMark), digestOf(content, place), content]);
}

function verified(bytes: Buffer, place: EnvelopePlace): Buffer | undefined {
  if (bytes.length < 1 + digestLength || bytes.toString('latin1', 0, 1) !== plainMark) return undefined;
  const content = bytes.subarray(1 + digestLength);
  return timingSafeEqual(bytes.subarray(1, 1 + digestLength), digestOf(content, place)) ? content : undefined;
}

function seal(content: Buffer, place: EnvelopePlace, key: Buffer): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(placeText(place)));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([Buffer.from(sealedMark), nonce, cipher.getAuthTag(), sealed]);
}

function unseal(bytes: Buffer, place: EnvelopePlace, key: Buffer): Buffer | undefined {
  const start = 1 + nonceLength + authenticatorLength;
  if (bytes.length < start || bytes.toString('latin1', 0, 1) !== sealedMark) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + nonceLength))
    .setAAD(Buffer.from(placeText(place)))
    .setAuthTag(bytes.subarray(1 + nonceLength, start));
  return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]);
}
