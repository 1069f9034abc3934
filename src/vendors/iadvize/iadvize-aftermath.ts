import type { Answer, CallContext } from '../../contract/call-context.ts';
import type {
  Aftermath,
  AftermathReader,
  ConversationMoment,
  SatisfactionRating,
  SatisfactionReader,
  TransactionReader,
} from '../../contract/conversation-aftermath.ts';
import { nameKey } from '../../contract/name-key.ts';
import { contains } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { NeighbourDays, type DaySpan } from '../../vendor-kit/neighbour-days.ts';
import { addDays, dayOf } from '../../vendor-kit/time-zone.ts';
import { unreadError } from '../../vendor-kit/unread-rows.ts';
import { valueOrError } from '../../vendor-kit/batch-entries.ts';
import { readDayKey } from './iadvize-mapping-aftermath.ts';
import { OpeningRange } from './iadvize-opening-range.ts';
import type { ChatSource } from './iadvize-conversations.ts';
import { listDays, type DayMemory, type DayQuery } from './iadvize-day-lists.ts';
import { unreadReason, type IadvizeRows } from './iadvize-unread-rows.ts';
import { firstOpenDay, rangesAfter, spanAfter } from './iadvize-days.ts';

type ReadDays<Row> = (days: DayQuery, context: CallContext) => Promise<Answer<IadvizeRows<Row>>>;

const ratings = 'satisfactionRatings.list';
const purchases = 'transactions.list';

/** Reads the surveys of an account. */
export function createSatisfactionReader(source: ChatSource): SatisfactionReader {
  const { client } = source;
  const memory = { opening: new OpeningRange(), neighbours: new NeighbourDays(source.timeZone) };
  return {
    filters: { agentKey: 'vendor' },
    async list(request, context) {
      const { agentKey } = request.filter;
      const answer = await listDays<SatisfactionRating>(
        source,
        { ...request, context },
        {
          ...memory,
          operation: ratings,
          filter: agentKey,
          read: (days, within) => client.getSatisfaction({ ...days, operatorId: agentKey }, within),
          accepts: () => true,
        },
      );
      if (agentKey === undefined || answer.value.rows.length === 0) return answer;
      // A survey gives only a name, but all of these were asked for by the operator's id.
      const agent = { key: agentKey, vendorId: agentKey };
      const isOthers = await othersNames(agentKey, client, context);
      const rows = answer.value.rows.filter(({ agentName }) => !isOthers(agentName ?? ''));
      return { ...answer, value: { ...answer.value, rows: rows.map((row) => ({ ...row, agent })) } };
    },
    ...byDay(source, ratings, memory, (days, context) =>
      client.getSatisfaction({ ...days, operatorId: undefined }, context),
    ),
  };
}

/**
 * Tells names that only other operators have, as an account may overlook that one operator was asked for. Where nobody
 * tells who the operators are, none is known.
 */
async function othersNames(
  agentKey: string,
  client: ChatSource['client'],
  context: CallContext,
): Promise<(name: string) => boolean> {
  const operators = await valueOrError(client.getClientOperatorList(context));
  if (operators instanceof VendorError) return () => false;
  const namesOf = (isWanted: boolean) =>
    new Set(
      operators
        .filter(({ key }) => (key === agentKey) === isWanted)
        .flatMap(({ name, nickname }) => [name ?? '', nickname ?? ''].map(nameKey)),
    );
  const [own, others] = [namesOf(true), namesOf(false)];
  return (name) => name !== '' && others.has(nameKey(name)) && !own.has(nameKey(name));
}

/** Reads the purchases of an account. */
export function createTransactionReader(source: ChatSource): TransactionReader {
  const { client } = source;
  const memory = { opening: new OpeningRange(), neighbours: new NeighbourDays(source.timeZone) };
  return {
    filters: { afterChat: 'gateway' },
    list(request, context) {
      const { afterChat } = request.filter;
      return listDays(
        source,
        { ...request, context },
        {
          ...memory,
          operation: purchases,
          filter: afterChat === undefined ? undefined : String(afterChat),
          read: (days, within) => client.getTransactions({ ...days, chatted: afterChat === true }, within),
          accepts: ({ conversation }) => afterChat === undefined || (conversation !== null) === afterChat,
        },
      );
    },
    ...byDay(source, purchases, memory, (days, context) =>
      client.getTransactions({ ...days, chatted: false }, context),
    ),
  };
}

/** Reads rows by the day in their keys, or by the chat before them. */
function byDay<Row extends Aftermath>(
  source: ChatSource,
  operation: string,
  { neighbours }: DayMemory,
  read: ReadDays<Row>,
): Pick<AftermathReader<Row, unknown>, 'get' | 'ofConversations'> {
  const { name, timeZone, now } = source;
  const unreadable = () => unreadError(unreadReason({ source: name, operation }));
  const readerOf = (context: CallContext) => {
    const ranges = new Map<string, Promise<IadvizeRows<Row> | VendorError>>();
    const openDay = firstOpenDay(timeZone, now());
    return ({ first, last }: DaySpan) => {
      const range = `${first}/${last}`;
      const rows =
        ranges.get(range) ?? valueOrError(read({ first, last, isFinished: last < openDay }, context));
      ranges.set(range, rows);
      return rows;
    };
  };
  return {
    async get(keys, context) {
      const rowsIn = readerOf(context);
      return Promise.all(
        keys.map(async (key) => {
          const { day, id } = readDayKey(key) ?? {};
          if (day === undefined) return null;
          // The account may list the row under a day beside its own.
          for (const aside of [0, 1]) {
            const answer = await rowsIn({ first: addDays(day, -aside), last: addDays(day, aside) });
            if (answer instanceof VendorError) return answer;
            const found = answer.rows.find((row) => row.key === key);
            if (found) return found;
            if (answer.unread.some((row) => row.id === id)) return unreadable();
          }
          return null;
        }),
      );
    },
    async ofConversations(conversations, context) {
      const rowsIn = readerOf(context);
      const rangeOf = rangesFor(source, conversations);
      return Promise.all(
        conversations.map(async (conversation, index) => {
          const answer = await rowsIn(neighbours.around(rangeOf[index]!));
          if (answer instanceof VendorError) return answer;
          if (answer.unread.some(isOf(conversation))) return unreadable();
          return rowsOf(conversation, answer.rows, timeZone);
        }),
      );
    },
  };
}

function rangesFor(
  { timeZone, now }: ChatSource,
  conversations: readonly ConversationMoment[],
): readonly DaySpan[] {
  const days = conversations.map(({ createdAt }) => dayOf(createdAt, timeZone));
  return rangesAfter(days, dayOf(now(), timeZone));
}

function isOf({ key }: ConversationMoment) {
  return ({ conversation }: Pick<Aftermath, 'conversation'>): boolean => conversation?.key === key;
}

/**
 * Oldest first. Other chats of the page may have made the range longer, but what a chat has must not depend on them.
 */
function rowsOf<Row extends Aftermath>(
  conversation: ConversationMoment,
  rows: readonly Row[],
  timeZone: string,
): readonly Row[] {
  const span = spanAfter(dayOf(conversation.createdAt, timeZone), timeZone);
  return rows
    .filter(isOf(conversation))
    .filter(({ createdAt }) => contains(span, createdAt))
    .sort((one, other) => one.createdAt - other.createdAt || byCountedId(one.vendorId, other.vendorId));
}

/** Times are whole minutes; within a minute, the ids, which count up, show what came first. */
function byCountedId(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1);
}
