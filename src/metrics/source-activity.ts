import type { CacheEvent } from '../contract/call-context.ts';
import type { VendorErrorKind } from '../contract/vendor-error.ts';
import type { EndedCall } from '../transport/transport-metrics.ts';

/** Length of a slot of the recent past, in milliseconds. */
export const slotLength = 5000;
/** Slots that are remembered: five minutes. */
export const slotCount = 60;
/** How many slots the last minute has. */
const minute = 60_000 / slotLength;
const rememberedFailures = 5;

/** What happened in one slot of time. */
export interface ActivitySlot {
  readonly number: number;
  calls: number;
  failures: number;
  milliseconds: number;
  hits: number;
  misses: number;
}

/** A call that failed. */
export interface RecentFailure {
  readonly at: number;
  readonly operation: string;
  readonly outcome: VendorErrorKind;
}

/** A source's last minute, and what its charts show. */
export interface ActivitySummary {
  readonly callsPerMinute: number;
  readonly failuresPerMinute: number;
  /** Mean time of the last minute's calls; null = there was none. */
  readonly milliseconds: number | null;
  /** Share of reads of the last five minutes that took no call, 0 to 1; null = nobody read. */
  readonly hitRatio: number | null;
  /** Newest first. */
  readonly failures: readonly RecentFailure[];
  /** Oldest first, one for every five seconds of the last five minutes. */
  readonly slots: readonly Readonly<ActivitySlot>[];
}

/** Remembers what a source has been doing in the last minutes, in bounded memory. */
export class SourceActivity {
  readonly #now: () => number;
  #slots: ActivitySlot[] = [];
  #failures: RecentFailure[] = [];

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  call({ operation, outcome, milliseconds }: EndedCall): void {
    const slot = this.#current();
    slot.calls += 1;
    slot.milliseconds += milliseconds;
    if (outcome === 'ok' || outcome === 'abandoned' || outcome === 'not-found') return;
    slot.failures += 1;
    this.#failures = [{ at: this.#now(), operation, outcome }, ...this.#failures].slice(
      0,
      rememberedFailures,
    );
  }

  cache(type: CacheEvent['type']): void {
    if (type === 'miss') this.#current().misses += 1;
    else if (type !== 'retry') this.#current().hits += 1;
  }

  summary(): ActivitySummary {
    const last = this.#slotNumber();
    const byNumber = new Map(this.#slots.map((slot) => [slot.number, slot]));
    const slots = Array.from({ length: slotCount }, (_, index) => {
      const number = last - slotCount + 1 + index;
      return byNumber.get(number) ?? emptySlot(number);
    });
    const recent = slots.slice(-minute);
    const calls = sum(recent, 'calls');
    const reads = sum(slots, 'hits') + sum(slots, 'misses');
    return {
      callsPerMinute: calls,
      failuresPerMinute: sum(recent, 'failures'),
      milliseconds: calls === 0 ? null : Math.round(sum(recent, 'milliseconds') / calls),
      hitRatio: reads === 0 ? null : sum(slots, 'hits') / reads,
      failures: this.#failures,
      slots,
    };
  }

  #slotNumber(): number {
    return Math.floor(this.#now() / slotLength);
  }

  #current(): ActivitySlot {
    const number = this.#slotNumber();
    const last = this.#slots.at(-1);
    if (last?.number === number) return last;
    const slot = emptySlot(number);
    this.#slots = [...this.#slots.slice(1 - slotCount), slot];
    return slot;
  }
}

function sum(slots: readonly ActivitySlot[], field: keyof ActivitySlot): number {
  return slots.reduce((total, slot) => total + slot[field], 0);
}

function emptySlot(number: number): ActivitySlot {
  return { number, calls: 0, failures: 0, milliseconds: 0, hits: 0, misses: 0 };
}
