import { twoDigits } from '../account-time.ts';
import { instantOf, wallClock } from '../zone-time.ts';
import { LiveAgentFailure } from './liveagent-call.ts';

/** `YYYY-MM-DD HH:MM:SS` in the account's zone. */
export function writeDateTime(at: number, timeZone: string): string {
  const wall = wallClock(at, timeZone);
  return `${wall.year}-${twoDigits(wall.month)}-${twoDigits(wall.day)} ${twoDigits(wall.hour)}:${twoDigits(wall.minute)}:${twoDigits(wall.second)}`;
}

/** `YYYY-MM-DD` in the account's zone. */
export function writeDate(at: number, timeZone: string): string {
  return writeDateTime(at, timeZone).slice(0, 10);
}

/** A length of time as `HH:MM:SS`, with a minus sign when it is negative. */
export function writeLength(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (milliseconds < 0 ? '-' : '') + parts.map(twoDigits).join(':');
}

/**
 * Reads `YYYY-MM-DD HH:MM:SS` or `YYYY-MM-DD` (its first second, or its last where `end` says so). Fails with
 * 500 on anything else.
 */
export function readDateTime(text: string, timeZone: string, edge: 'end' | 'start' = 'start'): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d))?$/.exec(text.trim());
  if (!found) throw new LiveAgentFailure(500, 'Invalid date, expected YYYY-MM-DD HH:MM:SS');
  const [year = 0, month = 0, day = 0, hour, minute, second] = found
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const bare = hour === undefined && edge === 'end' ? { hour: 23, minute: 59, second: 59 } : {};
  return instantOf(
    { year, month, day, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0, ...bare },
    timeZone,
  );
}

function seconds(at: number): number {
  return Math.floor(at / 1000);
}

const comparisons: Readonly<Record<string, (at: number, limit: number) => boolean>> = {
  eq: (at, limit) => at === limit,
  neq: (at, limit) => at !== limit,
  gt: (at, limit) => at > limit,
  gte: (at, limit) => at >= limit,
  lt: (at, limit) => at < limit,
  lte: (at, limit) => at <= limit,
};

/**
 * Reads a date with operator (`gt:…`, `btw:a,b`, `lk:` with `%` and `?`, no operator = equal) into a test for
 * instants. Compares whole seconds.
 */
export function readOperatorDate(text: string, timeZone: string): (at: number) => boolean {
  const [, operator = 'eq', operand = text] = /^([a-z]+):(.*)$/s.exec(text) ?? [];
  if (operator === 'btw') {
    const [from, to] = operand.split(',').map((part) => seconds(readDateTime(part, timeZone)));
    if (from === undefined || to === undefined) throw new LiveAgentFailure(500, 'Invalid operator date');
    return (at) => seconds(at) >= from && seconds(at) <= to;
  }
  if (operator === 'lk') {
    const escaped = operand.replaceAll(/[.*+^${}()|[\]\\]/g, String.raw`\$&`);
    const pattern = new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('?', '.')}$`);
    return (at) => pattern.test(writeDateTime(at, timeZone));
  }
  const compare = comparisons[operator];
  if (!compare) throw new LiveAgentFailure(500, `Unknown operator ${operator}`);
  const limit = seconds(readDateTime(operand, timeZone));
  return (at) => compare(seconds(at), limit);
}
