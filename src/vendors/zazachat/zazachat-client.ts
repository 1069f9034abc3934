import type { Answer, CallContext } from '../../contract/call-context.ts';
import { changeTimeOf, type Conversation } from '../../contract/conversation.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { Freshness, SourceTransport } from '../../transport/source-transport.ts';
import { addDays, startOfDay, type Day } from '../../transport/time-zone.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { textOf, type XmlElement } from '../../transport/xml-element.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { badResponse, isRefusal, textError } from './zazachat-errors.ts';
import { toChat } from './zazachat-mapping-chat.ts';
import { toInstant, toServiceDate } from './zazachat-mapping-date.ts';
import { toTicket } from './zazachat-mapping-ticket.ts';
import { toTranscript, type Transcript } from './zazachat-mapping-transcript.ts';
import { soapRequest } from './zazachat-request.ts';
import type { ZazachatSettings } from './zazachat-settings.ts';
import { readTicket, readVisitor, recordOf } from './zazachat-wire.ts';
import { rowsOf, soapResult } from './zazachat-wire-soap.ts';

/** The methods of `enterprise.asmx`, documented at http://www.zazachat.com/kb/api-integration.aspx. */
export interface ZazachatClient {
  /** GetDailyChatters: the chats begun on a day. */
  chats(day: Day, context: CallContext): Promise<Answer<readonly Conversation[]>>;
  /** GetDailyTickets: the tickets created or changed on a day. */
  tickets(day: Day, context: CallContext): Promise<Answer<readonly Conversation[]>>;
  /** GetChatTranscript: what was said in a chat; `day` is the chat's. */
  transcript(chat: ChatAddress, context: CallContext): Promise<Answer<Transcript>>;
}

/** Names a chat. */
export interface ChatAddress {
  readonly visitorId: string;
  readonly day: Day;
  /** The conversation's key. */
  readonly key: string;
}

const hour = 3_600_000;
/** A day's list counts as final this long after the day's end: tickets and chats may be written late. */
const settledAfter = 6 * hour;

/** Makes the client of one account. */
export function createZazachatClient(settings: ZazachatSettings, transport: SourceTransport): ZazachatClient {
  const { name: source, clientId, timeZone, preChat, customFieldNames, namespace } = settings;
  // All that the cached, mapped values depend on.
  const account = [clientId, timeZone, [...preChat], [...customFieldNames]];
  const isSettled = (day: Day) => startOfDay(addDays(day, 1), timeZone) + settledAfter < Date.now();
  let transcriptNamespace = settings.transcriptNamespace ?? namespace;

  const readDay = (method: string, day: Day, parse: ReadRows, context: CallContext) => {
    const label = { source, operation: method };
    return transport.read(
      {
        operation: method,
        identity: [day, account],
        request: soapRequest({ namespace, method, parameters: { sDate: toServiceDate(day) } }, label),
        parse: (reply) => parse(reply, day, label, settings),
        freshness: isSettled(day) ? 'pastDay' : 'list',
        tags: ['conversations'],
        priority: 'list',
      },
      context,
    );
  };

  const readTranscript = (chat: ChatAddress, namespace: string, context: CallContext) => {
    const { visitorId, day, key } = chat;
    const method = 'GetChatTranscript';
    const label = { source, operation: method };
    const call = { namespace, method, parameters: { VisitorID: visitorId } };
    return transport.read<Transcript>(
      {
        operation: method,
        identity: [visitorId, clientId],
        request: soapRequest(call, label),
        parse: (reply) => parseTranscript(reply, label),
        freshness: ({ ended }): Freshness =>
          isSettled(day) ? 'pastDay' : ended ? 'closedConversation' : 'conversation',
        tags: [`conversation:${key}`],
        priority: 'bulk',
      },
      context,
    );
  };

  return {
    chats: (day, context) => readDay('GetDailyChatters', day, parseChats, context),
    tickets: (day, context) => readDay('GetDailyTickets', day, parseTickets, context),
    async transcript(chat, context) {
      const tried = transcriptNamespace;
      try {
        return await readTranscript(chat, tried, context);
      } catch (error) {
        // The document's sample of this one method has a second slash; most likely, but not surely, a slip.
        const other = `${namespace}/`;
        const isUnknown = error instanceof VendorError && error.kind === 'unsupported';
        if (!isUnknown || settings.transcriptNamespace || tried === other) throw error;
        transcriptNamespace = other;
        return readTranscript(chat, other, context);
      }
    },
  };
}

type ReadRows = (
  reply: UpstreamReply,
  day: Day,
  label: CallLabel,
  settings: ZazachatSettings,
) => Promise<readonly Conversation[]>;

const parseChats: ReadRows = async (reply, day, label, settings) => {
  const rows = rowsOf(soapResult(reply, label), 'Visitor', label);
  const chats = await reply.each(rows, (row) => {
    const visitor = readVisitor(row, label);
    const origin = originOf(row, 'ChatTime', visitor.chattime, reply, label, settings);
    return toChat(visitor, day, origin, settings);
  });
  return onePerKey(chats);
};

const parseTickets: ReadRows = async (reply, _day, label, settings) => {
  const rows = rowsOf(soapResult(reply, label), 'Ticket', label);
  const tickets = await reply.each(rows, (row) => {
    const ticket = readTicket(row, label);
    const origin = originOf(row, 'SubmissionDate', ticket.submissiondate, reply, label, settings);
    return toTicket(ticket, origin, settings);
  });
  return onePerKey(tickets);
};

async function parseTranscript(reply: UpstreamReply, label: CallLabel): Promise<Transcript> {
  const { element, text, status } = soapResult(reply, label);
  const prose = element ? textOf(element) : (text ?? '');
  if (!/\n|session/i.test(prose.trim()) && isRefusal(prose)) throw textError(prose, status, label);
  return toTranscript(prose);
}

/** A row without a readable date has no place in any list: left out silently it would be lost. */
function originOf(
  row: XmlElement,
  field: string,
  text: string | null,
  { fetchedAt, status }: UpstreamReply,
  label: CallLabel,
  { timeZone }: ZazachatSettings,
) {
  const createdAt = toInstant(text ?? '', timeZone);
  if (createdAt === null) {
    const got = text === null ? 'none' : 'one of another form or of a day that does not exist';
    throw badResponse(`expected ${field} such as 13 Jul 2010 14:33:33:013, got ${got}`, status, label);
  }
  return { createdAt, fetchedAt, raw: recordOf(row) };
}

/** Of several records of one conversation the latest. */
function onePerKey(rows: readonly Conversation[]): readonly Conversation[] {
  const byKey = new Map<string, Conversation>();
  for (const row of rows) {
    const known = byKey.get(row.key);
    if (!known || changeTimeOf(row) >= changeTimeOf(known)) byKey.set(row.key, row);
  }
  return [...byKey.values()];
}
