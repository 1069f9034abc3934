import { sandboxSourceNames } from '../../src/sandbox/sandbox-sources.ts';
import type { Desk, DeskName, World, WorldConversation } from '../../src/sandbox/world/world.ts';

/** A conversation of the world, as far as its vendor's wire can tell of it. */
export interface WorldRow {
  readonly source: string;
  readonly desk: DeskName;
  readonly vendorId: string;
  readonly createdAt: number;
  /** What a list by change sorts it by. */
  readonly changedAt: number;
  readonly status: string;
  readonly channel: string;
  /** null = the vendor has none for it. */
  readonly subject: string | null;
  /** Trimmed and in lower case. */
  readonly email: string | null;
  /** In lower case, sorted. */
  readonly tags: readonly string[];
  readonly assignee: string | null;
  readonly department: string | null;
  readonly conversation: WorldConversation;
}

const second = 1000;
const minute = 60_000;

function to(unit: number, moment: number): number {
  return Math.floor(moment / unit) * unit;
}

const liveagentStatuses: Readonly<Record<WorldConversation['status'], string>> = {
  answered: 'ANSWERED',
  closed: 'CLOSED',
  new: 'NEW',
  open: 'OPEN',
  // One letter stands for both.
  pending: 'POSTPONED',
  postponed: 'POSTPONED',
  resolved: 'RESOLVED',
  spam: 'SPAM',
};

const livechatStatuses: Readonly<Record<WorldConversation['status'], string>> = {
  answered: 'OPEN',
  closed: 'RESOLVED',
  new: 'OPEN',
  open: 'OPEN',
  pending: 'PENDING',
  postponed: 'PENDING',
  resolved: 'RESOLVED',
  spam: 'SPAM',
};

const zazachatStatuses: Readonly<Record<WorldConversation['status'], string>> = {
  answered: 'ANSWERED',
  closed: 'CLOSED',
  new: 'NEW',
  open: 'OPEN',
  pending: 'PENDING',
  postponed: 'PENDING',
  resolved: 'RESOLVED',
  spam: 'SPAM',
};

const liveagentChannels: Readonly<Record<WorldConversation['channel'], string>> = {
  call: 'CALL',
  chat: 'CHAT',
  email: 'EMAIL',
  facebook: 'FACEBOOK',
  form: 'CONTACT_FORM',
  manual: 'EMAIL',
  whatsapp: 'WHATSAPP',
};

const livechatChannels: Readonly<Record<WorldConversation['channel'], string>> = {
  ...liveagentChannels,
  call: 'MANUAL',
  manual: 'MANUAL',
  whatsapp: 'CHAT',
};

function tagsOf({ tags }: Desk, { tagIds }: WorldConversation): string[] {
  return tagIds.flatMap((id) => tags.find((tag) => tag.id === id)?.name.toLowerCase() ?? []).sort();
}

/** A ticket of ZaZaChat changes with its log, whose stamps have no fractions; the question is not in it. */
function lastLogged({ createdAt, entries }: WorldConversation): number {
  const question = entries.find(({ kind }) => kind === 'message');
  const logged = entries.filter(
    (entry) => entry !== question && ['message', 'note', 'status', 'transfer'].includes(entry.kind),
  );
  return logged.length > 0 ? Math.max(...logged.map(({ at }) => to(second, at))) : createdAt;
}

function emailOf({ customers }: Desk, { customerId }: WorldConversation): string | null {
  return (
    customers
      .find(({ id }) => id === customerId)
      ?.email?.trim()
      .toLowerCase() ?? null
  );
}

type Told = Omit<WorldRow, 'conversation' | 'desk' | 'source' | 'vendorId'>;

const tellers: Readonly<Record<DeskName, (desk: Desk, conversation: WorldConversation) => Told>> = {
  liveagent: (desk, conversation) => {
    const { createdAt, updatedAt, status, channel, subject, assigneeId, departmentId } = conversation;
    return {
      createdAt: to(second, createdAt),
      changedAt: to(second, updatedAt),
      status: status === 'open' && channel === 'chat' ? 'CHATTING' : liveagentStatuses[status],
      channel: liveagentChannels[channel],
      subject,
      email: emailOf(desk, conversation),
      tags: tagsOf(desk, conversation),
      assignee: assigneeId,
      department: departmentId,
    };
  },
  livechat: (desk, conversation) => {
    const { createdAt, updatedAt, status, channel, subject, assigneeId, departmentId } = conversation;
    return {
      createdAt: to(second, createdAt),
      changedAt: to(second, updatedAt),
      status: livechatStatuses[status],
      channel: livechatChannels[channel],
      subject,
      email: emailOf(desk, conversation),
      tags: tagsOf(desk, conversation),
      assignee: desk.agents.find(({ id }) => id === assigneeId)?.email ?? null,
      department: departmentId,
    };
  },
  iadvize: (desk, { createdAt, assigneeId, departmentId }) => ({
    createdAt: to(minute, createdAt),
    changedAt: to(minute, createdAt),
    status: 'CLOSED',
    channel: 'CHAT',
    subject: null,
    email: null,
    tags: [],
    assignee: assigneeId,
    department: desk.departments.find(({ id }) => id === departmentId)?.name ?? null,
  }),
  zazachat: (desk, conversation) => {
    const { createdAt, status, channel, subject } = conversation;
    const isChat = channel === 'chat';
    return {
      createdAt,
      changedAt: isChat ? createdAt : lastLogged(conversation),
      status: isChat ? 'CLOSED' : zazachatStatuses[status],
      channel: isChat ? 'CHAT' : 'OTHER',
      subject: isChat ? null : subject,
      email: emailOf(desk, conversation),
      tags: [],
      assignee: null,
      department: null,
    };
  },
};

/** Everything one desk holds, oldest first. */
export function rowsOfDesk(world: World, name: DeskName): WorldRow[] {
  const desk = world.desks[name];
  return desk.conversations.map((conversation) => ({
    ...tellers[name](desk, conversation),
    source: sandboxSourceNames[name],
    desk: name,
    vendorId: conversation.id,
    conversation,
  }));
}

/** Everything all desks hold. */
export function rowsOfWorld(world: World): WorldRow[] {
  return (Object.keys(world.desks) as DeskName[]).flatMap((name) => rowsOfDesk(world, name));
}
