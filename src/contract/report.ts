import type { Agent } from './agent.ts';
import type { Customer } from './customer.ts';
import type { Department, Tag } from './directory.ts';
import type { Entity } from './entity.ts';
import type { Instant } from './instant.ts';
import type { Metrics } from './report-metrics.ts';

/** Kinds of work that some reports are about, one kind at a time. */
export type Medium = 'CALLS' | 'CHATS' | 'TICKETS';

/** Lengths of the spans that performance is told by. */
export type ReportInterval = 'DAY' | 'HOUR' | 'MONTH' | 'WEEK';

/** What an agent did. */
export interface AgentReportRow {
  /** null = the vendor names nobody. */
  readonly agent: Agent | null;
  readonly metrics: Metrics;
}

/** What was done in a department. */
export interface DepartmentReportRow {
  readonly department: Department | null;
  readonly metrics: Metrics;
}

/** What came in and was done on a channel. */
export interface ChannelReportRow {
  /** The vendor's name of the channel. */
  readonly name: string;
  readonly metrics: Metrics;
}

/** What was done about conversations with a tag. */
export interface TagReportRow {
  readonly tag: Tag | null;
  readonly metrics: Metrics;
}

/** What was done in one interval of the period. */
export interface PerformanceReportRow {
  readonly from: Instant | null;
  /** Exclusive. */
  readonly to: Instant | null;
  readonly metrics: Metrics;
}

/** A span in which an agent was online for a department. */
export interface AgentAvailabilityReportRow {
  readonly agent: Agent | null;
  readonly department: Department | null;
  readonly from: Instant | null;
  /** null = still online. */
  readonly to: Instant | null;
  readonly onlineSeconds: number | null;
}

/** How long at least one agent was available. */
export interface AvailabilityReportRow {
  readonly at: Instant | null;
  readonly availableMinutes: number | null;
  readonly availablePercent: number | null;
}

/** Average and extremes of a figure. */
export interface Spread {
  readonly average: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** How much there was to do at a time, and who was there to do it. */
export interface LoadReportRow {
  readonly at: Instant | null;
  /** Waiting for an agent. */
  readonly queue: Spread;
  readonly agents: Spread;
  readonly inProgress: Spread;
}

/** How many promises of a service level were kept at a time, and how long the answers took. */
export interface SlaComplianceReportRow {
  readonly at: Instant | null;
  readonly fulfilled: number | null;
  readonly unfulfilled: number | null;
  readonly fulfilledSeconds: Spread;
  readonly unfulfilledSeconds: Spread;
}

/** One promise of a service level and what became of it. */
export interface SlaLogReportRow {
  /** What is known of the conversation: its key at least. */
  readonly conversation: Entity | null;
  readonly reference: string | null;
  readonly department: Department | null;
  readonly levelId: string | null;
  readonly levelName: string | null;
  /** Time to spare; negative = late. */
  readonly marginSeconds: number | null;
  readonly createdAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly agent: Agent | null;
  readonly customer: Customer | null;
}

/** What a customer thought of an agent's answer. */
export interface RankingReportRow {
  readonly vendorId: string | null;
  /** The vendor's own code. */
  readonly rankingType: string | null;
  readonly createdAt: Instant | null;
  /** What is known of the conversation: its key at least. */
  readonly conversation: Entity | null;
  readonly agent: Agent | null;
  readonly agentName: string | null;
  readonly agentEmail: string | null;
  readonly customer: Customer | null;
  readonly customerName: string | null;
  readonly customerEmail: string | null;
  readonly comment: string | null;
}
