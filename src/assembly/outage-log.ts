import type { Log } from '../server/log.ts';
import type { TellOutage } from '../transport/outage-news.ts';

/** Makes the function that writes one line when a source goes down, with the reason, and one when it is up again. */
export function createOutageLog(log: Log): TellOutage {
  return (source, trouble) => {
    if (!trouble) return log.warn({ source, status: 'UP' }, 'source is up again');
    const { code, message: reason } = trouble;
    log.warn({ source, status: 'DOWN', code, reason }, 'source is down');
  };
}
