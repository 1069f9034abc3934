import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { ConversationCriteria, ConversationReader } from '../../contract/conversation-reader.ts';
import type { TimeWindow, TimelineBatch, TimelineRequest } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { IadvizeClient } from './iadvize-client.ts';
import {
  coveredTo,
  dayWalk,
  isFinished,
  rangeAfter,
  rangeAt,
  shorterRange,
  toPosition,
  type DayRange,
  type DayWalk,
} from './iadvize-resolvers-days.ts';

/** What reading chats takes. */
export interface ChatSource {
  readonly name: string;
  readonly client: IadvizeClient;
  readonly timeZone: string;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Reads the chats of an account. A chat's one record holds all of it, its lines included. */
export function createConversationReader(source: ChatSource): ConversationReader {
  const { client } = source;
  const get: ConversationReader['get'] = (references, context) =>
    Promise.all(references.map(({ key }) => valueOrError(client.getHistoryById(key, context))));
  return {
    possible: { status: ['CLOSED'], channel: ['CHAT'] },
    filters: {
      status: 'gateway',
      channel: 'gateway',
      departmentKey: 'gateway',
      assigneeKey: 'vendor',
      customerEmail: 'unsupported',
      tag: 'never',
      search: 'gateway',
      assigned: 'gateway',
      created: 'vendor',
      updated: 'vendor',
    },
    list: (request, context) => listChats(source, request, context),
    get,
    async messages(references, context) {
      const conversations = await get(references, context);
      return conversations.map((conversation) => messagesOf(conversation, source.name));
    },
    async findByReference(reference, context) {
      const chatId = reference.trim();
      if (!/^\d{1,30}$/.test(chatId)) return { value: null, fetchedAt: source.now() };
      return client.getHistoryById(chatId, context);
    },
  };
}

/** The value of an answer, or the vendor's failure in its place. Anything else is thrown. */
export async function valueOrError<T>(answer: Promise<Answer<T>>): Promise<T | VendorError> {
  try {
    return (await answer).value;
  } catch (error) {
    if (error instanceof VendorError) return error;
    throw error;
  }
}

async function listChats(
  source: ChatSource,
  request: TimelineRequest<ConversationCriteria>,
  context: CallContext,
): Promise<Answer<TimelineBatch<Conversation>>> {
  const { timeZone, now } = source;
  const { filter, order, limit, position } = request;
  const window = windowOf(request);
  const walk = dayWalk(window, order.direction === 'DESC', { timeZone, now: now() });
  if (!walk) return { value: { rows: [], coveredTo: null, position: null }, fetchedAt: now() };
  const { range, answer } = await readRange(
    source,
    walk,
    rangeAt(walk, position),
    filter.assigneeKey,
    context,
  );
  const found = answer.value.filter(
    ({ assignee }) => !filter.assigneeKey || assignee?.key === filter.assigneeKey,
  );
  const value = {
    rows: found.filter(({ createdAt }) => createdAt >= window.from && createdAt < window.to),
    coveredTo: coveredTo(walk, range, timeZone),
    position: toPosition(rangeAfter(walk, range, found.length, limit)),
  };
  return { ...answer, value };
}

/** iAdvize tells no time of change: both orders, and both spans of the filter, go by the time of creation. */
function windowOf({ window, filter }: TimelineRequest<ConversationCriteria>): TimeWindow {
  const spans = [window, filter.created, filter.updated].filter((span) => span !== undefined);
  return {
    from: Math.max(...spans.map(({ from }) => from)),
    to: Math.min(...spans.map(({ to }) => to)),
  };
}

/** Reads a range of days; should its answer be too much for the vendor or for us, the nearest day of it alone. */
async function readRange(
  { client }: ChatSource,
  walk: DayWalk,
  range: DayRange,
  operatorId: string | undefined,
  context: CallContext,
): Promise<{ range: DayRange; answer: Answer<readonly Conversation[]> }> {
  const read = (days: DayRange) =>
    client.getHistory({ ...days, operatorId, isFinished: isFinished(walk, days) }, context);
  try {
    return { range, answer: await read(range) };
  } catch (error) {
    const shorter = shorterRange(walk, range);
    if (!shorter || !(error instanceof VendorError) || error.kind !== 'bad-response') throw error;
    return { range: shorter, answer: await read(shorter) };
  }
}

function messagesOf(conversation: Conversation | VendorError | null, source: string) {
  if (conversation instanceof VendorError) return conversation;
  if (conversation) return conversation.messages ?? [];
  return new VendorError({
    kind: 'not-found',
    message: 'expected a chat, got the answer that there is none',
    source,
    operation: 'conversations.messages',
  });
}
