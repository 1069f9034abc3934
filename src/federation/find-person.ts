import type { Customer } from '../contract/customer.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { askForPage, type PageAskOptions } from './ask-for-page.ts';
import {
  outcomeOf,
  replyOutcome,
  spoilUnlessWhole,
  type SourceFailure,
  type SourceOutcome,
} from './source-outcome.ts';

/** What the sources know about an address. */
export interface FoundPerson {
  readonly customers: readonly { readonly source: HelpdeskSource; readonly customer: Customer }[];
  readonly outcomes: readonly SourceOutcome[];
}

/** Whom to look for, and where. */
export interface FindPersonOptions extends Omit<PageAskOptions, 'now'> {
  /** Trimmed and in lower case. */
  readonly email: string;
  readonly sources: readonly HelpdeskSource[];
}

/**
 * Asks every source that can look up an address. Sources that fail, are late or cannot look one up are told in the
 * outcomes. Throws the reason of an aborted request.
 */
export async function findPerson(options: FindPersonOptions): Promise<FoundPerson> {
  const { email, sources, context } = options;
  const able = sources.filter(({ customers }) => customers?.findByEmail);
  const replies = await askForPage(
    able,
    ({ customers }, scope) => customers!.findByEmail!(email, scope),
    options,
  );
  const outcomes = sources.map((source) => {
    const reply = replies.get(source);
    if (reply) return replyOutcome(source, reply);
    return outcomeOf(source, { state: 'SKIPPED', error: cannotLookUp(source) });
  });
  spoilUnlessWhole(outcomes, context.life);
  const customers = [...replies].flatMap(([source, reply]) =>
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
