import type { Instant } from '../../contract/instant.ts';

/** How far a vendor's clock may be from this one, in milliseconds: zones differ by a quarter of an hour and more. */
const tolerance = 600_000;

/**
 * What is odd about the vendor's clock, read in the configured zone, in words for people; null = nothing. With a wrong
 * zone all times of the account are wrong by as much.
 */
export function clockRemark(serverTime: Instant | null, timeZone: string, now: Instant): string | null {
  if (serverTime === null || Math.abs(serverTime - now) < tolerance) return null;
  const minutes = Math.round(Math.abs(serverTime - now) / 60_000);
  const distance = `${Math.trunc(minutes / 60)} h ${minutes % 60} min`;
  const side = serverTime > now ? 'ahead of' : 'behind';
  return `with timeZone ${timeZone} its clock is ${distance} ${side} this machine's; check timeZone`;
}
