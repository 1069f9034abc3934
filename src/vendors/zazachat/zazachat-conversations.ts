import type { CallContext } from '../../contract/call-context.ts';
import type { ConversationReader } from '../../contract/conversation-reader.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Message } from '../../contract/message.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { addDays, instantOf, type Day } from '../../vendor-kit/time-zone.ts';
import { orVendorError } from '../../vendor-kit/batch-entries.ts';
import type { ZazachatClient } from './zazachat-client.ts';
import { openDays, type DayParts, type Days } from './zazachat-days.ts';
import { fromKey, type ConversationAddress } from './zazachat-mapping-key.ts';
import type { Transcript } from './zazachat-mapping-transcript.ts';
import type { ZazachatSettings } from './zazachat-settings.ts';
import { listConversations } from './zazachat-timeline.ts';

/** What conversations are read with. */
export interface ConversationReaderParts extends Omit<DayParts, 'source' | 'timeZone'> {
  readonly settings: ZazachatSettings;
  readonly transport: Pick<SourceTransport, 'each'>;
}

/** Reads chats and tickets. */
export function createConversationReader({
  settings,
  transport,
  ...parts
}: ConversationReaderParts): ConversationReader {
  const { name: source, timeZone } = settings;
  const { client, neighbours } = parts;
  const open = (context: CallContext) => openDays({ ...parts, source, timeZone }, context);
  return {
    possible: { channel: ['CHAT', 'OTHER'] },
    lacksChangeTimes: true,
    filters: {
      status: 'gateway',
      channel: 'gateway',
      departmentKey: 'gateway',
      assigneeKey: 'never',
      customerEmail: 'gateway',
      customerExternalId: 'never',
      tag: 'never',
      search: 'gateway',
      assigned: 'gateway',
      created: 'gateway',
      updated: 'gateway',
    },
    list: (request, context) => listConversations(request, { settings, neighbours, days: open(context) }),
    get(references, context) {
      const days = open(context);
      return transport.each(references, context, ({ key }) => orVendorError(findConversation(key, days)));
    },
    messages(references, context) {
      const days = open(context);
      const read = (key: string) => readMessages(key, settings, client, days, context);
      return transport.each(references, context, ({ key }) => orVendorError(read(key)));
    },
  };
}

/**
 * A conversation by its key, in the newest version known; null = its day's list does not have it. Fails where the list
 * has rows that cannot be read: it may be one of them.
 */
export async function findConversation(key: string, days: Days): Promise<Conversation | null> {
  const address = fromKey(key);
  if (!address) return null;
  const kind = address.kind === 'chat' ? 'chats' : 'tickets';
  // The service may list it under a day beside its own.
  for (const aside of [0, -1, 1]) {
    const day = addDays(address.day, aside);
    const row = (await days[kind](day)).find((candidate) => candidate.key === key);
    if (row && kind === 'chats') return row;
    if (row) return (await days.newest([row], day))[0] ?? row;
    const unread = days.unread({ kind, day });
    if (unread) throw unread.because;
  }
  return null;
}

async function readMessages(
  key: string,
  { name: source, timeZone }: ZazachatSettings,
  client: ZazachatClient,
  days: Days,
  context: CallContext,
): Promise<readonly Message[]> {
  const address = fromKey(key);
  if (address?.kind === 'chat') return readTranscript(key, address, timeZone, client, days, context);
  const ticket = await findConversation(key, days);
  if (ticket?.messages) return ticket.messages;
  throw new VendorError({
    kind: 'not-found',
    message: 'the list of its day does not have this ticket',
    source,
    operation: 'GetDailyTickets',
  });
}

async function readTranscript(
  key: string,
  { id: visitorId, day }: ConversationAddress,
  timeZone: string,
  client: ZazachatClient,
  days: Days,
  context: CallContext,
): Promise<readonly Message[]> {
  const { value } = await client.transcript({ visitorId, day, key }, context);
  const [first, ...others] = value.messages;
  if (!first || !value.startedAt) return value.messages;
  // The prose has no date, and the session of a chat begun right before midnight may start right after it.
  const mayBeNextDay = value.startedAt.hour === 0;
  const chat = mayBeNextDay ? await orVendorError(findConversation(key, days)) : null;
  const createdAt = chat instanceof VendorError || !chat ? null : chat.createdAt;
  return [{ ...first, sentAt: startOf(value.startedAt, day, timeZone, createdAt) }, ...others];
}

const halfDay = 43_200_000;

function startOf(
  clock: NonNullable<Transcript['startedAt']>,
  day: Day,
  timeZone: string,
  createdAt: number | null,
): number | null {
  const startOn = (each: Day) => {
    const [year = 0, month = 0, date = 0] = each.split('-').map(Number);
    return instantOf({ year, month, day: date, ...clock, millisecond: 0 }, timeZone);
  };
  const start = startOn(day);
  const isNextDay = start !== null && createdAt !== null && start < createdAt - halfDay;
  return isNextDay ? startOn(addDays(day, 1)) : start;
}
