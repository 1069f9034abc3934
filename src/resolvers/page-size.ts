import { badUserInput } from './bad-user-input.ts';
import type { GatewayContext } from './context.ts';

/**
 * The page size that is asked for, or the usual one. Throws for one outside 1 to the configured limit, rather than
 * clamp it.
 */
export function pageSizeOf(
  first: number | null | undefined,
  usual: number,
  { lists }: GatewayContext,
): number {
  const size = first ?? Math.min(usual, lists.maxPageSize);
  if (size >= 1 && size <= lists.maxPageSize) return size;
  throw badUserInput(`first must be from 1 to ${lists.maxPageSize}, but got: ${size}`);
}
