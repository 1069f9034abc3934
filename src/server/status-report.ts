import type { HelpdeskSource, SourceRegistry } from '../contract/helpdesk-source.ts';
import { vendorErrorKinds } from '../contract/vendor-error.ts';
import type { GatewayMetrics } from '../metrics/gateway-metrics.ts';
import type { LifePhase } from './life-phase.ts';
import { version } from './version.ts';

/** How one source is doing. */
export interface SourceReport {
  readonly name: string;
  readonly vendor: string;
  readonly status: string;
  /** Calls that ended in the last minute, and how many of them failed. */
  readonly callsPerMinute: number;
  readonly failuresPerMinute: number;
  /** Mean time of the last minute's calls; null = there was none. */
  readonly milliseconds: number | null;
  /** Share of reads of the last five minutes that took no call, 0 to 1; null = nobody read. */
  readonly cacheHitRatio: number | null;
  readonly rateBudget: { readonly limit: number; readonly remaining: number } | null;
  /** Newest first. */
  readonly recentFailures: readonly {
    readonly at: string;
    readonly operation: string;
    readonly code: string;
  }[];
}

/** How the gateway is doing, as told at `/`. */
export interface StatusReport {
  readonly status: LifePhase;
  readonly version: string;
  /** When the process began to answer. */
  readonly startedAt: string;
  readonly redis: RedisStatus;
  readonly sources: readonly SourceReport[];
}

/** What the gateway tells of itself. */
export interface Life {
  readonly phase: LifePhase;
  readonly startedAt: Date;
  readonly redis: RedisStatus;
}

/** Whether Redis can be used; null = there is none. While it is away the gateway goes on by itself. */
export type RedisStatus = 'DOWN' | 'UP' | null;

/** The status of Redis. */
export function redisStatus(redis: { readonly usable: boolean } | null): RedisStatus {
  return redis && (redis.usable ? 'UP' : 'DOWN');
}

/** Sums up what the gateway knows of its sources; calls nobody. */
export function statusReport(
  { phase, startedAt, redis }: Life,
  sources: SourceRegistry,
  metrics: GatewayMetrics,
): StatusReport {
  return {
    status: phase,
    version,
    startedAt: startedAt.toISOString(),
    redis,
    sources: [...sources.values()].map((source) => sourceReport(source, metrics)),
  };
}

function sourceReport(source: HelpdeskSource, metrics: GatewayMetrics): SourceReport {
  const { callsPerMinute, failuresPerMinute, milliseconds, hitRatio, failures } = metrics
    .activity(source.name)
    .summary();
  const budget = source.rateBudget();
  return {
    name: source.name,
    vendor: source.vendor,
    status: source.status(),
    callsPerMinute,
    failuresPerMinute,
    milliseconds,
    cacheHitRatio: hitRatio === null ? null : Math.round(hitRatio * 1000) / 1000,
    rateBudget: budget && { limit: budget.limit, remaining: budget.remaining },
    recentFailures: failures.map(({ at, operation, outcome }) => ({
      at: new Date(at).toISOString(),
      operation,
      code: vendorErrorKinds[outcome].code,
    })),
  };
}
