import type { Answer, CallContext } from '../../src/contract/call-context.ts';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { ConversationCriteria, ConversationReader } from '../../src/contract/conversation-reader.ts';
import type { Customer } from '../../src/contract/customer.ts';
import type { CustomerReader } from '../../src/contract/customer-reader.ts';
import type { MutationHandlers } from '../../src/contract/mutations/mutation-handlers.ts';
import type { TimelineBatch, TimelineOrder, TimelineRequest } from '../../src/contract/timeline.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import { openEnd, roundedWindow } from '../../src/vendor-kit/asked-window.ts';
import { forEachKey, foundOrError, valueOrError } from '../../src/vendor-kit/batch-entries.ts';
import { answerOf } from '../../src/vendor-kit/combined-answer.ts';
import { refusedInput } from '../../src/vendor-kit/refused-input.ts';
import type { SourceTransport } from '../../src/transport/source-transport.ts';
import { toUnreadRows } from '../../src/vendor-kit/unread-rows.ts';
import { mapPlan, planCall } from '../../src/vendor-kit/write-plan.ts';
import { neededOfTicket, pageSize, type PostboxClient, type TicketPage } from './postbox-client.ts';

/** Reads tickets as conversations. */
export function createConversationReader(
  client: PostboxClient,
  transport: Pick<SourceTransport, 'each'>,
  source: string,
): ConversationReader {
  return {
    // Who applies each filter. Rows tell enough for all of them; the address makes Postbox's answers shorter.
    filters: {
      status: 'gateway',
      channel: 'gateway',
      departmentKey: 'never',
      assigneeKey: 'never',
      customerExternalId: 'never',
      customerEmail: 'vendor',
      tag: 'never',
      search: 'gateway',
      assigned: 'gateway',
      created: 'gateway',
      updated: 'gateway',
    },
    possible: { channel: ['EMAIL'] },
    list: (request, context) => list(client, source, request, context),
    get: (references, context) =>
      transport.each(references, context, (reference) => foundOrError(client.getTicket(reference, context))),
    messages: (references, context) =>
      transport.each(references, context, async (reference) => {
        const found = await valueOrError(client.getTicket(reference, context));
        return found instanceof VendorError ? found : (found.messages ?? []);
      }),
  };
}

/**
 * One page, and more only as long as they do not get past the end at which the window begins, such as where all rows
 * have one time: a bound between them would leave some out. A page begins after the place of a ticket and not after a
 * number of them, so none is skipped where others are deleted meanwhile, or where the pages before come from the cache.
 */
async function list(
  client: PostboxClient,
  source: string,
  { window, order, filter }: TimelineRequest<ConversationCriteria>,
  context: CallContext,
): Promise<Answer<TimelineBatch<Conversation>>> {
  const isDescending = order.direction === 'DESC';
  const rounded = roundedWindow({ window, order });
  const from = new Date(rounded.from).toISOString();
  const to = new Date(openEnd(rounded.to, Date.now())).toISOString();
  const pages: Answer<TicketPage>[] = [];
  for (;;) {
    const query = {
      sort: order.field === 'CREATED_AT' ? 'created_at' : 'changed_at',
      order: isDescending ? 'desc' : 'asc',
      from,
      to,
      email: filter.customerEmail,
      limit: String(pageSize),
      after: pages.at(-1)?.value.next ?? undefined,
    };
    const page = await client.listTickets(query, context);
    pages.push(page);
    const rows = pages.flatMap(({ value }) => value.rows);
    const unread = toUnreadRows(
      pages.flatMap(({ value }) => value.unread),
      window,
      { source, operation: 'conversations.list', needed: neededOfTicket },
    );
    if (page.value.next === null) return answerOf({ rows, coveredTo: null, position: null, unread }, pages);
    // Rows of the last one's moment may still be missing: what lies before it is all there.
    const last = timeOf(rows.at(-1), order);
    const coveredTo = isDescending ? last + 1 : last;
    const isFurther = isDescending ? coveredTo < window.to : coveredTo > window.from;
    if (isFurther) return answerOf({ rows, coveredTo, position: null, unread }, pages);
  }
}

function timeOf(row: Conversation | undefined, { field }: TimelineOrder): number {
  return (field === 'CREATED_AT' ? row?.createdAt : row?.updatedAt) ?? 0;
}

/** Reads the writers of tickets as customers. */
export function createCustomerReader(client: PostboxClient): CustomerReader {
  const find = async (email: string, context: CallContext): Promise<Answer<readonly Customer[]>> => {
    const query = { sort: 'created_at', order: 'desc', email, limit: '1' };
    const { value, ...answer } = await client.listTickets(query, context);
    return { ...answer, value: value.rows.flatMap(({ customer }) => customer ?? []) };
  };
  const get = async (key: string, context: CallContext) => (await find(key, context)).value[0] ?? null;
  return {
    get: (keys, context) => forEachKey(keys, (key) => get(key, context)),
    findByEmail: find,
  };
}

/** The one change that Postbox's API knows. */
export function createMutations(
  client: PostboxClient,
  transport: SourceTransport,
  source: string,
): Partial<MutationHandlers> {
  return {
    conversationNoteAdd({ conversationKey: key, note, agentKey }) {
      if (agentKey != null) {
        throw refusedInput(source, 'agentId', "Postbox writes notes in the name of the token's owner");
      }
      return mapPlan(planCall(transport, client.noteCall(key, note)), () => ({ key }));
    },
  };
}
