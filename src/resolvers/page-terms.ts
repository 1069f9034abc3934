import type { CallContext } from '../contract/call-context.ts';
import type { CursorCodec } from '../federation/cursor-codec.ts';
import type { GatewayContext } from './context.ts';
import { pageSizeOf } from './page-size.ts';

/** Arguments that every list over several sources has. */
export interface ListArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly strict?: boolean | null | undefined;
}

/** What merging needs to know about the page, whatever the rows are. */
export interface PageTerms {
  readonly first: number;
  readonly after: string | null | undefined;
  readonly strict: boolean;
  readonly lateAfterMs: number;
  readonly cursors: CursorCodec;
  readonly context: CallContext;
}

const usualPageSize = 25;

/** Reads the arguments of a list over several sources. Throws for a page size that is not allowed. */
export function pageTerms({ first, after, strict }: ListArguments, context: GatewayContext): PageTerms {
  const { lateAfterMs, cursors } = context.lists;
  return {
    first: pageSizeOf(first, usualPageSize, context),
    after,
    strict: strict ?? false,
    lateAfterMs,
    cursors,
    context: context.call,
  };
}
