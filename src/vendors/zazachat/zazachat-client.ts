import type { Answer, CallContext } from '../../contract/call-context.ts';
import { changeTimeOf, type Conversation } from '../../contract/conversation.ts';
import type { Freshness, SourceTransport } from '../../transport/source-transport.ts';
import { endOfDay, type Day } from '../../vendor-kit/time-zone.ts';
import { readRows, type ReadRows } from '../../vendor-kit/unread-rows.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { textOf, type XmlElement } from '../../decoding/xml-element.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { isRefusal, textError } from './zazachat-errors.ts';
import { toChat } from './zazachat-mapping-chat.ts';
import { toInstant, toServiceDate } from './zazachat-mapping-date.ts';
import { toTicket } from './zazachat-mapping-ticket.ts';
import { toTranscript, type Transcript } from './zazachat-mapping-transcript.ts';
import { soapRequest } from './zazachat-request.ts';
import type { ZazachatSettings } from './zazachat-settings.ts';
import { TranscriptNamespace } from './zazachat-transcript-namespace.ts';
import { readTicket, readVisitor, recordOf } from './zazachat-wire.ts';
import { errorIn, named, rowsOf, soapResult, proseOf } from './zazachat-wire-soap.ts';

/** The methods of `enterprise.asmx`, documented at http://www.zazachat.com/kb/api-integration.aspx. */
export interface ZazachatClient {
  /** GetDailyChatters: the chats begun on a day. */
  chats(day: Day, context: CallContext): Promise<Answer<ReadRows<Conversation>>>;
  /** GetDailyTickets: the tickets created or changed on a day. */
  tickets(day: Day, context: CallContext): Promise<Answer<ReadRows<Conversation>>>;
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
  // Beside the day, all that the mapped values in the cache depend on.
  const account = [clientId, timeZone, [...preChat], [...customFieldNames]];
  const isSettled = (day: Day) => endOfDay(day, timeZone) + settledAfter < Date.now();
  const transcriptNamespace = new TranscriptNamespace(settings);

  const readDay = (method: string, day: Day, parse: ParseDay, context: CallContext) => {
    const label = { source, operation: method };
    return transport.read(
      {
        operation: method,
        identity: [day, account],
        request: soapRequest({ namespace, method, parameters: { sDate: toServiceDate(day) } }, label),
        parse: (reply) => parse(reply, label, settings),
        freshness: isSettled(day) ? 'pastDay' : 'list',
        tags: ['conversations'],
        priority: 'list',
        // Lists of other customers are made of the same days.
        oncePerRequest: true,
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
        identity: [visitorId, clientId, namespace],
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
    transcript: (chat, context) =>
      transcriptNamespace.read((namespaceOfMethod) => readTranscript(chat, namespaceOfMethod, context)),
  };
}

type ParseDay = (
  reply: UpstreamReply,
  label: CallLabel,
  settings: ZazachatSettings,
) => Promise<ReadRows<Conversation>>;

const parseChats: ParseDay = (reply, label, settings) =>
  conversationsIn(reply, 'Visitor', label, (row) => {
    const visitor = readVisitor(row);
    const origin = originOf(row, visitor?.chattime, reply, settings);
    return visitor && origin && toChat(visitor, origin, settings);
  });

const parseTickets: ParseDay = (reply, label, settings) =>
  conversationsIn(reply, 'Ticket', label, (row) => {
    const ticket = readTicket(row);
    const origin = originOf(row, ticket?.submissiondate, reply, settings);
    return ticket && origin && toTicket(ticket, origin, settings);
  });

async function conversationsIn(
  reply: UpstreamReply,
  element: string,
  label: CallLabel,
  toConversation: (row: XmlElement) => Conversation | null,
): Promise<ReadRows<Conversation>> {
  const elements = rowsOf(soapResult(reply, label), element, label);
  const { rows, unread } = await readRows(
    (map: (row: XmlElement) => Conversation | null) => reply.each(elements, map),
    toConversation,
    () => ({ createdAt: null }),
  );
  return { rows: onePerKey(rows), unread };
}

/** What tells a transcript from the few words of a refusal. */
const spoken = /\n|session|<br|^You\b/i;

async function parseTranscript(reply: UpstreamReply, label: CallLabel): Promise<Transcript> {
  const { element, text, status } = soapResult(reply, label);
  // What people wrote in a transcript may look like an error of the service.
  const transcript = element && named(element, 'transcript')[0];
  const error = element && !transcript ? errorIn(element) : null;
  if (error !== null) throw textError(error, status, label);
  const prose = transcript ? proseOf(transcript) : element ? textOf(element) : (text ?? '');
  if (!spoken.test(prose.trim()) && isRefusal(prose)) throw textError(prose, status, label);
  return toTranscript(prose);
}

/** null = the row has no readable date, and so no place in any list. */
function originOf(
  row: XmlElement,
  date: string | null | undefined,
  { fetchedAt }: UpstreamReply,
  { timeZone }: ZazachatSettings,
) {
  const createdAt = toInstant(date ?? '', timeZone);
  return createdAt === null ? null : { createdAt, fetchedAt, raw: recordOf(row) };
}

/** Keeps the latest of several records of one conversation. */
function onePerKey(rows: readonly Conversation[]): readonly Conversation[] {
  const byKey = new Map<string, Conversation>();
  for (const row of rows) {
    const known = byKey.get(row.key);
    if (!known || changeTimeOf(row) >= changeTimeOf(known)) byKey.set(row.key, row);
  }
  return [...byKey.values()];
}
