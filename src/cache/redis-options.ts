/** The longest silence of a Redis that owes an answer, in milliseconds, until it is connected to anew. */
const longestSilence = 2000;

/**
 * How Redis is connected to: nothing waits for a connection. One that something on the way has dropped without a word
 * would look well, and stay silent for a quarter of an hour; a new one takes its place.
 */
export const redisOptions = {
  enableOfflineQueue: false,
  // It needs INFO, and where that is not permitted it prints so at each attempt.
  enableReadyCheck: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  connectTimeout: 500,
  socketTimeout: longestSilence,
  retryStrategy: (attempt: number): number => Math.min(50 * 2 ** Math.min(attempt, 4), 500),
};
