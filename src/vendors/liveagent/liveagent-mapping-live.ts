import type { DepartmentAvailability } from '../../contract/directory.ts';
import type { CallsOverview, ChatsOverview } from '../../contract/live-overview.ts';
import type { Widget } from '../../contract/widget.ts';
import { toCount } from './liveagent-mapping-values.ts';
import type {
  WireCallsOverview,
  WireChatsOverview,
  WireDepartmentState,
  WireWidget,
} from './liveagent-wire-live.ts';

/** What somebody, or a department, is online for. */
export interface Presence {
  readonly online: boolean;
  readonly chat: boolean;
  readonly calls: boolean;
  readonly tickets: boolean;
  readonly vendorStatus: string | null;
}

/** The online state of a department. */
export interface DepartmentState {
  readonly key: string;
  readonly availability: DepartmentAvailability | null;
}

/** The letters of a current online status, in any order: M messages, P phone, T chat; R reads only, F offline. */
export function toPresence(letters: string): Presence {
  const has = (letter: string) => letters.toUpperCase().includes(letter);
  const [chat, calls, tickets] = [has('T'), has('P'), has('M')];
  return { online: chat || calls || tickets, chat, calls, tickets, vendorStatus: letters || null };
}

/** Maps a row of the departments' online states, or just the letters, which every department's record has. */
export function toDepartmentState(wire: WireDepartmentState): DepartmentState {
  const { id, onlineStatus } = wire;
  if (onlineStatus === undefined) return { key: id, availability: null };
  return {
    key: id,
    availability: {
      ...toPresence(onlineStatus),
      chatCount: toCount(wire.chat_count),
      newCount: toCount(wire.new_count),
      customerReplyCount: toCount(wire.customer_reply_count),
      totalCount: toCount(wire.total_count),
      maxCount: toCount(wire.max_count),
    },
  };
}

/** Maps the row of the overview of chats. */
export function toChatsOverview({ visitors, chats, queue, agents }: WireChatsOverview): ChatsOverview {
  return {
    visitors: toCount(visitors),
    chats: toCount(chats),
    queue: toCount(queue),
    agents: toCount(agents),
  };
}

/** Maps the row of the overview of calls. */
export function toCallsOverview({ running, ringing, inqueue }: WireCallsOverview): CallsOverview {
  return { running: toCount(running), ringing: toCount(ringing), queue: toCount(inqueue) };
}

/** Maps a widget. */
export function toWidget(wire: WireWidget): Widget {
  const department = wire.departmentid;
  return {
    vendorId: wire.contactwidgetid,
    name: wire.name ?? null,
    vendorKind: wire.rtype ?? null,
    language: wire.language ?? null,
    department: department == null ? null : { key: department, vendorId: department },
    integrationCode: wire.integration_code == null ? null : unescaped(wire.integration_code),
  };
}

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#039;': "'",
  '&amp;': '&',
};

/** HTML that the vendor escapes as a whole; some versions did so twice. */
function unescaped(code: string): string {
  const times = 2;
  let html = code;
  for (let time = 0; time < times && !html.includes('<'); time += 1) {
    html = html.replaceAll(/&(?:lt|gt|quot|#039|amp);/g, (entity) => characters[entity] ?? entity);
  }
  return html;
}
