import type { WorldConversation } from '../world/world.ts';
import type { LiveAgentCall } from './liveagent-call.ts';
import { commaList, optional } from './liveagent-call.ts';
import { channelCodes } from './liveagent-codes.ts';
import { statusOf } from './liveagent-conversation-row.ts';
import { readDateTime, readOperatorDate } from './liveagent-dates.ts';
import { findAgent, findCustomer } from './liveagent-people.ts';

type Test = (conversation: WorldConversation) => boolean;

function people(call: LiveAgentCall): Test[] {
  const owner = optional(call, 'owneridentifier');
  const agent = optional(call, 'agent');
  const department = optional(call, 'department');
  const tests: Test[] = [];
  if (owner !== undefined) {
    const id = findCustomer(call.state, owner)?.id;
    tests.push((conversation) => conversation.customerId === id);
  }
  if (agent !== undefined) {
    const id = findAgent(call.state, agent)?.id;
    tests.push((conversation) => id !== undefined && conversation.assigneeId === id);
  }
  if (department !== undefined) tests.push((conversation) => conversation.departmentId === department);
  return tests;
}

function codes(call: LiveAgentCall): Test[] {
  const statuses = commaList(call, 'status');
  const channels = commaList(call, 'channel_type');
  const tests: Test[] = [
    statuses
      ? (conversation) => statuses.includes(statusOf(call.state, conversation))
      : (conversation) => !call.state.deleted.has(conversation.id),
  ];
  if (channels) tests.push((conversation) => channels.includes(channelCodes[conversation.channel]));
  return tests;
}

function dates(call: LiveAgentCall): Test[] {
  const zone = call.state.desk.timeZone;
  const from = optional(call, 'datefrom');
  const to = optional(call, 'dateto');
  const changed = optional(call, 'datechanged');
  const tests: Test[] = [];
  // The reference describes these two the wrong way round; here they mean what their names say.
  if (from !== undefined) {
    const start = readDateTime(from, zone);
    tests.push((conversation) => conversation.createdAt >= start);
  }
  if (to !== undefined) {
    const end = readDateTime(to, zone, 'end') + 999;
    tests.push((conversation) => conversation.createdAt <= end);
  }
  if (changed !== undefined) {
    const matches = readOperatorDate(changed, zone);
    tests.push((conversation) => matches(conversation.updatedAt));
  }
  return tests;
}

/** Reads all filters of GET conversations into one test. */
export function conversationFilter(call: LiveAgentCall): Test {
  const tests = [...people(call), ...codes(call), ...dates(call)];
  const subject = optional(call, 'subject');
  if (subject !== undefined) tests.push((conversation) => conversation.subject === subject);
  return (conversation) => tests.every((test) => test(conversation));
}
