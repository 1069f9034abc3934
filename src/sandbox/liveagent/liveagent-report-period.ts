import type { LiveAgentCall } from './liveagent-call.ts';
import { mandatory, optional } from './liveagent-call.ts';
import { readDateTime } from './liveagent-dates.ts';

/** The span a report is about, in milliseconds since 1970; both ends belong to it. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Reads the mandatory `date_from` and `date_to`; a bare date means the whole day. */
export function requiredPeriod(call: LiveAgentCall): Period {
  const zone = call.state.desk.timeZone;
  return {
    from: readDateTime(mandatory(call, 'date_from'), zone),
    to: readDateTime(mandatory(call, 'date_to'), zone, 'end') + 999,
  };
}

/** The same for reports that do not need dates; without them, they show the last few days. */
export function optionalPeriod(call: LiveAgentCall, days: number): Period {
  const zone = call.state.desk.timeZone;
  const now = call.state.now();
  const from = optional(call, 'date_from');
  const to = optional(call, 'date_to');
  return {
    from: from === undefined ? now - days * 86_400_000 : readDateTime(from, zone),
    to: to === undefined ? now : readDateTime(to, zone, 'end') + 999,
  };
}

/** Whether an instant belongs to the period. */
export function within(period: Period, at: number): boolean {
  return at >= period.from && at <= period.to;
}
