import { customerOf, fullName } from '../desk-people.ts';
import type { Desk, WorldConversation } from '../world/world.ts';
import type { LivechatQuirks } from './livechat-account.ts';
import { eventsOf, isGood } from './livechat-events.ts';
import type { TicketEvent } from './livechat-events.ts';
import { namedAgent } from './livechat-people.ts';
import { toSourceType, toSourceUrl, toTicketStatus } from './livechat-ticket-status.ts';

/** A date as an account shows it: ISO in whole seconds, or epoch seconds. */
export function writeDate(at: number, { dates }: LivechatQuirks): number | string {
  if (dates === 'epoch') return Math.floor(at / 1000);
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

type Group = Readonly<{ id: number; name: string; inherited: boolean }>;

/** The group of a ticket; 0 stands for all agents. */
export function groupOf(desk: Desk, { departmentId }: WorldConversation): Group {
  const department = desk.departments.find(({ id }) => id === departmentId);
  if (!department) return { id: 0, name: 'All operators', inherited: true };
  return { id: Number(department.id), name: department.name, inherited: false };
}

/** The names of a ticket's tags. */
export function tagNames(desk: Desk, { tagIds }: WorldConversation): string[] {
  return tagIds.flatMap((tagId) => desk.tags.find(({ id }) => id === tagId)?.name ?? []);
}

function openPhases(createdAt: number, events: readonly TicketEvent[]): { from: number; to?: number }[] {
  const phases: { from: number; to?: number }[] = [{ from: createdAt }];
  for (const { at, current } of events) {
    const last = phases.at(-1);
    if (current === 'open') phases.push({ from: at });
    else if (current !== undefined && last && last.to === undefined) last.to = at;
  }
  return phases;
}

const zones: Readonly<Record<string, string>> = {
  Chile: 'America/Santiago',
  Colombia: 'America/Bogota',
  France: 'Europe/Paris',
  Japan: 'Asia/Tokyo',
  Mexico: 'America/Mexico_City',
  Spain: 'Europe/Madrid',
};

function requesterOf(desk: Desk, conversation: WorldConversation): Record<string, string> {
  const customer = customerOf(desk, conversation);
  const ip = /^[\d.]+$/.exec(conversation.visit?.host ?? '')?.[0] ?? '203.0.113.7';
  return {
    mail: customer?.email ?? '',
    name: fullName(customer),
    // The name of a zone, in spite of what the field is called.
    utc_offset: zones[customer?.country ?? ''] ?? 'UTC',
    ip,
  };
}

function progressOf(events: readonly TicketEvent[], quirks: LivechatQuirks): Record<string, unknown> {
  const answer = events.find(({ answeredBy }) => answeredBy !== undefined);
  const solved = events.findLast(({ current }) => current === 'solved');
  return {
    firstResponse: answer ? { agent: answer.answeredBy, date: writeDate(answer.at, quirks) } : {},
    ...(solved ? { resolutionDate: writeDate(solved.at, quirks) } : {}),
  };
}

/** Shows a conversation as a ticket. */
export function toTicket(
  desk: Desk,
  conversation: WorldConversation,
  quirks: LivechatQuirks,
): Record<string, unknown> {
  const events = eventsOf(desk, conversation);
  const date = (at: number): number | string => writeDate(at, quirks);
  const group = groupOf(desk, conversation);
  const { assigneeId, rating } = conversation;
  return {
    ...(assigneeId === null ? {} : { assignee: namedAgent(desk, assigneeId) }),
    events: events.map(({ at, fields }) => ({ date: date(at), ...fields })),
    id: conversation.id,
    requester: requesterOf(desk, conversation),
    groups: quirks.groups === 'numbers' ? [group.id] : [group],
    status: toTicketStatus(conversation.status),
    subject: conversation.subject === '' ? '(no subject)' : conversation.subject,
    modified: date(conversation.updatedAt),
    source: { type: toSourceType(conversation), url: toSourceUrl(desk, conversation) },
    opened: openPhases(conversation.createdAt, events).map(({ from, to }) => ({
      from: date(from),
      ...(to === undefined ? {} : { to: date(to) }),
    })),
    ...progressOf(events, quirks),
    ccs: [],
    tags: tagNames(desk, conversation),
    rate: rating ? (isGood(rating) ? 'rated_good' : 'rated_bad') : 'not_rated',
    // The documents' tickets have neither of the two.
    ...(quirks.dates === 'iso' ? { date: date(conversation.createdAt) } : {}),
    ...(quirks.groups === 'objects' ? { currentGroup: group } : {}),
  };
}
