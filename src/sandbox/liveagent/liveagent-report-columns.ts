import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { commaList } from './liveagent-call.ts';
import type { Facts } from './liveagent-report-facts.ts';

function average(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Business hours are about two thirds of what the clock shows. */
function inBusinessHours(seconds: number): number {
  return Math.round(seconds * 0.66);
}

/** Numbers of every activity report, by the vendor's column names. */
function counts(facts: Facts): Readonly<Record<string, number>> {
  const first = average(facts.firstAnswerTimes);
  const next = average(facts.nextAnswerTimes);
  const resolve = average(facts.resolveTimes);
  return {
    answers: facts.answers,
    newAnswerAvgTime: first,
    newAnswerAvgTimeSla: inBusinessHours(first),
    nextAnswerAvgTime: next,
    nextAnswerAvgTimeSla: inBusinessHours(next),
    chat_answers: facts.chatAnswers,
    chats: facts.chats,
    missed_chats: facts.missedChats,
    chat_pickup: facts.chats,
    chatPickupAvgTime: Math.round(first / 4),
    chatAvgTime: average(facts.chatTimes),
    calls: facts.calls,
    missed_calls: facts.missedCalls,
    call_seconds: total(facts.callTimes),
    not_ranked: facts.unrated,
    rewards: facts.rewards,
    punishments: facts.punishments,
    i_messages: facts.incoming,
    i_chats: facts.incomingChats,
    i_calls: facts.incomingCalls,
    f_chats: facts.finishedChats,
    f_calls: facts.finishedCalls,
    created_tickets: facts.created,
    resolved_tickets: facts.resolved,
    u_chats: facts.missedChats,
    u_calls: facts.missedCalls,
    notes: facts.notes,
    firstAssignAvgTime: first,
    firstAssignAvgTimeSla: inBusinessHours(first),
    firstResolveAvgTime: resolve,
    firstResolveAvgTimeSla: inBusinessHours(resolve),
    calls_outgoing: 0,
    call_outgoing_seconds: 0,
    call_outgoing_avg_time: 0,
    call_pickup_avg_time: 6,
    call_avg_time: average(facts.callTimes),
    calls_internal: 0,
    call_internal_avg_time: 0,
    call_internal_seconds: 0,
    o_calls: 0,
  };
}

function percentages(facts: Facts): Readonly<Record<string, string>> {
  const all = facts.rewards + facts.punishments + facts.unrated;
  const share = (part: number): string => (all === 0 ? '0.00' : ((part * 100) / all).toFixed(2));
  return {
    not_ranked_p: share(facts.unrated),
    rewards_p: share(facts.rewards),
    punishments_p: share(facts.punishments),
  };
}

const hourly =
  'answers calls missed_calls call_seconds chats chat_answers missed_chats not_ranked rewards punishments'.split(
    ' ',
  );

/** All documented columns of one row; those per hour and `worktime` only where minutes are given. */
export function metricColumns(facts: Facts, workMinutes?: number): Record<string, string> {
  const numbers = counts(facts);
  const columns: Record<string, string> = {};
  if (workMinutes !== undefined) columns['worktime'] = String(workMinutes);
  for (const [name, value] of Object.entries(numbers)) {
    columns[name] = String(value);
    if (workMinutes !== undefined && hourly.includes(name)) {
      columns[`${name}_ph`] = workMinutes === 0 ? '0.00' : ((value * 60) / workMinutes).toFixed(2);
    }
  }
  return { ...columns, ...percentages(facts) };
}

const rare = [
  'f_chats f_calls created_tickets resolved_tickets u_chats u_calls notes',
  'firstAssignAvgTime firstAssignAvgTimeSla firstResolveAvgTime firstResolveAvgTimeSla',
  'calls_outgoing call_outgoing_seconds call_outgoing_avg_time call_pickup_avg_time',
  'call_avg_time calls_internal call_internal_avg_time call_internal_seconds o_calls',
].flatMap((line) => line.split(' '));
const onlyInOthers = ['i_messages', 'i_chats', 'i_calls'];

/** Columns that are documented for a report but sent only when asked for by name. */
export function hiddenColumns(report: 'activity' | 'agents' | 'performance'): readonly string[] {
  if (report === 'agents') return [...rare, ...onlyInOthers];
  return report === 'performance' ? rare.filter((name) => !/tickets$|^u_chats$/.test(name)) : rare;
}

/** Cuts rows to the parameter `columns`; without it, to what the report shows by itself. */
export function selectColumns(
  call: LiveAgentCall,
  rows: readonly LiveAgentAnswer[],
  hidden: readonly string[],
): LiveAgentAnswer[] {
  const wanted = commaList(call, 'columns');
  const shown = (name: string): boolean => (wanted ? wanted.includes(name) : !hidden.includes(name));
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => shown(name))));
}
