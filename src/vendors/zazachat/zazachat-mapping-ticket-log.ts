import type { Instant } from '../../contract/instant.ts';
import { toInstant } from './zazachat-mapping-date.ts';

/** An entry of a ticket's log. */
export interface LogEntry {
  /** null = text before the first stamp. */
  readonly sentAt: Instant | null;
  readonly authorName: string | null;
  readonly body: string;
}

/** `[21 Jun 2010 12:51:20] name: ` at the beginning of a line. */
const heading = /^\[([^\]\n]{10,40})\] ([^\s:][^:\n]*):(?:[ \t]|$)/gm;

interface Heading {
  readonly start: number;
  readonly end: number;
  readonly sentAt: Instant;
  readonly authorName: string;
}

/**
 * Splits a ticket's log at its stamps, oldest entry first. A stamp in the middle of a line, without a name behind
 * it, or of a day that does not exist belongs to the entry's text.
 */
export function toLogEntries(log: string | null, timeZone: string): LogEntry[] {
  if (log === null) return [];
  const text = log.replace(/\r\n?/g, '\n');
  const headings = headingsIn(text, timeZone);
  const entries = headings.map(({ end, sentAt, authorName }, index): LogEntry => {
    return { sentAt, authorName, body: text.slice(end, headings[index + 1]?.start).trim() };
  });
  // No document says which entry comes first; places count from the oldest, so that they stay when one is added.
  const isNewestFirst = (entries[0]?.sentAt ?? 0) > (entries.at(-1)?.sentAt ?? 0);
  if (isNewestFirst) entries.reverse();
  const before = text.slice(0, headings[0]?.start).trim();
  return before === '' ? entries : [{ sentAt: null, authorName: null, body: before }, ...entries];
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
