import type { FractionalMetricName, MetricName, WholeMetricName } from '../../contract/report-metrics.ts';

/** The column that each metric comes from: counts, minutes and seconds. */
export const wholeMetricColumns: Readonly<Partial<Record<WholeMetricName, string>>> = {
  workMinutes: 'worktime',
  answers: 'answers',
  newAnswerAverageSeconds: 'newAnswerAvgTime',
  newAnswerAverageSecondsInSla: 'newAnswerAvgTimeSla',
  nextAnswerAverageSeconds: 'nextAnswerAvgTime',
  nextAnswerAverageSecondsInSla: 'nextAnswerAvgTimeSla',
  calls: 'calls',
  missedCalls: 'missed_calls',
  callSeconds: 'call_seconds',
  chats: 'chats',
  chatAnswers: 'chat_answers',
  missedChats: 'missed_chats',
  chatPickups: 'chat_pickup',
  chatPickupAverageSeconds: 'chatPickupAvgTime',
  chatAverageSeconds: 'chatAvgTime',
  unrated: 'not_ranked',
  positiveRatings: 'rewards',
  negativeRatings: 'punishments',
  createdTickets: 'created_tickets',
  resolvedTickets: 'resolved_tickets',
  unansweredChats: 'u_chats',
  unansweredCalls: 'u_calls',
  notes: 'notes',
  firstAssignAverageSeconds: 'firstAssignAvgTime',
  firstAssignAverageSecondsInSla: 'firstAssignAvgTimeSla',
  firstResolveAverageSeconds: 'firstResolveAvgTime',
  firstResolveAverageSecondsInSla: 'firstResolveAvgTimeSla',
  outgoingCalls: 'calls_outgoing',
  outgoingCallSeconds: 'call_outgoing_seconds',
  outgoingCallAverageSeconds: 'call_outgoing_avg_time',
  callPickupAverageSeconds: 'call_pickup_avg_time',
  callAverageSeconds: 'call_avg_time',
  internalCalls: 'calls_internal',
  internalCallAverageSeconds: 'call_internal_avg_time',
  internalCallSeconds: 'call_internal_seconds',
  offlineCalls: 'o_calls',
  incomingMessages: 'i_messages',
  incomingChats: 'i_chats',
  incomingCalls: 'i_calls',
  finishedChats: 'f_chats',
  finishedCalls: 'f_calls',
};

/** The same for percentages (`_p`) and numbers per hour (`_ph`). */
export const fractionalMetricColumns: Readonly<Partial<Record<FractionalMetricName, string>>> = {
  answersPerHour: 'answers_ph',
  callsPerHour: 'calls_ph',
  missedCallsPerHour: 'missed_calls_ph',
  callSecondsPerHour: 'call_seconds_ph',
  chatsPerHour: 'chats_ph',
  chatAnswersPerHour: 'chat_answers_ph',
  missedChatsPerHour: 'missed_chats_ph',
  unratedPercent: 'not_ranked_p',
  unratedPerHour: 'not_ranked_ph',
  positiveRatingsPercent: 'rewards_p',
  positiveRatingsPerHour: 'rewards_ph',
  negativeRatingsPercent: 'punishments_p',
  negativeRatingsPerHour: 'punishments_ph',
};

const metricColumns: Readonly<Partial<Record<MetricName, string>>> = {
  ...wholeMetricColumns,
  ...fractionalMetricColumns,
};

/** Columns that only the report of agents has. */
const columnsOfAgents = /^worktime$|_ph$/;
/** Columns that every activity report but the one of agents has. */
const columnsOfOthers = /^[if]_/;

/** The columns to ask of an activity report for some metrics. The vendor knows 49 of agents and 43 of anything else. */
export function columnsOf(metrics: ReadonlySet<MetricName>, report: 'agents' | 'others'): readonly string[] {
  const lacking = report === 'agents' ? columnsOfOthers : columnsOfAgents;
  return [...metrics].flatMap((name) => {
    const column = Object.hasOwn(metricColumns, name) ? metricColumns[name] : undefined;
    return column === undefined || lacking.test(column) ? [] : [column];
  });
}
