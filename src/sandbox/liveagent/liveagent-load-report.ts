import type { WorldConversation } from '../world/world.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { cutByLimits, optional } from './liveagent-call.ts';
import { writeDateTime } from './liveagent-dates.ts';
import { optionalPeriod } from './liveagent-report-period.ts';

const hour = 3_600_000;

/** When somebody first answered; `Infinity` where nobody has. */
export function firstAnswerAt(conversation: WorldConversation): number {
  const answer = conversation.entries.find(
    ({ kind, author }) => kind === 'message' && author.type === 'agent',
  );
  return answer?.at ?? Infinity;
}

function around(name: string, middle: number): Record<string, string> {
  return {
    [`avg${name}`]: middle.toFixed(2),
    [`max${name}`]: String(Math.ceil(middle * 1.5)),
    [`min${name}`]: String(Math.floor(middle / 2)),
  };
}

/** GET reports/{tickets,chats,calls}/load: one row an hour. */
export function reportLoad(call: LiveAgentCall): LiveAgentAnswer {
  const { desk } = call.state;
  const { from, to } = optionalPeriod(call, 1);
  const departmentId = optional(call, 'departmentid');
  const agentId = optional(call, 'agentid');
  const relevant = desk.conversations
    .filter((one) => departmentId === undefined || one.departmentId === departmentId)
    .filter((one) => agentId === undefined || one.assigneeId === agentId)
    .map((one) => ({ createdAt: one.createdAt, answeredAt: firstAnswerAt(one), updatedAt: one.updatedAt }));
  const hours: number[] = [];
  for (let at = Math.ceil(from / hour) * hour; at <= to; at += hour) hours.push(at);
  const rows = cutByLimits(call, hours).map((at) => ({
    date: writeDateTime(at, desk.timeZone),
    ...around('Queue', relevant.filter((one) => one.createdAt <= at && one.answeredAt > at).length),
    ...around('Slots', desk.agents.filter(({ online }) => online).length),
    ...around('Service', relevant.filter((one) => one.answeredAt <= at && one.updatedAt > at).length),
  }));
  return { loads: rows };
}
