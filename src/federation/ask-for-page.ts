import type { CallContext } from '../contract/call-context.ts';
import type { Instant } from '../contract/instant.ts';
import { askAll, type Reply } from './ask-all.ts';
import { timeBudget } from './time-budget.ts';

/** How sources are asked for a page, each once. */
export interface PageAskOptions {
  readonly context: CallContext;
  /** How long, in milliseconds, a source may take after the first one has answered. */
  readonly lateAfterMs: number;
  /** @default Date.now */
  readonly now?: (() => Instant) | undefined;
}

/** Asks each once for its part of a page; replies by who was asked. Throws the reason of an aborted request. */
export async function askForPage<Asked, T>(
  asked: readonly Asked[],
  ask: (asked: Asked, context: CallContext) => Promise<T>,
  { context, lateAfterMs, now = Date.now }: PageAskOptions,
): Promise<ReadonlyMap<Asked, Reply<T>>> {
  context.signal.throwIfAborted();
  const { giveUpAt } = timeBudget(context, lateAfterMs, now);
  const calls = asked.map((one) => (callContext: CallContext) => ask(one, callContext));
  const replies = await askAll(calls, { context, lateAfterMs, countedFrom: 'first-success', giveUpAt, now });
  context.signal.throwIfAborted();
  return new Map(asked.map((one, index) => [one, replies[index]!]));
}
