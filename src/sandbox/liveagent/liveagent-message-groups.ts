import type { WorldConversation, WorldEntry } from '../world/world.ts';

/** Some entries that the vendor shows as one block. */
export interface MessageGroup {
  readonly type: string;
  /** Whether it counts as incoming, outgoing or neither. */
  readonly side: 'in' | 'none' | 'out';
  readonly entries: WorldEntry[];
}

const statusTypes: Readonly<Record<string, string>> = {
  resolved: 'R',
  closed: 'R',
  postponed: 'J',
  pending: 'J',
  spam: 'B',
};

const liveTypes: Readonly<Partial<Record<WorldConversation['channel'], string>>> = {
  call: 'P',
  chat: 'C',
  whatsapp: '6',
  facebook: 'F',
};

const kindTypes: Readonly<Partial<Record<WorldEntry['kind'], string>>> = {
  note: 'I',
  rating: 'I',
  transfer: 'T',
  tag: 'G',
};

function typeOf(entry: WorldEntry, channel: WorldConversation['channel'], isFirst: boolean): string {
  if (entry.kind === 'status') return statusTypes[entry.text] ?? 'I';
  const type = kindTypes[entry.kind] ?? liveTypes[channel];
  if (type !== undefined) return type;
  if (entry.author.type === 'agent') return '4';
  return channel === 'form' && isFirst ? '5' : '3';
}

/** Puts a conversation's entries into the vendor's groups, oldest first. A chat's lines share one group. */
export function messageGroups(conversation: WorldConversation): MessageGroup[] {
  const groups: MessageGroup[] = [];
  for (const entry of conversation.entries) {
    const type = typeOf(entry, conversation.channel, groups.length === 0);
    const last = groups.at(-1);
    const isLive = type === 'C' || type === 'P' || type === '6';
    if (isLive && last?.type === type) {
      last.entries.push(entry);
      continue;
    }
    const spoken = entry.kind === 'message';
    const side = !spoken ? 'none' : entry.author.type === 'agent' ? 'out' : 'in';
    groups.push({ type, side, entries: [entry] });
  }
  return groups;
}
