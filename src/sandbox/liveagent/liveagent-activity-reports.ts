import type { WorldConversation } from '../world/world.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { cutByLimits } from './liveagent-call.ts';
import { channelCodes } from './liveagent-codes.ts';
import { contactIdOf } from './liveagent-people.ts';
import { hiddenColumns, metricColumns, selectColumns } from './liveagent-report-columns.ts';
import { countFacts } from './liveagent-report-facts.ts';
import type { Period } from './liveagent-report-period.ts';
import { requiredPeriod } from './liveagent-report-period.ts';

const day = 86_400_000;

function workMinutes(period: Period): number {
  return Math.max(0, Math.round(((period.to - period.from) / day) * 480));
}

/** GET reports/agents: one row an agent. */
export function reportAgents(call: LiveAgentCall): LiveAgentAnswer {
  const period = requiredPeriod(call);
  const { agents, conversations } = call.state.desk;
  const rows = cutByLimits(call, agents).map((agent) => ({
    id: agent.id,
    contactid: contactIdOf(agent),
    firstname: agent.firstName,
    lastname: agent.lastName,
    ...metricColumns(countFacts(conversations, period, agent.id), workMinutes(period)),
  }));
  return { agents: selectColumns(call, rows, hiddenColumns('agents')) };
}

function activityRows(
  call: LiveAgentCall,
  slices: readonly { head: LiveAgentAnswer; holds: (conversation: WorldConversation) => boolean }[],
): LiveAgentAnswer[] {
  const period = requiredPeriod(call);
  const rows = cutByLimits(call, slices).map(({ head, holds }) => ({
    ...head,
    ...metricColumns(countFacts(call.state.desk.conversations.filter(holds), period)),
  }));
  return selectColumns(call, rows, hiddenColumns('activity'));
}

const channelNames: Readonly<Record<string, string>> = {
  E: 'Email',
  B: 'Contact button',
  M: 'Contact form',
  C: 'Call',
  F: 'Facebook',
  '1': 'WhatsApp',
};

/** GET reports/channels: one row a channel, under a number of its own. */
export function reportChannels(call: LiveAgentCall): LiveAgentAnswer {
  const slices = Object.entries(channelNames).map(([code, channelName], index) => ({
    head: { id: String(index + 1), channelName },
    holds: ({ channel }: WorldConversation) => channelCodes[channel] === code,
  }));
  return { channels: activityRows(call, slices) };
}

/** GET reports/departments: one row a department. */
export function reportDepartments(call: LiveAgentCall): LiveAgentAnswer {
  const slices = call.state.desk.departments.map(({ id, name }) => ({
    head: { id, departmentName: name },
    holds: ({ departmentId }: WorldConversation) => departmentId === id,
  }));
  return { departments: activityRows(call, slices) };
}

/** GET reports/tags: one row a tag. */
export function reportTags(call: LiveAgentCall): LiveAgentAnswer {
  const slices = call.state.desk.tags.map(({ id, name }) => ({
    head: { id, tagName: name },
    holds: ({ tagIds }: WorldConversation) => tagIds.includes(id),
  }));
  return { tags: activityRows(call, slices) };
}
