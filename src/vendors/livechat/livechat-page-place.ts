import type { Instant } from '../../contract/instant.ts';

/** Where a walk by the time of change goes on. */
export interface PagePlace {
  readonly page: number;
  /** Tickets in the list when the place was noted. */
  readonly total: number | null;
  /** When the last answer of the walk came: an older one must not be mixed in. */
  readonly at: Instant;
}

/** Writes a place as a position. */
export function writePlace({ page, total, at }: PagePlace): string {
  return `${page}.${total ?? ''}.${at}`;
}

/** Reads a position; null for the start of a walk. */
export function readPlace(position: string | null): PagePlace | null {
  const parts = /^([1-9]\d{0,8})\.(\d{0,9})\.(\d{1,15})$/.exec(position ?? '');
  if (!parts) return null;
  const [, page, total, at] = parts;
  return { page: Number(page), total: total === '' ? null : Number(total), at: Number(at) };
}
