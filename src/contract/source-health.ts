import type { Instant } from './instant.ts';

/** Health of a source as seen from recent calls. */
export type SourceStatus = 'UP' | 'DEGRADED' | 'DOWN';

/** The calls-per-minute budget towards a vendor. */
export interface RateBudget {
  /** Calls a minute. */
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Instant;
}

/** The vendor's own software; null = not told. */
export interface Application {
  readonly version: string | null;
  readonly frameworkVersion: string | null;
  readonly serverTime: Instant | null;
  readonly installedAt: Instant | null;
  readonly updatedAt: Instant | null;
}
