import type { WorldConversation, WorldEntry } from '../world/world.ts';
import type { LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, idAt, optional } from './liveagent-call.ts';
import { findAgent, findCustomer, requireConversation } from './liveagent-people.ts';
import { attachmentId } from './liveagent-attachment-id.ts';

type EntryParts = Pick<WorldEntry, 'kind' | 'text'> & Partial<Pick<WorldEntry, 'attachments' | 'html'>>;

/** The conversation in the path; one that was deleted cannot be changed. */
export function changeable(call: LiveAgentCall): WorldConversation {
  return requireConversation(call.state, idAt(call));
}

/** Who does it: the parameter `useridentifier`, an agent or a customer; the software without it. */
export function actor(call: LiveAgentCall): WorldEntry['author'] {
  const identifier = optional(call, 'useridentifier');
  if (identifier === undefined) return { type: 'system' };
  const agent = findAgent(call.state, identifier);
  if (agent) return { type: 'agent', id: agent.id };
  const customer = findCustomer(call.state, identifier);
  if (customer) return { type: 'customer', id: customer.id };
  throw new LiveAgentFailure(404, 'User not found');
}

/** Adds an entry at this moment and moves the date of change. */
export function record(call: LiveAgentCall, conversation: WorldConversation, parts: EntryParts): void {
  const { state } = call;
  const at = Math.max(state.now(), conversation.entries.at(-1)?.at ?? 0);
  const entry = { id: state.newId(8), author: actor(call), at, html: false, attachments: [], ...parts };
  conversation.entries.push(entry);
  conversation.updatedAt = at;
  for (const file of entry.attachments) {
    const id = attachmentId(entry.id, file.name);
    state.files.set(id, { id, ...file, createdAt: at });
  }
}

/** Moves the date of change without an entry. */
export function touch(call: LiveAgentCall, conversation: WorldConversation): void {
  conversation.updatedAt = Math.max(call.state.now(), conversation.updatedAt);
}

/** Adds a note when there is a text for one. */
export function recordNote(
  call: LiveAgentCall,
  conversation: WorldConversation,
  text: string | undefined,
): void {
  if (text !== undefined) record(call, conversation, { kind: 'note', text });
}
