import type { ServerConfig } from '../config/config.ts';
import type { SharedLooks } from '../contract/shared-looks.ts';
import { ChangeFeed } from '../live/change-feed.ts';
import { looksAlone } from '../live/looks-alone.ts';
import type { Log } from './log.ts';
import { createFaultLog } from './request-log.ts';

/** How many times the shortest time between two looks the longest is, to which it grows while nothing changes. */
const quietFactor = 6;

/**
 * Opens the feed of changes as the configuration says. No source is looked at before there is a subscriber. `looks`:
 * shares looks with other replicas; left out = this one looks for itself.
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
