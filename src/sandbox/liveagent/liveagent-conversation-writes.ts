import type { WorldConversation, WorldEntry } from '../world/world.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, commaList, done, mandatory, optional } from './liveagent-call.ts';
import { actor, changeable, record, recordNote, touch } from './liveagent-conversation-changes.ts';
import { readFields, withoutField } from './liveagent-custom-fields.ts';
import { findAgent } from './liveagent-people.ts';

const settable: Readonly<Record<string, WorldConversation['status']>> = {
  A: 'answered',
  R: 'resolved',
  C: 'open',
};

/** DELETE conversations/[conversationid]: the record stays, with status X. */
export function deleteConversation(call: LiveAgentCall): LiveAgentAnswer {
  const conversation = changeable(call);
  recordNote(call, conversation, optional(call, 'note') ?? optional(call, 'messages'));
  touch(call, conversation);
  call.state.deleted.add(conversation.id);
  return done;
}

/** PUT conversations/[conversationid]/status: A, R and C only. */
export function changeStatus(call: LiveAgentCall): LiveAgentAnswer {
  const conversation = changeable(call);
  const status = settable[mandatory(call, 'status')];
  if (!status) throw new LiveAgentFailure(500, 'Invalid status, expected one of A, R, C');
  recordNote(call, conversation, optional(call, 'note'));
  record(call, conversation, { kind: 'status', text: status });
  conversation.status = status;
  return done;
}

/** PUT conversations/[conversationid]/attendants: another department, another agent, or both. */
export function transfer(call: LiveAgentCall): LiveAgentAnswer {
  const conversation = changeable(call);
  const identifier = optional(call, 'agentidentifier');
  const departmentId = optional(call, 'department');
  const agent = identifier === undefined ? undefined : findAgent(call.state, identifier);
  if (identifier !== undefined && !agent) throw new LiveAgentFailure(404, 'Agent not found');
  const known = call.state.desk.departments.some(({ id }) => id === departmentId);
  if (departmentId !== undefined && !known) throw new LiveAgentFailure(500, 'Could not load department');
  if (agent) {
    record(call, conversation, { kind: 'transfer', text: agent.id });
    conversation.assigneeId = agent.id;
  }
  if (departmentId !== undefined) conversation.departmentId = departmentId;
  touch(call, conversation);
  recordNote(call, conversation, optional(call, 'note') ?? optional(call, 'messages'));
  return done;
}

function attachments(call: LiveAgentCall): WorldEntry['attachments'] {
  return (commaList(call, 'attachments') ?? []).map((id) => {
    const file = call.state.files.get(id);
    if (!file) throw new LiveAgentFailure(500, 'Could not load file');
    return { name: file.name, mimeType: file.mimeType, size: file.size };
  });
}

/** POST conversations/[conversationid]/messages: without a user, every message becomes a note, whatever the type. */
export function addMessage(call: LiveAgentCall): LiveAgentAnswer {
  const conversation = changeable(call);
  const text = mandatory(call, 'message');
  const author = actor(call);
  const isNote = author.type === 'system' || optional(call, 'type') === 'N';
  record(call, conversation, {
    kind: isNote ? 'note' : 'message',
    text,
    html: optional(call, 'is_html_message') === 'Y',
    attachments: attachments(call),
  });
  if (!isNote) conversation.status = author.type === 'agent' ? 'answered' : 'open';
  return done;
}

/** POST conversations/[conversationid]/fields: the same code again is a second value. */
export function addConversationFields(call: LiveAgentCall): LiveAgentAnswer {
  const conversation = changeable(call);
  mandatory(call, 'customfields');
  conversation.customFields.push(...readFields(call));
  touch(call, conversation);
  return done;
}

/** DELETE conversations/[conversationid]/fields. */
export function deleteConversationFields(call: LiveAgentCall): LiveAgentAnswer {
  const conversation = changeable(call);
  conversation.customFields = withoutField(call, conversation.customFields);
  touch(call, conversation);
  return done;
}
