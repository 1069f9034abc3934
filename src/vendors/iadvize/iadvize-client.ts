import type { Agent } from '../../contract/agent.ts';
import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { SatisfactionRating, Transaction } from '../../contract/conversation-aftermath.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { DirectoryAnswer } from '../../contract/directory-reader.ts';
import type { Website } from '../../contract/directory.ts';
import type { AgentReportRow } from '../../contract/report.ts';
import type { ReadCall, SourceTransport } from '../../transport/source-transport.ts';
import type { Day } from '../../vendor-kit/time-zone.ts';
import { readRows, toDirectoryAnswer, type ReadRows } from '../../vendor-kit/unread-rows.ts';
import {
  purchasesCall,
  surveysCall,
  type PurchaseQuery,
  type SurveyQuery,
} from './iadvize-client-aftermath.ts';
import { siteOperatorsCall } from './iadvize-client-site-operators.ts';
import { badResponse, noSuchChat } from './iadvize-errors.ts';
import { createLocalClock } from './iadvize-mapping-time.ts';
import { toAgent } from './iadvize-mapping-agent.ts';
import { toConversation, toUnreadChat } from './iadvize-mapping-conversation.ts';
import { toAgentReportRow } from './iadvize-mapping-report.ts';
import { toWebsite } from './iadvize-mapping-website.ts';
import type { IadvizeRows } from './iadvize-unread-rows.ts';
import { decodeList, decodeOne, type RecordKind } from './iadvize-wire-decoding.ts';
import { decodeTable, type TableKind } from './iadvize-wire-table.ts';
import { chats, operators, websites } from './iadvize-wire-kinds.ts';
import {
  operatorStatsSchema,
  type WireChat,
  type WireOperatorStats,
  type WireRecord,
} from './iadvize-wire.ts';

/** Which days are wanted, of whom. */
export interface StatsQuery {
  /** First and last day on the account's calendar, both inclusive. */
  readonly first: Day;
  readonly last: Day;
  /** Only what this operator did; undefined = all of them. */
  readonly operatorId: string | undefined;
  /** Whether all chats of these days are recorded. */
  readonly isFinished: boolean;
}

/** Which chats of the history are wanted. */
export interface HistoryQuery extends StatsQuery {
  /** Only chats of this client, by the account's own number; undefined = of all. */
  readonly customerExternalId: string | undefined;
}

/** The reads of API 1.7, one method each; the answers are cached as they are mapped. */
export interface IadvizeClient {
  getHistory(query: HistoryQuery, context: CallContext): Promise<Answer<IadvizeRows<Conversation>>>;
  /**
   * Fails with a `VendorError` of kind `not-found` when there is no such chat: were that kept as an answer, it would
   * stand in for a later failure.
   */
  getHistoryById(chatId: string, context: CallContext): Promise<Answer<Conversation>>;
  getClientOperatorList(context: CallContext): Promise<DirectoryAnswer<Agent>>;
  getClientWebsiteList(context: CallContext): Promise<DirectoryAnswer<Website>>;
  /** Operators of one site; null = iAdvize refuses to tell. */
  getWebsiteOperatorList(siteId: string, context: CallContext): Promise<Answer<readonly Agent[] | null>>;
  getSatisfaction(query: SurveyQuery, context: CallContext): Promise<Answer<IadvizeRows<SatisfactionRating>>>;
  getTransactions(query: PurchaseQuery, context: CallContext): Promise<Answer<IadvizeRows<Transaction>>>;
  /** Figures of every operator, or of one, over some days. */
  getStats(query: StatsQuery, context: CallContext): Promise<Answer<ReadRows<AgentReportRow>>>;
}

/** Paths are `{model}/{method}/`. */
type MethodPath = readonly [model: string, method: string];

/** What a client is made of. The zone is part of the cache's keys, as times are cached as moments. */
export interface IadvizeClientOptions {
  /** Name of the source. */
  readonly source: string;
  /** The source's own address. */
  readonly url: string;
  readonly timeZone: string;
  /** ISO 4217 code of amounts; null = not known. */
  readonly currency: string | null;
  readonly transport: SourceTransport;
}

/** Makes the client of a source. */
export function createIadvizeClient(options: IadvizeClientOptions): IadvizeClient {
  const { source, transport, url } = options;
  return {
    getHistory: (query, context) => transport.read(historyCall(query, options), context),
    getSatisfaction: (query, context) => transport.read(surveysCall(query, options), context),
    getTransactions: (query, context) => transport.read(purchasesCall(query, options), context),
    getHistoryById: (chatId, context) => transport.read(chatCall(chatId, options), context),
    getClientOperatorList: (context) =>
      listDirectory(
        {
          name: 'agents',
          path: ['operator', 'getClientOperatorList'],
          kind: operators,
          map: toAgent,
        },
        options,
        context,
      ),
    getClientWebsiteList: (context) =>
      listDirectory(
        {
          name: 'websites',
          path: ['website', 'getClientWebsiteList'],
          kind: websites,
          map: (website) => toWebsite(website, url),
        },
        options,
        context,
      ),
    getWebsiteOperatorList: (siteId, context) => transport.read(siteOperatorsCall(siteId, source), context),
    getStats: (query, context) => transport.read(statsCall(query, options), context),
  };
}

