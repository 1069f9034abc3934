import { instantOf, wallClock } from '../zone-time.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, cutByLimits, optional } from './liveagent-call.ts';
import { writeDate, writeDateTime } from './liveagent-dates.ts';
import { hiddenColumns, metricColumns, selectColumns } from './liveagent-report-columns.ts';
import { countFacts } from './liveagent-report-facts.ts';
import type { Period } from './liveagent-report-period.ts';
import { requiredPeriod } from './liveagent-report-period.ts';

/** When the interval after the one that holds `at` begins, by the account's clock. */
function nextStart(at: number, step: string, timeZone: string): number {
  const { year, month, day, hour } = wallClock(at, timeZone);
  switch (step) {
    case 'hour':
      return Math.floor(at / 3_600_000) * 3_600_000 + 3_600_000;
    case 'day':
      return instantOf({ year, month, day: day + 1 }, timeZone);
    case 'week': {
      const weekday = (new Date(Date.UTC(year, month - 1, day, hour)).getUTCDay() + 6) % 7;
      return instantOf({ year, month, day: day + 7 - weekday }, timeZone);
    }
    case 'month':
      return instantOf({ year, month: month + 1, day: 1 }, timeZone);
    default:
      throw new LiveAgentFailure(500, 'Invalid group_by, expected hour, day, week or month');
  }
}

function intervals(period: Period, step: string, timeZone: string): Period[] {
  const found: Period[] = [];
  for (let from = period.from; from <= period.to;) {
    const next = nextStart(from, step, timeZone);
    found.push({ from, to: Math.min(next - 1, period.to) });
    from = next;
  }
  return found;
}

/** GET reports/performance: one row an interval. Its beginning is written without a time of day, its end with one. */
export function reportPerformance(call: LiveAgentCall): LiveAgentAnswer {
  const { timeZone, conversations } = call.state.desk;
  const step = optional(call, 'group_by') ?? 'day';
  const rows = cutByLimits(call, intervals(requiredPeriod(call), step, timeZone)).map((interval) => ({
    datetime: step === 'hour' ? writeDateTime(interval.from, timeZone) : writeDate(interval.from, timeZone),
    dateto: writeDateTime(interval.to, timeZone),
    ...metricColumns(countFacts(conversations, interval)),
  }));
  return { performance: selectColumns(call, rows, hiddenColumns('performance')) };
}
