import { VendorError } from '../contract/vendor-error.ts';
import type { UpstreamReply } from './upstream-reply.ts';

/**
 * The longest pause that is kept for a vendor, in milliseconds. After it a call finds out whether the vendor still
 * wants to be left alone.
 */
export const longestPause = 3_600_000;

/**
 * The wait that a `Retry-After` header asks for, in milliseconds, an hour at most; undefined when it asks for none or
 * cannot be read. `now`: milliseconds since 1970.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const wait = waitOf(header?.trim() ?? '', now);
  return wait > 0 ? Math.min(wait, longestPause) : undefined;
}

function waitOf(text: string, now: number): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i.test(text)) return 0;
  // One of the three forms of dates in HTTP has no zone; it is meant as GMT.
  return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) - now;
}

/** The error with the wait that the reply asks for: an outage may come with the time that it takes. */
export function withRetryTime(error: unknown, reply: UpstreamReply | undefined): unknown {
  if (!reply || !(error instanceof VendorError) || error.kind !== 'unavailable') return error;
  const asked = retryAfterMs(reply.header('retry-after'), Date.now());
  return asked === undefined ? error : error.with({ retryAfterMs: asked });
}
