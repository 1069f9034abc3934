import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { ConversationCriteria, ConversationReader } from '../../contract/conversation-reader.ts';
import type { TimeWindow, TimelineBatch, TimelineRequest } from '../../contract/timeline.ts';
import { isNotFound, VendorError } from '../../contract/vendor-error.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { foundOrError } from '../../vendor-kit/batch-entries.ts';
import { NeighbourDays } from '../../vendor-kit/neighbour-days.ts';
import type { IadvizeClient } from './iadvize-client.ts';
import { noSuchChat } from './iadvize-errors.ts';
import { OpeningRange } from './iadvize-opening-range.ts';
import { listDays, type DayMemory } from './iadvize-day-lists.ts';

/** What reading chats takes. */
export interface ChatSource {
  readonly name: string;
  readonly client: IadvizeClient;
  readonly transport: Pick<SourceTransport, 'each'>;
  readonly timeZone: string;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Reads the chats of an account. A chat's record holds all of it, its lines included. */
export function createConversationReader(source: ChatSource): ConversationReader {
  const { client, transport } = source;
  const memory = { opening: new OpeningRange(), neighbours: new NeighbourDays(source.timeZone) };
  const get: ConversationReader['get'] = (references, context) =>
    transport.each(references, context, ({ key }) => foundOrError(client.getHistoryById(key, context)));
  return {
    possible: { status: ['CLOSED'], channel: ['CHAT'] },
    lacksChangeTimes: true,
    filters: {
      status: 'gateway',
      channel: 'gateway',
      departmentKey: 'gateway',
      assigneeKey: 'vendor',
      customerEmail: 'unsupported',
      customerExternalId: 'vendor',
      tag: 'never',
      search: 'gateway',
      assigned: 'gateway',
      created: 'vendor',
      updated: 'vendor',
    },
    list: (request, context) => listChats(source, memory, request, context),
    get,
    async messages(references, context) {
      const conversations = await get(references, context);
      return conversations.map((conversation) => messagesOf(conversation, source.name));
    },
    async findByReference(reference, context) {
      const chatId = reference.trim();
      const none = { value: null, fetchedAt: source.now() };
      if (!/^\d{1,30}$/.test(chatId)) return none;
      return client.getHistoryById(chatId, context).catch((error: unknown) => {
        if (isNotFound(error)) return none;
        throw error;
      });
    },
  };
}

async function listChats(
  source: ChatSource,
  memory: DayMemory,
  request: TimelineRequest<ConversationCriteria>,
  context: CallContext,
): Promise<Answer<TimelineBatch<Conversation>>> {
  const { assigneeKey: operatorId, customerExternalId } = request.filter;
  return listDays(
    source,
    { ...request, window: windowOf(request), context },
    {
      ...memory,
      operation: 'conversations.list',
      filter: filterOf(request.filter),
      read: (days, within) => source.client.getHistory({ ...days, operatorId, customerExternalId }, within),
      accepts: ({ assignee, customer }) =>
        (operatorId === undefined || assignee?.key === operatorId) &&
        (customerExternalId === undefined || customer?.externalId === customerExternalId),
    },
  );
}

/** What iAdvize is asked for but the days. */
function filterOf({ assigneeKey, customerExternalId }: ConversationCriteria): string | undefined {
  if (customerExternalId === undefined) return assigneeKey;
  return JSON.stringify([assigneeKey ?? null, customerExternalId]);
}

/** iAdvize has no time of change: both orders, and both spans of the filter, go by the time of creation. */
function windowOf({ window, filter }: TimelineRequest<ConversationCriteria>): TimeWindow {
  const spans = [window, filter.created, filter.updated].filter((span) => span !== undefined);
  return {
    from: Math.max(...spans.map(({ from }) => from)),
    to: Math.min(...spans.map(({ to }) => to)),
  };
}

function messagesOf(conversation: Conversation | VendorError | null, source: string) {
  if (conversation instanceof VendorError) return conversation;
  if (conversation) return conversation.messages ?? [];
  return noSuchChat({ source, operation: 'conversations.messages' });
}