function statsCall(
  { first, last, operatorId, isFinished }: StatsQuery,
  { source, currency }: IadvizeClientOptions,
): ReadCall<ReadRows<AgentReportRow>> {
  const operation = 'reports.agents';
  return {
    operation,
    identity: [first, last, operatorId ?? null, currency],
    request: get(['operator_stats', 'getStats'], { sdate: first, edate: last, opid: operatorId }),
    numbers: 'as-texts',
    parse(reply) {
      const kind: TableKind = { expected: 'a table of figures', columns: ['id', 'chatcount'] };
      return readRows(
        (toRow) =>
          decodeTable(reply, { source, operation }, kind, (row) => toRow(operatorStatsSchema.parse(row))),
        (stats: WireOperatorStats) => toAgentReportRow(stats, currency),
        () => ({ createdAt: null }),
      );
    },
    freshness: isFinished ? 'pastReport' : 'report',
    tags: ['reports'],
    priority: 'list',
  };
}

function historyCall(
  { first, last, operatorId, customerExternalId, isFinished }: HistoryQuery,
  { source, timeZone }: IadvizeClientOptions,
): ReadCall<IadvizeRows<Conversation>> {
  const operation = 'conversations.list';
  return {
    operation,
    identity: [first, last, operatorId ?? null, customerExternalId ?? null, timeZone],
    request: get(['chat_history', 'getHistory'], {
      sdate: first,
      edate: last,
      opid: operatorId,
      extid: customerExternalId,
    }),
    async parse(reply) {
      const { rows: records } = await decodeList(reply, { source, operation }, chats);
      const clock = createLocalClock(timeZone);
      return readRows(
        (toRow) => reply.each(records, toRow),
        (record: WireRecord<WireChat>) => toConversation(record, clock, reply.fetchedAt),
        (record) => toUnreadChat(record, clock),
      );
    },
    freshness: isFinished ? 'pastDay' : 'list',
    tags: ['conversations'],
    priority: 'list',
  };
}

function chatCall(chatId: string, { source, timeZone }: IadvizeClientOptions): ReadCall<Conversation> {
  const operation = 'conversations.get';
  return {
    operation,
    identity: [chatId, timeZone],
    request: get(['chat_history', 'getHistoryByID'], { chatid: chatId }),
    async parse(reply) {
      const label = { source, operation };
      const record = await decodeOne(reply, label, chats);
      if (record === null) throw noSuchChat(label);
      if (!isSameId(record.value.id ?? '', chatId))
        throw badResponse(label, 'the chat asked for', 'another one');
      const chat = toConversation(record, createLocalClock(timeZone), reply.fetchedAt);
      if (!chat) throw badResponse(label, 'a chat with a time DD.MM.YYYY HH:MM', 'a time of another form');
      return chat;
    },
    freshness: 'closedConversation',
    // Chats never change, but for the names of operators in them.
    tags: ['conversations', `conversation:${chatId}`],
    priority: 'bulk',
  };
}

/** A list that is read as a whole, and what becomes of each record. */
interface DirectoryCall<Wire, T> {
  readonly name: 'agents' | 'websites';
  readonly path: MethodPath;
  readonly kind: RecordKind<Wire>;
  readonly map: (record: Wire) => T;
}

async function listDirectory<Wire, T>(
  { name, path, kind, map }: DirectoryCall<Wire, T>,
  { source, transport }: IadvizeClientOptions,
  context: CallContext,
): Promise<DirectoryAnswer<T>> {
  const label = { source, operation: `${name}.list` };
  const answer = await transport.read<ReadRows<T>>(
    {
      operation: label.operation,
      identity: null,
      request: get(path),
      async parse(reply) {
        const { rows, unread } = await decodeList(reply, label, kind);
        return { rows: await reply.each(rows, ({ value }) => map(value)), unread };
      },
      freshness: 'directory',
      tags: [name],
      priority: 'directory',
    },
    context,
  );
  return toDirectoryAnswer(answer, { ...label, needed: 'an id' });
}

/** Closing slash included. */
function get(path: MethodPath, query: Readonly<Record<string, string | undefined>> = {}) {
  return { method: 'GET', path: [...path, ''], query } as const;
}

/** An id may be asked for with leading zeros. */
function isSameId(one: string, other: string): boolean {
  return one.replace(/^0+/, '') === other.replace(/^0+/, '');
}
