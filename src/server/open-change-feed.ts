import type { ServerConfig } from '../config/config.ts';
import { ChangeFeed } from '../live/change-feed.ts';
import type { Log } from './log.ts';
import { createFaultLog } from './request-log.ts';

/** While all is quiet the time between two looks grows up to so many times the shortest. */
const quietFactor = 6;

/** Opens the feed of changes as the configuration says. Nothing is looked at before the first subscriber. */
export function openChangeFeed(server: ServerConfig, log: Log): ChangeFeed {
  const logFault = createFaultLog(log);
  return new ChangeFeed({
    shortestMs: server.pollSeconds * 1000,
    longestMs: server.pollSeconds * quietFactor * 1000,
    timeoutMs: server.requestTimeoutMs,
    onFault: (fault) => logFault(fault, 'changes'),
  });
}
