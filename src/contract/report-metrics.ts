import type { Money } from './conversation-aftermath.ts';

/** The whole numbers among the metrics: counts, and spans in the unit of the name. */
export const wholeMetricNames = [
  'answers',
  'callAverageSeconds',
  'callPickupAverageSeconds',
  'callSeconds',
  'calls',
  'chatAnswers',
  'chatAverageSeconds',
  'chatPickupAverageSeconds',
  'chatPickups',
  'chats',
  'createdTickets',
  'finishedCalls',
  'finishedChats',
  'firstAssignAverageSeconds',
  'firstAssignAverageSecondsInSla',
  'firstResolveAverageSeconds',
  'firstResolveAverageSecondsInSla',
  'incomingCalls',
  'incomingChats',
  'incomingMessages',
  'internalCallAverageSeconds',
  'internalCallSeconds',
  'internalCalls',
  'missedCalls',
  'missedChats',
  'negativeRatings',
  'newAnswerAverageSeconds',
  'newAnswerAverageSecondsInSla',
  'nextAnswerAverageSeconds',
  'nextAnswerAverageSecondsInSla',
  'notes',
  'offlineCalls',
  'outgoingCallAverageSeconds',
  'outgoingCallSeconds',
  'outgoingCalls',
  'positiveRatings',
  'problems',
  'resolvedTickets',
  'salesCount',
  'unansweredCalls',
  'unansweredChats',
  'unrated',
  'workMinutes',
] as const;

/** The metrics that may have a fraction. */
export const fractionalMetricNames = [
  'answersPerHour',
  'callSecondsPerHour',
  'callsPerHour',
  'chatAnswersPerHour',
  'chatsPerHour',
  'conversionRate',
  'delayRating',
  'missedCallsPerHour',
  'missedChatsPerHour',
  'negativeRatingsPerHour',
  'negativeRatingsPercent',
  'overallRating',
  'positiveRatingsPerHour',
  'positiveRatingsPercent',
  'presenceHours',
  'resolutionRating',
  'unratedPerHour',
  'unratedPercent',
  'welcomeRating',
] as const;

export type WholeMetricName = (typeof wholeMetricNames)[number];
export type FractionalMetricName = (typeof fractionalMetricNames)[number];

/** What a vendor may measure; left out or null = it does not, or the query does not ask for it. */
export type Metrics = {
  readonly [Name in WholeMetricName | FractionalMetricName]?: number | null | undefined;
} & { readonly salesAmount?: Money | null | undefined };

export type MetricName = keyof Metrics;
