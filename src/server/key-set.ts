import { createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import type { ReadToken, SignatureAlgorithm } from './json-web-token.ts';
import { fitsAlgorithm } from './json-web-token.ts';

const jwks = z.object({
  keys: z.array(
    z.looseObject({
      kty: z.string(),
      kid: z.string().optional(),
      use: z.string().optional(),
      alg: z.string().optional(),
    }),
  ),
});

interface IssuerKey {
  readonly id: string | null;
  /** The one algorithm that the key is for; null = any that fits the key. */
  readonly algorithm: string | null;
  readonly key: KeyObject;
}

/** How long keys are used before they are fetched again, in milliseconds. */
const keptFor = 600_000;
/** How long an issuer is left alone after it was asked, in milliseconds, even when a token names an unknown key. */
const pause = 30_000;
/** The same while no key is known at all and every token is refused. */
const pauseWithoutKeys = 1000;
/** How long after telling of trouble no other is told of, in milliseconds. */
const quietFor = 60_000;
const timeout = 5000;
const largestSet = 262_144;

/** What a key set is made from. */
export interface KeySetOptions {
  readonly url: string;
  /** Told that the keys could not be fetched, and why, at most once a minute; and that they can be again. */
  readonly warn: (message: string) => void;
  /** @default Date.now */
  readonly now?: () => number;
}

/** The issuer could not be asked for its keys yet, so its tokens cannot be checked. */
export class KeysUnknown extends Error {
  override readonly name = 'KeysUnknown';
}

/** The public keys of an issuer: fetched when first needed, again when they are old or a token names an unknown one. */
export class KeySet {
  readonly #options: KeySetOptions;
  #keys: readonly IssuerKey[] = [];
  #isKnown = false;
  #askedAt = -Infinity;
  #asking: Promise<void> | null = null;
  #toldAt = -Infinity;
  /** Whether the last that was told is trouble. */
  #isTold = false;

  constructor(options: KeySetOptions) {
    this.#options = options;
  }

  /** The key that must have signed a token; null = the issuer has no such key. Throws `KeysUnknown`. */
  async keyFor(token: Pick<ReadToken, 'algorithm' | 'keyId'>): Promise<KeyObject | null> {
    if (this.#age() > keptFor) await this.#refresh();
    let key = this.#find(token);
    if (key) return key;
    await this.#refresh();
    key = this.#find(token);
    if (!key && !this.#isKnown) throw new KeysUnknown();
    return key;
  }

  #find({
    algorithm,
    keyId,
  }: {
    readonly algorithm: SignatureAlgorithm;
    readonly keyId: string | null;
  }): KeyObject | null {
    const fitting = this.#keys.filter(
      (key) =>
        (keyId === null || key.id === keyId) &&
        (key.algorithm === null || key.algorithm === algorithm) &&
        fitsAlgorithm(key.key, algorithm),
    );
    // A token that names no key is accepted only where the issuer has a single one that fits.
    return fitting.length === 1 || keyId !== null ? (fitting[0]?.key ?? null) : null;
  }

  /**
   * The age of the keys, in milliseconds. Keys from the future were fetched before the clock was set back: their age is
   * not known, so they count as old.
   */
  #age(): number {
    return Math.abs(this.#now() - this.#askedAt);
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  async #refresh(): Promise<void> {
    if (!this.#asking) {
      if (this.#age() < (this.#isKnown ? pause : pauseWithoutKeys)) return;
      this.#askedAt = this.#now();
      this.#asking = this.#fetch().finally(() => {
        this.#asking = null;
        // An issuer that let the question time out is left alone from then on, not from when it was asked.
        this.#askedAt = this.#now();
      });
    }
    await this.#asking;
  }

  /** Fetches the keys. When the issuer cannot be asked, those that are known stay in use. */
  async #fetch(): Promise<void> {
    const { url } = this.#options;
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeout) });
      if (!response.ok) throw new Error(`status ${response.status}`);
      this.#keys = jwks.parse(JSON.parse(await textOf(response))).keys.flatMap(toKey);
      this.#isKnown = true;
      this.#tell(null);
    } catch (error) {
      const reason =
        error instanceof Error && /^status |^larger /.test(error.message) ? error.message : nameOf(error);
      this.#tell(reason);
    }
  }

  /** `reason`: why the keys could not be fetched; null = they were. */
  #tell(reason: string | null): void {
    const { url, warn } = this.#options;
    const { origin } = new URL(url);
    if (reason === null) {
      if (this.#isTold) warn(`the keys of a token issuer can be fetched again from ${origin}`);
      this.#isTold = false;
      return;
    }
    if (Math.abs(this.#now() - this.#toldAt) < quietFor) return;
    this.#toldAt = this.#now();
    this.#isTold = true;
    warn(`the keys of a token issuer could not be fetched from ${origin}: ${reason}`);
  }
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > largestSet) throw new Error(`larger than ${largestSet} characters`);
  }
  return text;
}

/**
 * The key of a JSON Web Key; none for one that cannot be read or is not for signatures, as an issuer may have others.
 */
function toKey(jwk: z.infer<typeof jwks>['keys'][number]): IssuerKey[] {
  if ((jwk.use ?? 'sig') !== 'sig' || jwk.kty === 'oct') return [];
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return [{ id: jwk.kid ?? null, algorithm: jwk.alg ?? null, key }];
  } catch {
    return [];
  }
}

/** Words of `fetch` itself. Messages of what failed below it may hold addresses. */
const wordsOfFetch: ReadonlySet<unknown> = new Set(['bad port', 'unexpected redirect']);

/** Why `fetch` failed: a code such as ECONNREFUSED, else its words, else the kind of the error. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, message } = (error.cause ?? {}) as { readonly code?: unknown; readonly message?: string };
  if (typeof code === 'string') return code;
  return message !== undefined && wordsOfFetch.has(message) ? message : error.name;
}
