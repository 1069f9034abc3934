import type { GraphQLResolveInfo } from 'graphql';
import type { ConversationCriteria } from '../contract/conversation-reader.ts';
import { emailKey } from '../contract/email-key.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { Instant } from '../contract/instant.ts';
import type { TimelineOrder } from '../contract/timeline.ts';
import { nameKey } from '../contract/name-key.ts';
import { searchKey } from '../contract/search-key.ts';
import { conversationSpans } from '../federation/conversation-spans.ts';
import { conversationTimeline } from '../federation/conversation-timeline.ts';
import { mergeTimelines } from '../federation/timeline-merge.ts';
import type {
  ConversationFilter,
  ConversationOrder,
  InputMaybe,
  QueryConversationsArgs,
} from '../generated/schema-types.ts';
import { keyInSource, sourcesNamed } from './address.ts';
import type { GatewayContext } from './context.ts';
import { filterText } from './filter-text.ts';
import type { ConversationConnectionModel, CustomerNode, PersonModel } from './models.ts';
import { pageTerms, type ListArguments } from './page-terms.ts';
import { roomForDetails } from './room-for-details.ts';
import { givenSpan } from './time-span.ts';
import { toRootConnection } from './to-connection.ts';

const usualOrder: TimelineOrder = { field: 'CREATED_AT', direction: 'DESC' };

/** Which page of which conversations is wanted. */
interface ConversationListArguments extends ListArguments {
  readonly filter?: InputMaybe<ConversationFilter> | undefined;
  readonly orderBy?: InputMaybe<ConversationOrder> | undefined;
  /** Only those of the customer whom the account's own systems know by this. */
  readonly customerExternalId?: string | undefined;
}

/** Resolves `Query.conversations`. */
export function conversationsConnection(
  listArguments: Partial<QueryConversationsArgs>,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<ConversationConnectionModel> {
  return listConversations(
    'conversations',
    sourcesNamed(listArguments.filter?.sources, context),
    listArguments,
    context,
    info,
  );
}

/** Resolves `Customer.conversations`: those of one person in one source. */
export async function conversationsOfCustomer(
  node: CustomerNode,
  listArguments: CustomerListArguments,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<ConversationConnectionModel | null> {
  const ofCustomer = await findableBy(node, context);
  if (!ofCustomer) return null;
  const { first, after } = listArguments;
  const filter = { ...createdOf(listArguments), customerEmail: ofCustomer.customerEmail ?? null };
  return listConversations(
    'customer.conversations',
    [node.source],
    { first, after, filter, customerExternalId: ofCustomer.customerExternalId },
    context,
    info,
  );
}

/** What a source can find a customer's conversations by; null = by nothing that is known of them. */
async function findableBy(
  node: CustomerNode,
  { loaders }: GatewayContext,
): Promise<Pick<ConversationCriteria, 'customerEmail' | 'customerExternalId'> | null> {
  const email = await loaders.told(node, 'email');
  if (email) return { customerEmail: email };
  const { customerExternalId: support } = node.source.conversations?.filters ?? {};
  if (support !== 'vendor' && support !== 'gateway') return null;
  const externalId = await loaders.told(node, 'externalId');
  return externalId ? { customerExternalId: externalId } : null;
}

/** Resolves `Person.conversations`: those of one human in all sources. */
export function conversationsOfPerson(
  { email }: PersonModel,
  listArguments: CustomerListArguments,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<ConversationConnectionModel> {
  const sources = [...context.sources.values()];
  const { first, after } = listArguments;
  const filter = { ...createdOf(listArguments), customerEmail: email };
  return listConversations('person.conversations', sources, { first, after, filter }, context, info);
}

interface CustomerListArguments {
  readonly first?: InputMaybe<number>;
  readonly after?: InputMaybe<string>;
  readonly createdAfter?: InputMaybe<Instant>;
  readonly createdBefore?: InputMaybe<Instant>;
}

function createdOf({ createdAfter = null, createdBefore = null }: CustomerListArguments) {
  return { createdAfter, createdBefore };
}

async function listConversations(
  listName: string,
  sources: readonly HelpdeskSource[],
  listArguments: ConversationListArguments,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<ConversationConnectionModel> {
  const { filter, orderBy, customerExternalId } = listArguments;
  const order = { ...usualOrder, ...orderBy };
  const spans = {
    created: givenSpan('created', filter?.createdAfter, filter?.createdBefore),
    updated: givenSpan('updated', filter?.updatedAfter, filter?.updatedBefore),
  };
  const { window, created, updated } = conversationSpans(spans, order.field, context.now);
  const page = await mergeTimelines({
    listName,
    kind: conversationTimeline,
    sources: (walk) =>
      sources.map((source) => ({
        source,
        reader: source.conversations,
        criteria: criteriaFor(source, filter ?? {}, {
          created: created === 'as-window' ? walk : created,
          updated,
          customerExternalId,
        }),
      })),
    order,
    window,
    identity: { filter, sources: sources.map(({ name }) => name), customerExternalId },
    ...pageTerms(listArguments, context),
  });
  await roomForDetails(page, context, info);
  return toRootConnection('Conversation', page);
}

/** The criteria of a filter, and others, for one source; `none` when no conversation of the source can match. */
export function criteriaFor(
  source: HelpdeskSource,
  filter: ConversationFilter,
  others: Pick<ConversationCriteria, 'created' | 'customerExternalId' | 'updated'>,
): ConversationCriteria | 'none' {
  const departmentKey = keyInSource(filter.departmentId, 'Department', source);
  const assigneeKey = keyInSource(filter.assigneeId, 'Agent', source);
  if (departmentKey === 'elsewhere' || assigneeKey === 'elsewhere') return 'none';
  return {
    status: filter.status ?? undefined,
    channel: filter.channel ?? undefined,
    departmentKey: departmentKey?.key,
    assigneeKey: assigneeKey?.key,
    customerEmail: filterText('customerEmail', filter.customerEmail, emailKey),
    tag: filterText('tag', filter.tag, nameKey),
    search: filterText('search', filter.search, searchKey),
    assigned: filter.assigned ?? undefined,
    ...others,
  };
}
