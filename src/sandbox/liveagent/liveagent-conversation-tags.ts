import type { WorldTag } from '../world/world.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, done, mandatory, optional } from './liveagent-call.ts';
import { changeable, record, touch } from './liveagent-conversation-changes.ts';

/** The tag named by `id` or `name`. */
function namedTag(call: LiveAgentCall): WorldTag | undefined {
  const id = optional(call, 'id');
  const name = id === undefined ? mandatory(call, 'name') : undefined;
  const tag = call.state.desk.tags.find((candidate) => candidate.id === id || candidate.name === name);
  if (!tag && id !== undefined) throw new LiveAgentFailure(500, 'Could not load tag');
  return tag;
}

function newTag(call: LiveAgentCall): WorldTag {
  const tag = {
    id: call.state.newId(4),
    name: mandatory(call, 'name'),
    color: '000000',
    backgroundColor: 'FFFFFF',
    archived: false,
  };
  call.state.desk.tags.push(tag);
  return tag;
}

/** POST conversations/[conversationid]/tags; a name that no tag has yet becomes a new tag. */
export function assignTag(call: LiveAgentCall): LiveAgentAnswer {
  const conversation = changeable(call);
  const tag = namedTag(call) ?? newTag(call);
  if (!conversation.tagIds.includes(tag.id)) {
    conversation.tagIds = [...conversation.tagIds, tag.id];
    record(call, conversation, { kind: 'tag', text: tag.name });
  }
  return done;
}

/** DELETE conversations/[conversationid]/tags. */
export function unassignTag(call: LiveAgentCall): LiveAgentAnswer {
  const conversation = changeable(call);
  const tag = namedTag(call);
  conversation.tagIds = conversation.tagIds.filter((id) => id !== tag?.id);
  touch(call, conversation);
  return done;
}
