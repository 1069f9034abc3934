import type { SatisfactionCriteria } from '../contract/conversation-aftermath.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { satisfactionTimeline, transactionTimeline } from '../federation/aftermath-timelines.ts';
import { mergeTimelines } from '../federation/timeline-merge.ts';
import type {
  InputMaybe,
  QuerySatisfactionRatingsArgs,
  QueryTransactionsArgs,
} from '../generated/schema-types.ts';
import { keyInSource, sourcesNamed } from './address.ts';
import type { GatewayContext } from './context.ts';
import type { SatisfactionRatingConnectionModel, TransactionConnectionModel } from './models.ts';
import { pageTerms } from './page-terms.ts';
import { spanOf } from './time-span.ts';
import { toRootConnection } from './to-connection.ts';

/** Resolves `Query.satisfactionRatings`. */
export async function satisfactionRatingsConnection(
  listArguments: Partial<QuerySatisfactionRatingsArgs>,
  context: GatewayContext,
): Promise<SatisfactionRatingConnectionModel> {
  const { filter } = listArguments;
  const sources = sourcesNamed(filter?.sources, context);
  const page = await mergeTimelines({
    listName: 'satisfactionRatings',
    kind: satisfactionTimeline,
    sources: sources.map((source) => ({
      source,
      reader: source.satisfactionRatings,
      criteria: criteriaFor(source, filter?.agentId),
    })),
    ...newestFirst(listArguments, context),
    identity: { filter, sources: sources.map(({ name }) => name) },
  });
  return toRootConnection('SatisfactionRating', page);
}

/** Resolves `Query.transactions`. */
export async function transactionsConnection(
  listArguments: Partial<QueryTransactionsArgs>,
  context: GatewayContext,
): Promise<TransactionConnectionModel> {
  const { filter } = listArguments;
  const sources = sourcesNamed(filter?.sources, context);
  const criteria = { afterChat: filter?.afterChat ?? undefined };
  const page = await mergeTimelines({
    listName: 'transactions',
    kind: transactionTimeline,
    sources: sources.map((source) => ({ source, reader: source.transactions, criteria })),
    ...newestFirst(listArguments, context),
    identity: { filter, sources: sources.map(({ name }) => name) },
  });
  return toRootConnection('Transaction', page);
}

function criteriaFor(
  source: HelpdeskSource,
  agentId: InputMaybe<string> | undefined,
): SatisfactionCriteria | 'none' {
  const agent = keyInSource(agentId, 'Agent', source);
  return agent === 'elsewhere' ? 'none' : { agentKey: agent?.key };
}

function newestFirst(
  listArguments: Partial<QuerySatisfactionRatingsArgs | QueryTransactionsArgs>,
  context: GatewayContext,
) {
  const { filter } = listArguments;
  return {
    order: { field: 'CREATED_AT', direction: 'DESC' },
    window: spanOf('created', filter?.createdAfter, filter?.createdBefore, context.now, 'recent'),
    ...pageTerms(listArguments, context),
  } as const;
}
