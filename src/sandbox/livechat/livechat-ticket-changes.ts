import { splitName } from '../desk-people.ts';
import type { EmulatedReply } from '../emulator.ts';
import type { WorldConversation, WorldCustomer } from '../world/world.ts';
import type { LivechatCall, LivechatOffice } from './livechat-account.ts';
import { textAt, textsAt } from './livechat-body.ts';
import { notFound, refusedList, refusedTicket } from './livechat-replies.ts';
import { findTagOrAdd } from './livechat-tags.ts';
import { findTicket, ticketReply } from './livechat-tickets.ts';

const channels: Readonly<Record<string, WorldConversation['channel']>> = {
  'chat-window': 'form',
  lc2: 'chat',
  mail: 'email',
};

function freshTicketId({ desk }: LivechatOffice): string {
  const taken = new Set(desk.conversations.map(({ id }) => id));
  for (let number = desk.conversations.length; ; number += 1) {
    const id = `Z${number.toString(36).toUpperCase().padStart(4, '0')}`;
    if (!taken.has(id)) return id;
  }
}

function findCustomerOrAdd(office: LivechatOffice, email: string, name: string, at: number): WorldCustomer {
  const { customers } = office.desk;
  const found = customers.find((customer) => customer.email?.trim().toLowerCase() === email.toLowerCase());
  if (found) return found;
  const customer: WorldCustomer = {
    id: `S9${String(customers.length).padStart(9, '0')}`,
    userId: `new-${customers.length}`,
    ...splitName(name),
    email,
    phone: null,
    country: '',
    language: 'en',
    gender: null,
    registered: false,
    createdAt: at,
    groupIds: [],
    customFields: [],
  };
  customers.push(customer);
  return customer;
}

function findProblem({ office, body }: LivechatCall): string | null {
  const source = textAt(body, 'source', 'type');
  const assignee = textAt(body, 'assignee', 'id');
  const groups = textsAt(body, 'group') ?? [];
  if (textAt(body, 'message').trim() === '') return 'message is required';
  if (!textAt(body, 'requester', 'mail').includes('@')) return 'requester[mail] must be an e-mail address';
  if (source !== '' && !Object.hasOwn(channels, source)) return 'source[type] has an invalid value';
  if (assignee !== '' && !office.desk.agents.some(({ email }) => email === assignee)) {
    return 'assignee[id] is not an agent';
  }
  const known = new Set(['0', ...office.desk.departments.map(({ id }) => id)]);
  return groups.every((group) => known.has(group)) ? null : 'group has an invalid value';
}

function toConversation({ office, body }: LivechatCall, at: number): WorldConversation {
  const id = freshTicketId(office);
  const mail = textAt(body, 'requester', 'mail').trim();
  const customer = findCustomerOrAdd(office, mail, textAt(body, 'requester', 'name'), at);
  const author = { type: 'customer', id: customer.id } as const;
  const text = textAt(body, 'message');
  const url = textAt(body, 'source', 'url');
  const visit = { country: '', host: '', referrer: url, userAgent: '', websiteId: null };
  const login = textAt(body, 'assignee', 'id');
  return {
    id,
    code: id,
    publicCode: id,
    channel: channels[textAt(body, 'source', 'type')] ?? 'chat',
    status: 'open',
    subject: textAt(body, 'subject'),
    createdAt: at,
    updatedAt: at,
    dueAt: null,
    departmentId: textsAt(body, 'group')?.find((group) => group !== '0') ?? '0',
    assigneeId: office.desk.agents.find(({ email }) => email === login)?.id ?? null,
    customerId: customer.id,
    tagIds: [],
    customFields: [],
    note: null,
    priority: 'Normal',
    category: '',
    visit: url === '' ? null : visit,
    entries: [{ id: `${id}-1`, kind: 'message', author, at, text, html: false, attachments: [] }],
    rating: null,
    transactions: [],
  };
}

/** `POST /tickets`. */
export function createTicket(call: LivechatCall): EmulatedReply {
  const problem = findProblem(call);
  if (problem !== null) return refusedTicket(problem);
  const { office } = call;
  const conversation = toConversation(call, Math.floor(office.now() / 1000) * 1000);
  office.desk.conversations.push(conversation);
  office.createdHere.set(conversation.id, office.now());
  return ticketReply(office, conversation);
}

/** `PUT /tickets/{id}/tags`: the tags given replace those the ticket has. Answers in the list's envelope. */
export function putTicketTags({ office, segments, body }: LivechatCall): EmulatedReply {
  const conversation = findTicket(office, segments[0]);
  if (!conversation || segments[1] !== 'tags') return notFound('Ticket');
  const names = textsAt(body, 'tag');
  if (!names) return refusedList('tag must be an array');
  const tags = [...new Set(names)].map((name) => findTagOrAdd(office.desk, name));
  conversation.tagIds = tags.map(({ id }) => id);
  conversation.updatedAt = Math.floor(office.now() / 1000) * 1000;
  return ticketReply(office, conversation, 'enveloped');
}
