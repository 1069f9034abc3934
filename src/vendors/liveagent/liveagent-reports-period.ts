import type { PeriodMisfit } from '../../contract/report-reader.ts';
import type { TimeWindow } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { shownTwice } from '../../vendor-kit/time-zone.ts';
import { toDate } from './liveagent-date-span.ts';

const second = 1000;

/** The period in the account's dates: both ends are inclusive and of whole seconds. */
export function periodOf(period: TimeWindow, timeZone: string) {
  const { from, to } = inSeconds(period);
  return { date_from: toDate(from, timeZone), date_to: toDate(to - second, timeZone) };
}

/**
 * How the period that these dates mean differs from the one asked for; undefined = not at all. It does where an end lies
 * within an hour that the account's clocks showed twice, as its date means both times.
 */
export function clockMisfit(
  period: TimeWindow,
  timeZone: string,
  label: CallLabel,
): PeriodMisfit | undefined {
  const { from, to } = inSeconds(period);
  const [start, end] = [shownTwice(from, timeZone), shownTwice(to - second, timeZone)];
  const isLonger = (start && from >= start.setBackAt) || (end && to <= end.setBackAt);
  const missing = [
    start && from < start.setBackAt && { from: start.setBackAt, to: Math.min(from + start.by, to) },
    end && to > end.setBackAt && { from: Math.max(to - end.by, from), to: end.setBackAt },
  ].filter((span): span is TimeWindow => !!span && span.from < span.to);
  if (!isLonger && missing.length === 0) return undefined;
  const { date_from: first, date_to: last } = periodOf(period, timeZone);
  return {
    missing:
      missing.length === 0
        ? null
        : {
            from: Math.min(...missing.map((span) => span.from)),
            to: Math.max(...missing.map((span) => span.to)),
          },
    because: new VendorError({
      kind: 'unsupported-filter',
      message:
        `source "${label.source}" has figures by the clocks of ${timeZone}, which showed an hour twice: ` +
        `these are from ${first} to ${last} on them`,
      ...label,
    }),
  };
}

function inSeconds({ from, to }: TimeWindow): TimeWindow {
  return { from: Math.floor(from / second) * second, to: Math.ceil(to / second) * second };
}
