import { setTimeout as sleep } from 'node:timers/promises';
import { circuitBreaker, CircuitState, handleWhen, type CircuitBreakerPolicy } from 'cockatiel';
import { steadyNow } from '../cache/steady-clock.ts';
import type { Instant } from '../contract/instant.ts';
import type { SourceStatus } from '../contract/source-health.ts';
import { FailureStreak } from './failure-streak.ts';
import { isNeutral, isUnhealthy } from './health-verdict.ts';
import type { CircuitPosition } from './transport-metrics.ts';
import { VendorError } from '../contract/vendor-error.ts';

/** How long a source is left alone before one call may try it again, in milliseconds. */
export const probeAfter = 800;
/** The longest that other calls wait for the one that probes the source, in milliseconds. */
const probePatience = 500;
const rememberedOutcomes = 20;
const rememberedFor = 60_000;
const degradedShare = 0.2;

const positions: Readonly<Record<CircuitState, CircuitPosition>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'probing',
  [CircuitState.Isolated]: 'open',
};

/** Watches the calls to one source: stops calling it when it only fails, and tells its health. */
export class Circuit {
  readonly #streak = new FailureStreak();
  readonly #policy: CircuitBreakerPolicy;
  readonly #outcomes: { readonly at: number; readonly error: VendorError | null }[] = [];
  #openedAt = 0;
  #probe: Promise<void> | null = null;

  /** `onChange` is told of every new position. */
  constructor(onChange: (position: CircuitPosition) => void = () => {}) {
    this.#policy = circuitBreaker(handleWhen(isUnhealthy), {
      // The policy would go by the wall clock, and after that is set back refuse calls for as long. Instead
      // `refusedFor` says when a call may be tried.
      halfOpenAfter: -Infinity,
      breaker: this.#streak,
    });
    this.#policy.onBreak(() => (this.#openedAt = steadyNow()));
    this.#policy.onStateChange((state) => onChange(positions[state]));
  }

  /** Milliseconds until a call may be tried; 0 = now. While one call probes the source, others have to wait. */
  get refusedFor(): number {
    if (this.#policy.state === CircuitState.HalfOpen) return probeAfter;
    if (this.#policy.state !== CircuitState.Open) return 0;
    return Math.max(0, Math.ceil(this.#openedAt + probeAfter - steadyNow()));
  }

  /**
   * Resolves when the call that probes the source has ended, or when others have waited for it long enough; null = no
   * call probes it. A short wait is better for them than a refusal.
   */
  probed(deadline: Instant): Promise<void> | null {
    if (!this.#probe) return null;
    const patience = Math.min(probePatience, deadline - Date.now());
    return Promise.race([this.#probe, sleep(Math.max(0, patience))]);
  }

  /** Makes a call and learns from its outcome. Ask `refusedFor` right before. */
  run<T>(call: () => Promise<T>): Promise<T> {
    const running = this.#policy.execute(() => this.#watched(call));
    if (this.#policy.state === CircuitState.HalfOpen) {
      const over = (): void => void (this.#probe = null);
      this.#probe ??= running.then(over, over);
    }
    return running;
  }

  /** Why the source counts as down: the last failure that speaks against it; null = it does not. */
  trouble(): VendorError | null {
    if (!this.#isDown) return null;
    return this.#outcomes.findLast(({ error }) => error !== null)?.error ?? null;
  }

  /** Health as the last calls show it. */
  status(): SourceStatus {
    if (this.#isDown) return 'DOWN';
    const last = this.#outcomes.at(-1)?.error ?? null;
    const recent = this.#outcomes.filter(({ at }) => at > steadyNow() - rememberedFor);
    const failures = recent.filter(({ error }) => error !== null).length;
    return isUnhealthy(last) || failures > degradedShare * recent.length ? 'DEGRADED' : 'UP';
  }

  get #isDown(): boolean {
    const isRefused = this.#outcomes.at(-1)?.error?.kind === 'unauthenticated';
    return this.#policy.state !== CircuitState.Closed || this.#streak.isSuspicious || isRefused;
  }

  async #watched<T>(call: () => Promise<T>): Promise<T> {
    try {
      const value = await call();
      this.#remember(null);
      return value;
    } catch (error) {
      // The policy takes it for a failure (`isUnhealthy`), but for the streak it must not count as one.
      if (isNeutral(error)) this.#streak.pardonNext();
      else this.#remember(error);
      throw error;
    }
  }

  #remember(error: unknown): void {
    const counts = error instanceof VendorError && (isUnhealthy(error) || error.kind === 'unauthenticated');
    this.#outcomes.push({ at: steadyNow(), error: counts ? error : null });
    if (this.#outcomes.length > rememberedOutcomes) this.#outcomes.shift();
  }
}
