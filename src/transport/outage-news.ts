import { steadyNow } from '../cache/steady-clock.ts';
import type { VendorError } from '../contract/vendor-error.ts';

/** Told that a source is down, and why; null = it is up again. */
export type TellOutage = (source: string, trouble: VendorError | null) => void;

/** How long after telling of trouble no other is told of, in milliseconds. */
const quietFor = 60_000;

/**
 * Tells of each outage of a source once, also when its reason changes, and of its end. A source that comes and goes is
 * told of no more than once a minute.
 */
export class OutageNews {
  readonly #source: string;
  readonly #tell: TellOutage;
  /** What was told last; null = the source is up. */
  #told: string | null = null;
  #toldAt = -Infinity;

  constructor(source: string, tell: TellOutage) {
    this.#source = source;
    this.#tell = tell;
  }

  /** To be called after each call to the source. `trouble`: why it is down; null = it is not. */
  see(trouble: VendorError | null): void {
    const now = steadyNow();
    const reason = trouble?.message ?? null;
    if (reason === this.#told || (trouble && now - this.#toldAt < quietFor)) return;
    this.#told = reason;
    if (trouble) this.#toldAt = now;
    this.#tell(this.#source, trouble);
  }
}
