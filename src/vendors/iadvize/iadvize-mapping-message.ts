import { valueOfCode } from '../../contract/code-table.ts';
import type { Instant } from '../../contract/instant.ts';
import type { AuthorRole, Message, MessageKind } from '../../contract/message.ts';
import { formatOf } from '../../vendor-kit/text-format.ts';
import { addDays } from '../../vendor-kit/time-zone.ts';
import { toSecondOfDay, type LocalClock, type LocalTime } from './iadvize-mapping-time.ts';
import { toAgentReference } from './iadvize-mapping-agent.ts';
import type { WireChat, WireChatLine } from './iadvize-wire.ts';

const hour = 3600;
const day = 24 * hour;

/** What a line's `from` says. `internal`: only what visitor and operator wrote is shown to the visitor. */
const senders: Readonly<Record<string, { kind: MessageKind; authorRole: AuthorRole; internal: boolean }>> = {
  alert: { kind: 'SYSTEM', authorRole: 'SYSTEM', internal: true },
  navigation: { kind: 'NAVIGATION', authorRole: 'CUSTOMER', internal: true },
  operator: { kind: 'MESSAGE', authorRole: 'AGENT', internal: false },
  visitor: { kind: 'MESSAGE', authorRole: 'CUSTOMER', internal: false },
};

const unknownSender = { kind: 'OTHER', authorRole: 'UNKNOWN', internal: true } as const;

/** The lines of a chat in the order they came. `start` is the chat's own time, as lines have no date. */
export function toMessages(chat: WireChat, start: LocalTime, clock: LocalClock): readonly Message[] {
  const moments = momentsOf(datesOf(chat.history, start), clock);
  return chat.history.map((line, index) => toMessage(chat, line, index, moments[index] ?? null));
}

/** Whether a line is something the visitor wrote. */
export function isFromVisitor({ from }: WireChatLine): boolean {
  return from?.toLowerCase() === 'visitor';
}

function toMessage(
  chat: WireChat,
  { from, msg }: WireChatLine,
  index: number,
  sentAt: Instant | null,
): Message {
  const { kind, authorRole, internal } = valueOfCode(senders, from?.toLowerCase()) ?? unknownSender;
  const agent = authorRole === 'AGENT' ? toAgentReference(chat) : null;
  return {
    key: String(index),
    vendorId: null,
    kind,
    vendorKind: from,
    internal,
    authorRole,
    authorName: authorRole === 'AGENT' ? chat.opname : null,
    ...(authorRole === 'CUSTOMER' ? {} : { author: agent && { type: 'Agent', agent } }),
    sentAt,
    body: msg,
    bodyFormat: kind === 'MESSAGE' ? formatOf(msg) : 'text',
    attachments: [],
  };
}

/**
 * Gives the lines their days, from the chat's start on: a step back means midnight, unless it is so small that lines
 * merely came out of order (or the clocks were set back). What the visitor did before the chat began may lie on the
 * day before. Lines are never sorted: within a minute, only their order shows what followed what.
 */
function datesOf(lines: readonly WireChatLine[], start: LocalTime): readonly (LocalTime | null)[] {
  let last = start;
  let slack = 12 * hour;
  return lines.map(({ time }) => {
    const second = toSecondOfDay(time);
    if (second === null) return null;
    const step = second - last.second;
    const days = step < -slack ? 1 : step > day - slack ? -1 : 0;
    last = { day: days === 0 ? last.day : addDays(last.day, days), second };
    slack = 2 * hour;
    return last;
  });
}

/** Where the clocks are set back, a line's time occurs twice: it is the second one as soon as the first has passed. */
function momentsOf(times: readonly (LocalTime | null)[], clock: LocalClock): readonly (Instant | null)[] {
  let latest = -Infinity;
  return times.map((time) => {
    const moment = time && clock(time, latest);
    if (moment !== null) latest = Math.max(latest, moment);
    return moment;
  });
}
