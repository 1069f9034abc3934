import type { ServerConfig } from '../config/config.ts';
import type { SharedLooks } from '../contract/shared-looks.ts';
import { ChangeFeed } from '../live/change-feed.ts';
import { looksAlone } from '../live/looks-alone.ts';
import type { Log } from './log.ts';
import { createFaultLog } from './request-log.ts';

/** While all is quiet the time between two looks grows up to so many times the shortest. */
const quietFactor = 6;

/**
 * Opens the feed of changes as the configuration says. Nothing is looked at before the first subscriber. `looks`:
 * shared with other replicas; left out = this one looks for itself.
 */
export function openChangeFeed(server: ServerConfig, log: Log, looks: SharedLooks = looksAlone): ChangeFeed {
  const logFault = createFaultLog(log);
  return new ChangeFeed({
    shortestMs: server.pollSeconds * 1000,
    longestMs: server.pollSeconds * quietFactor * 1000,
    timeoutMs: server.requestTimeoutMs,
    looks,
    onFault: (fault) => logFault(fault, 'changes'),
  });
}
