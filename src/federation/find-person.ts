import type { CallContext } from '../contract/call-context.ts';
import type { Customer } from '../contract/customer.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { askAll } from './ask-all.ts';
import {
  outcomeOf,
  replyOutcome,
  spoilUnlessWhole,
  type SourceFailure,
  type SourceOutcome,
} from './source-outcome.ts';
import { timeBudget } from './time-budget.ts';

/** What the sources know of an address. */
export interface FoundPerson {
  readonly customers: readonly { readonly source: HelpdeskSource; readonly customer: Customer }[];
  readonly outcomes: readonly SourceOutcome[];
}

/** Whom to look for, and where. */
export interface FindPersonOptions {
  /** Trimmed and in lower case. */
  readonly email: string;
  readonly sources: readonly HelpdeskSource[];
  readonly lateAfterMs: number;
  readonly context: CallContext;
}

/**
 * Asks every source that can look up an address. Sources that fail, are late or cannot are told in the outcomes. Throws
 * the reason of an aborted request.
 */
export async function findPerson(options: FindPersonOptions): Promise<FoundPerson> {
  const { email, sources, lateAfterMs, context } = options;
  const able = sources.filter(({ customers }) => customers?.findByEmail);
  const calls = able.map(
    ({ customers }) =>
      (scope: CallContext) =>
        customers!.findByEmail!(email, scope),
  );
  const { now } = Date;
  const { giveUpAt } = timeBudget(context, lateAfterMs, now);
  context.signal.throwIfAborted();
  const replies = await askAll(calls, { context, lateAfterMs, countedFrom: 'first-success', giveUpAt, now });
  context.signal.throwIfAborted();
  const replyOf = new Map(able.map((source, index) => [source, replies[index]!]));
  const outcomes = sources.map((source) => {
    const reply = replyOf.get(source);
    if (reply) return replyOutcome(source, reply, lateAfterMs);
    return outcomeOf(source, { state: 'SKIPPED', error: cannotLookUp(source) });
  });
  spoilUnlessWhole(outcomes, context.life);
  const customers = [...replyOf].flatMap(([source, reply]) =>
    reply.state === 'answered' ? reply.answer.value.map((customer) => ({ source, customer })) : [],
  );
  return { customers, outcomes };
}

function cannotLookUp({ name }: HelpdeskSource): SourceFailure {
  return {
    code: 'UNSUPPORTED',
    message: `source "${name}" cannot look up customers by e-mail address`,
    retryable: false,
  };
}
