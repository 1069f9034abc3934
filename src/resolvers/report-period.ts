import type { Instant } from '../contract/instant.ts';
import type { TimeWindow } from '../contract/timeline.ts';
import { badUserInput } from './bad-user-input.ts';

/** The period of a report. Throws where its end is not after its start. */
export function reportPeriod(from: Instant, to: Instant): TimeWindow {
  if (from < to) return { from, to };
  const [start, end] = [from, to].map((instant) => new Date(instant).toISOString());
  throw badUserInput(`from must be earlier than to, but got: ${start} and ${end}`);
}
