import { fullName } from '../desk-people.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { commaList, cutByLimits, optional } from './liveagent-call.ts';
import { writeDateTime } from './liveagent-dates.ts';
import { contactIdOf } from './liveagent-people.ts';
import { optionalPeriod, within } from './liveagent-report-period.ts';

/** GET reports/ranking: what customers said about answers; R is praise, P the opposite. */
export function reportRanking(call: LiveAgentCall): LiveAgentAnswer {
  const { state } = call;
  const period = optionalPeriod(call, 60);
  const agentId = optional(call, 'agentid');
  const contactId = optional(call, 'contactid');
  const types = commaList(call, 'types');
  const rows = state.desk.conversations.flatMap((one, index) => {
    const { rating } = one;
    const type = rating && rating.resolution > 1 ? 'R' : 'P';
    const agent = state.agentsById.get(one.assigneeId ?? '');
    const customer = state.customersById.get(one.customerId);
    if (!rating || !within(period, rating.at) || (types && !types.includes(type))) return [];
    if ((agentId ?? agent?.id) !== agent?.id || (contactId ?? customer?.id) !== customer?.id) return [];
    return [
      {
        id: String(9000 + index),
        rankingType: type,
        datecreated: writeDateTime(rating.at, state.desk.timeZone),
        conversationid: one.id,
        agentcontactid: agent ? contactIdOf(agent) : '',
        agentEmail: agent?.email ?? '',
        agent: fullName(agent),
        contactid: customer?.id ?? '',
        requesterEmail: customer?.email ?? '',
        requester: fullName(customer),
        comment: rating.comment,
      },
    ];
  });
  return { ranks: cutByLimits(call, rows) };
}
