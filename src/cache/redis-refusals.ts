/** For how long a refusal counts where its command is not sent again while others are taken, in milliseconds. */
const longestCount = 30_000;

/**
 * Which commands Redis refused when they were last sent. A full or read-only Redis still answers reads, so that one of
 * them tells nothing of a write.
 */
export class RedisRefusals {
  readonly #refusedAt = new Map<string, number>();

  /** Whether there are such commands. */
  get any(): boolean {
    return this.#refusedAt.size > 0;
  }

  /** Notes that Redis refused a command. */
  refused(name: string): void {
    this.#refusedAt.set(name, performance.now());
  }

  /** Notes that Redis took a command; gives whether it had refused it before. */
  taken(name: string): boolean {
    if (!this.any) return false;
    const wasRefused = this.#refusedAt.delete(name);
    const now = performance.now();
    for (const [other, refusedAt] of this.#refusedAt) {
      if (now - refusedAt > longestCount) this.#refusedAt.delete(other);
    }
    return wasRefused;
  }
}
