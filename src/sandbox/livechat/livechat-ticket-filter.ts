import { isWithin, localDay, readDay, spanOfDays } from '../account-time.ts';
import { customerOf } from '../desk-people.ts';
import type { Desk, WorldConversation } from '../world/world.ts';
import type { LivechatOffice } from './livechat-account.ts';
import { activityTimes } from './livechat-events.ts';
import { plainText } from '../plain-text.ts';
import { groupOf, tagNames } from './livechat-ticket.ts';
import { ticketStatuses, toSourceType, toTicketStatus } from './livechat-ticket-status.ts';

/** Whether a ticket is wanted. */
export type TicketTest = (conversation: WorldConversation) => boolean;

const allowed: Readonly<Record<string, (text: string) => boolean>> = {
  assigned: (text) => text === '0' || text === '1',
  date_from: (text) => readDay(text) !== null,
  date_to: (text) => readDay(text) !== null,
  group: (text) => /^\d+$/.test(text),
  order: (text) => text === 'asc' || text === 'desc',
  page: (text) => /^[1-9]\d*$/.test(text),
  status: (text) => ticketStatuses.some((status) => status === text),
  tagged: (text) => text === '0' || text === '1',
};

/** What is wrong with the parameters of a list of tickets. */
export function findBadParameters(query: URLSearchParams): string[] {
  return Object.entries(allowed).flatMap(([name, test]) => {
    const text = query.get(name);
    return text === null || test(text) ? [] : [`${name} has an invalid value`];
  });
}

/**
 * Whether there was any activity on these days, which are days of UTC. A change that left no event shows only in
 * `modified`, and does not count as activity.
 */
function isActive(office: LivechatOffice, query: URLSearchParams): TicketTest {
  const from = query.get('date_from') ?? '1970-01-01';
  const span = spanOfDays(from, query.get('date_to') ?? localDay(office.now(), 'UTC'), 'UTC');
  return (conversation) =>
    isWithin(conversation.createdAt, span) || activityTimes(conversation).some((at) => isWithin(at, span));
}

function holds(desk: Desk, conversation: WorldConversation, words: string): boolean {
  const customer = customerOf(desk, conversation);
  const spoken = conversation.entries.filter(({ kind }) => kind === 'message' || kind === 'note');
  const texts = [conversation.subject, customer?.email ?? '', ...spoken.map(plainText)];
  return texts.some((text) => text.toLowerCase().includes(words.toLowerCase()));
}

function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

type Filter = (desk: Desk, conversation: WorldConversation, wanted: string) => boolean;

const filters: Readonly<Record<string, Filter>> = {
  assigned: (_desk, { assigneeId }, wanted) => (assigneeId !== null) === (wanted === '1'),
  assignee: (desk, { assigneeId }, wanted) =>
    desk.agents.some(({ id, email }) => id === assigneeId && email === wanted),
  group: (desk, conversation, wanted) => String(groupOf(desk, conversation).id) === wanted,
  query: holds,
  'requester[mail]': (desk, conversation, wanted) =>
    sameAddress(customerOf(desk, conversation)?.email ?? '', wanted),
  source: (_desk, conversation, wanted) => toSourceType(conversation) === wanted,
  status: (_desk, { status }, wanted) => toTicketStatus(status) === wanted,
  tag: (desk, conversation, wanted) => tagNames(desk, conversation).includes(wanted),
  tagged: (_desk, { tagIds }, wanted) => tagIds.length > 0 === (wanted === '1'),
};

/** The test that the parameters of a list describe. */
export function toTicketTest(office: LivechatOffice, query: URLSearchParams): TicketTest {
  const wanted = Object.entries(filters).flatMap(([name, filter]) => {
    const value = query.get(name);
    return value === null ? [] : [(ticket: WorldConversation) => filter(office.desk, ticket, value)];
  });
  const dated = query.has('date_from') || query.has('date_to');
  const tests = dated ? [...wanted, isActive(office, query)] : wanted;
  if (tests.length === 0) return () => true;
  const indexedBefore = office.now() - office.quirks.indexLagMs;
  return (conversation) =>
    (office.createdHere.get(conversation.id) ?? 0) <= indexedBefore &&
    tests.every((test) => test(conversation));
}
