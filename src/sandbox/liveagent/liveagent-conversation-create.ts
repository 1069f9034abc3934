import type { WorldConversation } from '../world/world.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, mandatory, optional } from './liveagent-call.ts';
import { statusCodes } from './liveagent-codes.ts';
import { actor, record } from './liveagent-conversation-changes.ts';
import { readFields } from './liveagent-custom-fields.ts';
import { createCustomer } from './liveagent-customer-writes.ts';
import { findCustomer } from './liveagent-people.ts';
import { digest } from '../digest.ts';
import { indexConversation } from './liveagent-state.ts';

function readStatus(call: LiveAgentCall): WorldConversation['status'] {
  const code = optional(call, 'status') ?? 'N';
  const found = Object.entries(statusCodes).find(([, letter]) => letter === code);
  if (!found) throw new LiveAgentFailure(500, 'Invalid status');
  return found[0] as WorldConversation['status'];
}

/** POST conversations. Answers with the new id; of code and public code the answer has only the columns. */
export function createConversation(call: LiveAgentCall): LiveAgentAnswer {
  const { state } = call;
  const departmentId = mandatory(call, 'department');
  const recipient = mandatory(call, 'recipient');
  const text = mandatory(call, 'message');
  const subject = mandatory(call, 'subject');
  mandatory(call, 'useridentifier');
  const author = actor(call);
  if (!state.desk.departments.some(({ id }) => id === departmentId)) {
    throw new LiveAgentFailure(500, 'Could not load department');
  }
  const customer =
    author.type === 'customer'
      ? state.customersById.get(author.id)
      : (findCustomer(state, recipient) ??
        createCustomer(state, recipient, optional(call, 'recipient_name') ?? ''));
  const at = state.now();
  const id = state.newId(8);
  const mark = digest(`code ${id}`).toUpperCase();
  const conversation: WorldConversation = {
    id,
    code: `${mark.slice(0, 3)}-${mark.slice(3, 8)}-${mark.slice(8, 11)}`,
    publicCode: digest(`public ${id}`).slice(0, 16),
    channel: 'email',
    status: readStatus(call),
    subject,
    createdAt: at,
    updatedAt: at,
    dueAt: null,
    departmentId,
    assigneeId: null,
    customerId: customer?.id ?? '',
    tagIds: [],
    customFields: readFields(call),
    note: null,
    priority: 'Normal',
    category: '',
    visit: null,
    entries: [],
    rating: null,
    transactions: [],
  };
  state.desk.conversations.push(conversation);
  indexConversation(state, conversation);
  record(call, conversation, { kind: 'message', text, html: optional(call, 'is_html_message') === 'Y' });
  return { status: 'OK', statuscode: '0', conversationid: id, code: null, publicurlcode: null };
}
