import type { WorldConversation } from '../world/world.ts';
import { instantOf, wallClock } from '../zone-time.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, cutByLimits, optional } from './liveagent-call.ts';
import { writeDate, writeDateTime, writeLength } from './liveagent-dates.ts';
import { firstAnswerAt } from './liveagent-load-report.ts';
import { selectColumns } from './liveagent-report-columns.ts';
import type { Period } from './liveagent-report-period.ts';
import { optionalPeriod, requiredPeriod, within } from './liveagent-report-period.ts';

/** How soon the account promises an answer. */
const promised = 8 * 3_600_000;
const level = { id: '3bd0ce58', name: 'Standard' };

function answered(call: LiveAgentCall, period: Period, agent: string): WorldConversation[] {
  const departmentId = optional(call, 'departmentid');
  const agentId = optional(call, agent);
  const requesterId = optional(call, 'requesterid');
  const levelId = optional(call, 'slalevelid');
  return call.state.desk.conversations.filter(
    (one) =>
      within(period, firstAnswerAt(one)) &&
      (departmentId === undefined || one.departmentId === departmentId) &&
      (agentId === undefined || one.assigneeId === agentId) &&
      (requesterId === undefined || one.customerId === requesterId) &&
      (levelId === undefined || levelId === level.id),
  );
}

/** Reads the parameter `datetime`, which is a code: L30D, TM, LM or a month such as 2014-06. */
function codedPeriod(call: LiveAgentCall): Period {
  const zone = call.state.desk.timeZone;
  const code = optional(call, 'datetime') ?? 'L30D';
  const now = call.state.now();
  if (code === 'L30D') return optionalPeriod(call, 30);
  const today = wallClock(now, zone);
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(code) ?? [];
  const first =
    year !== undefined && month !== undefined
      ? { year: Number(year), month: Number(month), day: 1 }
      : { year: today.year, month: code === 'LM' ? today.month - 1 : today.month, day: 1 };
  if (year === undefined && code !== 'TM' && code !== 'LM')
    throw new LiveAgentFailure(500, 'Invalid datetime');
  const next = instantOf({ ...first, month: first.month + 1 }, zone);
  return { from: instantOf(first, zone), to: Math.min(next - 1, now) };
}

function times(name: string, lengths: readonly number[]): Record<string, string> {
  const seconds = lengths.map((milliseconds) => Math.round(milliseconds / 1000));
  const sum = seconds.reduce((all, one) => all + one, 0);
  return {
    [`avg${name}Time`]: String(seconds.length === 0 ? 0 : Math.round(sum / seconds.length)),
    [`max${name}Time`]: String(seconds.length === 0 ? 0 : Math.max(...seconds)),
    [`min${name}Time`]: String(seconds.length === 0 ? 0 : Math.min(...seconds)),
  };
}

/** GET reports/{tickets,chats,calls}/slacompliance: one row a day with answers. */
export function reportSlaCompliance(call: LiveAgentCall): LiveAgentAnswer {
  const { timeZone } = call.state.desk;
  const byDay = Map.groupBy(answered(call, codedPeriod(call), 'userid'), (one) =>
    writeDate(firstAnswerAt(one), timeZone),
  );
  const days = [...byDay].toSorted(([one], [other]) => one.localeCompare(other));
  const rows = days.map(([date, conversations]) => {
    const waits = conversations.map((one) => firstAnswerAt(one) - one.createdAt);
    const kept = waits.filter((wait) => wait <= promised);
    const broken = waits.filter((wait) => wait > promised);
    return {
      date: `${date} 00:00:00`,
      fulfilled: String(kept.length),
      ...times('Fulfilled', kept),
      unfulfilled: String(broken.length),
      ...times('Unfulfilled', broken),
    };
  });
  return { slacompliances: cutByLimits(call, rows) };
}

function logRow(call: LiveAgentCall, one: WorldConversation, index: number): LiveAgentAnswer {
  const { desk, customersById, agentsById } = call.state;
  const closed = firstAnswerAt(one);
  const due = one.createdAt + promised;
  const agent = agentsById.get(one.assigneeId ?? '');
  const customer = customersById.get(one.customerId);
  return {
    id: String(41_000 + index),
    conversationid: one.id,
    code: one.code,
    departmentid: one.departmentId,
    department_name: desk.departments.find(({ id }) => id === one.departmentId)?.name ?? '',
    levelid: level.id,
    sla_level_name: level.name,
    sla: writeLength(due - closed),
    date_created: writeDateTime(one.createdAt, desk.timeZone),
    date_closed: writeDateTime(closed, desk.timeZone),
    // The server's own clock is elsewhere; these two are in its zone.
    server_date_closed: writeDateTime(closed, 'UTC'),
    date_due: writeDateTime(due, desk.timeZone),
    server_date_due: writeDateTime(due, 'UTC'),
    sla_level_id: level.id,
    agentid: agent?.id ?? '',
    agent_firstname: agent?.firstName ?? '',
    agent_lastname: agent?.lastName ?? '',
    req_contactid: customer?.id ?? '',
    req_firstname: customer?.firstName ?? '',
    req_lastname: customer?.lastName ?? '',
  };
}

/** GET reports/{tickets,chats,calls}/slalog: one row an answer that was promised. */
export function reportSlaLog(call: LiveAgentCall): LiveAgentAnswer {
  const rows = answered(call, requiredPeriod(call), 'agentid').map((one, index) => logRow(call, one, index));
  return { slalogs: selectColumns(call, cutByLimits(call, rows), []) };
}
