import { fullName } from '../desk-people.ts';
import type { WorldConversation, WorldEntry } from '../world/world.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { idAt, optional } from './liveagent-call.ts';
import { readDateTime, writeDateTime } from './liveagent-dates.ts';
import type { MessageGroup } from './liveagent-message-groups.ts';
import { messageGroups } from './liveagent-message-groups.ts';
import { requireConversation, systemUserId } from './liveagent-people.ts';
import type { LiveAgentState } from './liveagent-state.ts';
import { attachmentId } from './liveagent-attachment-id.ts';

type MessageRow = Readonly<Record<'datecreated' | 'message' | 'messageid' | 'rtype' | 'userid', string>>;

const kindCodes: Readonly<Record<WorldEntry['kind'], string>> = {
  close: 'E',
  message: 'M',
  navigation: 'U',
  note: 'N',
  rating: 'P',
  status: 'J',
  tag: 'G',
  transfer: 'R',
};

function userIdOf(state: LiveAgentState, entry: WorldEntry): string {
  if (entry.author.type === 'system') return systemUserId;
  if (entry.author.type === 'agent') return entry.author.id;
  return state.customersById.get(entry.author.id)?.userId ?? entry.author.id;
}

function wordsOf(state: LiveAgentState, conversation: WorldConversation, entry: WorldEntry): string {
  if (entry.kind === 'rating') return conversation.rating?.comment ?? '';
  if (entry.kind !== 'transfer') return entry.text;
  const agent = state.agentsById.get(entry.text);
  return `Transferred to ${agent ? fullName(agent) : entry.text}`;
}

/** One entry's messages: what was said, and one message for each file, a grid of names and values as JSON. */
function messagesOf(state: LiveAgentState, conversation: WorldConversation, entry: WorldEntry): MessageRow[] {
  const common = {
    userid: userIdOf(state, entry),
    datecreated: writeDateTime(entry.at, state.desk.timeZone),
  };
  const code = entry.kind === 'rating' && entry.text === 'bad' ? 'W' : kindCodes[entry.kind];
  const files = entry.attachments.map(({ name, mimeType, size }) => ({
    messageid: attachmentId(entry.id, name).slice(0, 8),
    ...common,
    rtype: 'F',
    message: JSON.stringify([
      ['name', 'value'],
      ['fileid', attachmentId(entry.id, name)],
      ['filename', name],
      ['filesize', String(size)],
      ['filetype', mimeType],
    ]),
  }));
  const said = { messageid: entry.id, ...common, rtype: code, message: wordsOf(state, conversation, entry) };
  return [said, ...files];
}

function groupRow(
  state: LiveAgentState,
  conversation: WorldConversation,
  { type, entries }: MessageGroup,
): LiveAgentAnswer[] {
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return [];
  return [
    {
      userid: userIdOf(state, first),
      rtype: type,
      rstatus: 'V',
      datecreated: writeDateTime(first.at, state.desk.timeZone),
      datefinished: writeDateTime(last.at, state.desk.timeZone),
      messages: entries.flatMap((entry) => messagesOf(state, conversation, entry)),
    },
  ];
}

/** GET conversations/[conversationid]/messages; `datefrom` and `dateto` are an ordinary range. */
export function listMessages(call: LiveAgentCall): LiveAgentAnswer {
  const { state } = call;
  const conversation = requireConversation(state, idAt(call));
  const from = optional(call, 'datefrom');
  const to = optional(call, 'dateto');
  const start = from === undefined ? -Infinity : readDateTime(from, state.desk.timeZone);
  const end = to === undefined ? Infinity : readDateTime(to, state.desk.timeZone, 'end') + 999;
  const groups = messageGroups(conversation).map((group) => ({
    ...group,
    entries: group.entries.filter(({ at }) => at >= start && at <= end),
  }));
  return { groups: groups.flatMap((group) => groupRow(state, conversation, group)) };
}
