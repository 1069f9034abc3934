import type { Instant } from '../../contract/instant.ts';
import { toInstant } from './zazachat-mapping-date.ts';
import { RepeatedHours } from './zazachat-mapping-repeated-hour.ts';

/** An entry of a ticket's log. */
export interface LogEntry {
  /** null = text before the first stamp. */
  readonly sentAt: Instant | null;
  readonly authorName: string | null;
  readonly body: string;
}

/**
 * `[21 Jun 2010 12:51:20] name: ` at the beginning of a line. `^` stands at the beginning of a line of whatever kind, and
 * a name ends with its line, so that no line is read more than once.
 */
const heading = /^\[([^\]\n]{10,40})\] ([^\s:][^:\n\u2028\u2029]*):(?:[ \t]|$)/gm;

interface Heading {
  readonly start: number;
  readonly end: number;
  readonly sentAt: Instant;
  readonly authorName: string;
}

/** The time in which a ticket's own entries can have been written; its log may quote stamps of other times. */
export interface TicketLife {
  readonly createdAt: Instant;
  readonly readAt: Instant;
}

/** Clocks may differ, and zones may be set wrong. */
const tolerance = 86_400_000;

/**
 * Splits a ticket's log at its stamps, oldest entry first. A stamp in the middle of a line, without a name after it,
 * or of a day that does not exist belongs to the entry's text. A line that looks like a stamp by chance, as in a mail
 * that is quoted, makes an entry that stays where it stands.
 */
export function toLogEntries(log: string | null, timeZone: string, life?: TicketLife): LogEntry[] {
  if (log === null) return [];
  const text = log.replace(/\r\n?/g, '\n');
  const headings = headingsIn(text, timeZone);
  const bodies = headings.map(({ end }, index) => text.slice(end, headings[index + 1]?.start).trim());
  const written = headings.map(({ sentAt, authorName }, index) => ({
    sentAt,
    authorName,
    body: bodies[index] ?? '',
  }));
  // No document says which entry comes first; places count from the oldest, so that they stay when one is added.
  const hours = new RepeatedHours(timeZone);
  if (isNewestFirst(written, hours, life)) written.reverse();
  const entries = hours.resolved(written, life?.createdAt);
  const before = text.slice(0, headings[0]?.start).trim();
  return before === '' ? entries : [{ sentAt: null, authorName: null, body: before }, ...entries];
}

/** The last stamp that can be the ticket's own, within its life; null = none. */
export function lastStamp(entries: readonly LogEntry[], life: TicketLife): Instant | null {
  const own = entries.flatMap(({ sentAt }) => (sentAt !== null && isWithin(sentAt, life) ? [sentAt] : []));
  if (own.length === 0) return null;
  return Math.max(
    life.createdAt,
    Math.min(
      life.readAt,
      own.reduce((last, stamp) => Math.max(last, stamp), -Infinity),
    ),
  );
}

/** Whether more of the steps from stamp to stamp go back than forward: one quoted stamp does not reverse a log. */
function isNewestFirst(
  written: readonly { readonly sentAt: Instant }[],
  hours: RepeatedHours,
  life: TicketLife | undefined,
): boolean {
  const all = written.map(({ sentAt }) => sentAt);
  const own = life ? all.filter((sentAt) => isWithin(sentAt, life)) : [];
  const stamps = own.length > 0 ? own : all;
  let balance = 0;
  for (const [index, stamp] of stamps.entries()) {
    const last = stamps[index - 1] ?? stamp;
    if (stamp > last) balance += 1;
    else if (stamp < last && !hours.mayFollow(stamp, last)) balance -= 1;
  }
  return balance < 0;
}

function isWithin(stamp: Instant, { createdAt, readAt }: TicketLife): boolean {
  return stamp >= createdAt - tolerance && stamp <= readAt + tolerance;
}

function headingsIn(text: string, timeZone: string): Heading[] {
  return [...text.matchAll(heading)].flatMap((match) => {
    const [whole, stamp = '', name = ''] = match;
    const sentAt = toInstant(stamp, timeZone);
    return sentAt === null
      ? []
      : [{ start: match.index, end: match.index + whole.length, sentAt, authorName: name.trim() }];
  });
}
