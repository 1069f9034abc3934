import type { Cache } from '../cache/cache.ts';
import type { RedisConnection } from '../cache/redis-connection.ts';
import type { CallTrace } from '../contract/call-trace.ts';
import { secretsIn } from '../contract/secret.ts';
import { LocalCallWindow, SharedCallWindow, type CallWindow } from './call-window.ts';
import { HttpTransport } from './http-transport.ts';
import type { TellOutage } from './outage-news.ts';
import { secretForms } from '../decoding/secret-forms.ts';
import type { OpenTransport } from './source-transport.ts';
import type { TransportMetrics } from './transport-metrics.ts';
import { UpstreamCaller } from './upstream-caller.ts';

/** What all sources share. */
export interface TransportDependencies {
  readonly cache: Cache;
  /** Where replicas count their calls together; null or left out = each counts its own. */
  readonly redis?: RedisConnection | null;
  /** Start of every Redis key. @default deskgraph */
  readonly prefix?: string;
  /** Told of every call and cache event. */
  readonly metrics?: TransportMetrics;
  /** Follows calls that no request waits for, such as refreshes in the background; null or left out = nobody follows. */
  readonly trace?: CallTrace | null;
  /** Told when a source goes down, and when it is up again; null or left out = nobody is. */
  readonly tellOutage?: TellOutage | null;
}

/** Makes the function that opens the way to a source. */
export function createOpenTransport(dependencies: TransportDependencies): OpenTransport {
  const { cache, redis = null, prefix = 'deskgraph', metrics = null, trace = null } = dependencies;
  const { tellOutage = null } = dependencies;
  return ({ settings, basePath = [], authorize, xml }) => {
    const window = openWindow(redis, `${prefix}:{${settings.name}}`);
    const secrets = secretForms(secretsIn(settings));
    const caller = new UpstreamCaller({
      settings,
      basePath,
      authorize,
      xml,
      secrets,
      window,
      metrics,
      trace,
      tellOutage,
    });
    return new HttpTransport({ settings, caller, cache, metrics });
  };
}

function openWindow(redis: RedisConnection | null, keys: string): CallWindow {
  const local = new LocalCallWindow();
  return redis ? new SharedCallWindow(redis, keys, local) : local;
}
