import type { Message } from '../../contract/message.ts';

/** A time of day. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A chat's transcript, taken apart. */
export interface Transcript {
  /** Oldest first, all without a time: the prose says only when the first one was sent. */
  readonly messages: readonly Message[];
  readonly startedAt: ClockTime | null;
  /** Whether the end marker came; without it the chat may still be going on. */
  readonly ended: boolean;
}

interface Line {
  readonly role: 'AGENT' | 'CUSTOMER' | 'SYSTEM';
  readonly name: string | null;
  readonly body: string;
}

/** Names that are remembered: agents of one chat, and not what somebody writes that looks like their announcement. */
const mostNames = 40;
const endMarker = /-Session_Ended-\s*$/i;
const connected = /\bYou['\u2019]re now chatting with\s+(\S.*)$/i;
const systemLine =
  /^(Chat session started at\b|You['\u2019]re (now chatting with|being connected)\b|Your chat session has been\b)/i;
const startTime = /Chat session started at\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP])?\.?M?/i;

/**
 * Reads a transcript, which is prose seen from the visitor's side: `You:` is the customer, `Name:` an agent whom a
 * line `You're now chatting with Name` announced. Any other line continues what was said above it, or is the
 * software's where nobody has spoken yet.
 */
export function toTranscript(prose: string): Transcript {
  const spoken: Line[] = [];
  const names = new Set<string>();
  let ended = false;
  for (const text of linesOf(prose.trim())) {
    const isEnd = endMarker.test(text);
    ended ||= isEnd;
    addLine(spoken, names, text.replace(endMarker, ''), isEnd);
  }
  return { messages: spoken.map(toMessage), startedAt: toClockTime(prose), ended };
}

/** Where there is but one line, its breaks may be those of a page. */
function linesOf(prose: string): readonly string[] {
  const lines = prose.split(/\r\n|\r|\n/);
  return lines.length > 1 ? lines : prose.split(/<br\s*\/?>/i);
}

function addLine(lines: Line[], names: Set<string>, text: string, isEnd: boolean): void {
  const trimmed = text.trim();
  const isOfSystem = systemLine.test(trimmed);
  // Several sentences of the software may share a line.
  const announced = isOfSystem ? connected.exec(trimmed)?.[1] : undefined;
  if (announced && names.size < mostNames)
    for (const name of [announced, announced.replace(/(?<![.!])[.!]+$/, '')]) names.add(name);
  const said = isOfSystem ? null : toSpokenLine(trimmed, names);
  const above = lines.at(-1);
  if (said) lines.push(said);
  else if (above && above.role !== 'SYSTEM' && !isEnd && !isOfSystem) {
    lines[lines.length - 1] = { ...above, body: `${above.body}\n${text.trimEnd()}` };
  } else if (trimmed !== '') lines.push({ role: 'SYSTEM', name: null, body: trimmed });
}

function toSpokenLine(text: string, names: ReadonlySet<string>): Line | null {
  if (text.startsWith('You:')) return { role: 'CUSTOMER', name: null, body: text.slice(4).trim() };
  for (const name of names) {
    if (text.startsWith(`${name}:`)) return { role: 'AGENT', name, body: text.slice(name.length + 1).trim() };
  }
  return null;
}

function toMessage({ role, name, body }: Line, index: number): Message {
  return {
    key: String(index),
    vendorId: null,
    kind: role === 'SYSTEM' ? 'SYSTEM' : 'MESSAGE',
    vendorKind: null,
    internal: false,
    authorRole: role,
    authorName: name,
    ...(role === 'CUSTOMER' ? {} : { author: null }),
    sentAt: null,
    body: body.trimEnd(),
    bodyFormat: 'text',
    attachments: [],
  };
}

function toClockTime(prose: string): ClockTime | null {
  const [, hours, minute, second = '0', half] = startTime.exec(prose) ?? [];
  if (hours === undefined) return null;
  const hour = half ? (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0) : Number(hours);
  return { hour, minute: Number(minute), second: Number(second) };
}
