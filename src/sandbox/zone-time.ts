/** Date and time as a clock on the wall of some place shows them. */
export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const quarter = 15 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. Throws on an unknown zone. */
export function zoneOffset(at: number, timeZone: string): number {
  // Clocks change on quarter hours only, so one answer serves a whole quarter.
  const start = Math.floor(at / quarter) * quarter;
  const key = `${timeZone} ${start}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = computeOffset(start, timeZone);
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function computeOffset(at: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -size : size;
}

/** What the clocks of a zone show at an instant. */
export function wallClock(at: number, timeZone: string): WallClock {
  const shown = new Date(at + zoneOffset(at, timeZone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    millisecond: shown.getUTCMilliseconds(),
  };
}

/**
 * The instant at which a zone's clocks show this. In the hour that clocks show twice, it is the first one; in the
 * hour that they skip, the instant as if they had not been changed yet. Parts may overflow (day 0 …).
 */
export function instantOf(
  wall: Pick<WallClock, 'day' | 'month' | 'year'> & Partial<WallClock>,
  timeZone: string,
): number {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 } = wall;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const before = zoneOffset(shown - 24 * 3_600_000, timeZone);
  const after = zoneOffset(shown + 24 * 3_600_000, timeZone);
  const early = shown - before;
  return zoneOffset(early, timeZone) === before ? early : shown - after;
}
