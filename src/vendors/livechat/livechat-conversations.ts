import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Conversation, ConversationReference } from '../../contract/conversation.ts';
import type { ConversationCriteria, ConversationReader } from '../../contract/conversation-reader.ts';
import type { TimelineRequest, TimeWindow, UnreadRows } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { valueOrError } from '../../vendor-kit/batch-entries.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { toUnreadRows, type UnreadRow } from '../../vendor-kit/unread-rows.ts';
import type { LivechatClient } from './livechat-client.ts';
import { listByCreation } from './livechat-created-timeline.ts';
import { daysOf } from './livechat-day-span.ts';
import { listLatestChanges } from './livechat-latest-changes.ts';
import { listOldestChanges } from './livechat-oldest-changes.ts';
import { overlooked, type ReadPage, type TicketBatch } from './livechat-ticket-pages.ts';
import { onlySpelling } from './livechat-tag-spelling.ts';
import { toTicketFilters, type TicketQuery } from './livechat-ticket-query.ts';

/** Reads tickets as conversations. */
export function createConversationReader(
  client: LivechatClient,
  transport: Pick<SourceTransport, 'each'>,
  source: string,
): ConversationReader {
  const get = ({ key, revision }: ConversationReference, context: CallContext) =>
    valueOrError(client.getTicket(key, revision, context));
  return {
    // Rows hold all that any criterion asks about; the criteria that LiveChat knows merely make its answers shorter.
    filters: {
      status: 'gateway',
      channel: 'gateway',
      departmentKey: 'gateway',
      assigneeKey: 'gateway',
      customerEmail: 'gateway',
      customerExternalId: 'never',
      tag: 'gateway',
      search: 'gateway',
      assigned: 'gateway',
      created: 'gateway',
      updated: 'gateway',
    },
    possible: {
      status: ['OPEN', 'PENDING', 'RESOLVED', 'SPAM', 'UNKNOWN'],
      channel: ['CHAT', 'CONTACT_FORM', 'EMAIL', 'FACEBOOK', 'MANUAL', 'OTHER'],
    },
    async list(request, context) {
      const answer = await list(client, request, context);
      const { unreadRows, ...batch } = answer.value;
      return { ...answer, value: { ...batch, unread: unreadIn(unreadRows, request.window, source) } };
    },
    get: (references, context) => transport.each(references, context, (reference) => get(reference, context)),
    messages: (references, context) =>
      transport.each(references, context, async (reference) => {
        const conversation = await get(reference, context);
        if (conversation instanceof VendorError) return conversation;
        return conversation?.messages ?? gone(source);
      }),
    findByReference: (reference, context) => findByReference(client, reference, context),
  };
}

function unreadIn(rows: readonly UnreadRow[], window: TimeWindow, source: string): UnreadRows | undefined {
  const label = { source, operation: 'conversations.list' };
  const unread = toUnreadRows(rows, window, { ...label, needed: 'an id and a date' });
  if (!unread || !rows.includes(overlooked)) return unread;
  const message = 'expected each page to go on where the one before ends; tickets may be left out';
  return { ...unread, because: new VendorError({ kind: 'wrong-answer', message, ...label }) };
}

async function list(
  client: LivechatClient,
  request: TimelineRequest<ConversationCriteria>,
  context: CallContext,
): Promise<Answer<TicketBatch>> {
  const { filter, order } = request;
  const now = Date.now();
  const tag = filter.tag === undefined ? undefined : await onlySpelling(client, filter.tag, context);
  const filters = toTicketFilters(filter, tag);
  const open =
    (query: TicketQuery): ReadPage =>
    (number, fresh = false) =>
      client.listTickets(query, number, fresh ? { ...context, bypassCache: true } : context);
  if (order.field === 'CREATED_AT') return listByCreation(request, filters, open, now);

  // The window sets no dates, as LiveChat need not count every change as an activity. Creations it does count.
  const days = filter.created ? daysOf(filter.created, now) : undefined;
  if (days === null)
    return { value: { rows: [], unreadRows: [], coveredTo: null, position: null }, fetchedAt: now };
  const dates = { date_from: days?.from, date_to: days?.to };
  return order.direction === 'DESC'
    ? listLatestChanges(request, open({ ...filters, ...dates, order: 'desc' }))
    : listOldestChanges(request, open({ ...filters, ...dates, order: 'asc' }));
}

/** Five letters and digits. */
const usualId = /^[a-z\d]{5}$/i;

async function findByReference(
  client: LivechatClient,
  reference: string,
  context: CallContext,
): Promise<Answer<Conversation | null>> {
  const pasted = reference.trim().replace(/^#/, '');
  if (pasted === '') return { value: null, fetchedAt: Date.now() };
  // Ticket ids are in capitals, which people do not always keep to.
  const id = usualId.test(pasted) ? pasted.toUpperCase() : pasted;
  const answer = await client.getTicket(id, null, context);
  return answer.value || id === id.toUpperCase() ? answer : client.getTicket(id.toUpperCase(), null, context);
}

function gone(source: string): VendorError {
  const message = 'LiveChat knows no such ticket';
  return new VendorError({ kind: 'not-found', message, source, operation: 'conversations.get' });
}
