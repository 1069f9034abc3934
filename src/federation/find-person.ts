import type { CallContext } from '../contract/call-context.ts';
import type { Customer } from '../contract/customer.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { askAll } from './ask-all.ts';
import {
  lateFailure,
  outcomeOf,
  failedOutcome,
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

/** Asks every source that can look up an address. Sources that fail, are late or cannot are told in the outcomes. */
export async function findPerson(options: FindPersonOptions): Promise<FoundPerson> {
  const { email, sources, lateAfterMs, context } = options;
  const able = sources.filter(({ customers }) => customers?.findByEmail);
  const replies = await askAll(
    able.map(
      ({ customers }) =>
        async (scope: CallContext) =>
          (await customers?.findByEmail?.(email, scope)) ?? [],
    ),
    {
      context,
      lateAfterMs,
      countedFrom: 'first-success',
      giveUpAt: timeBudget(context, lateAfterMs, Date.now).giveUpAt,
      now: Date.now,
    },
  );
  const replyOf = new Map(able.map((source, index) => [source, replies[index]]));
  const outcomes = sources.map((source) => {
    const reply = replyOf.get(source);
    if (!reply) return outcomeOf(source, { state: 'SKIPPED', error: cannotLookUp(source) });
    if (reply.state === 'late')
      return outcomeOf(source, { state: 'LATE', error: lateFailure(source, lateAfterMs) });
    if (reply.state === 'failed') return failedOutcome(source, reply.error);
    return outcomeOf(source);
  });
  spoilUnlessWhole(outcomes, context.life);
  return {
    customers: sources.flatMap((source) => {
      const reply = replyOf.get(source);
      return reply?.state === 'answered' ? reply.answer.map((customer) => ({ source, customer })) : [];
    }),
    outcomes,
  };
}

function cannotLookUp({ name }: HelpdeskSource): SourceFailure {
  return {
    code: 'UNSUPPORTED',
    message: `source "${name}" cannot look up customers by e-mail address`,
    retryable: false,
  };
}
