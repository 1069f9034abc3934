/**
 * What configurations of tests have that are about something else than time: on a slow machine everybody is slow, and
 * neither is a help desk late nor a request over.
 */
export const roomyTimes = {
  server: { lateAfterMs: 30_000, requestTimeoutMs: 60_000 },
  source: { timeoutMs: 30_000 },
} as const;
