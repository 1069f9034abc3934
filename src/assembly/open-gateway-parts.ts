import type { Config } from '../config/config.ts';
import { GatewayMetrics } from '../metrics/gateway-metrics.ts';
import { createLog, type Log } from '../server/log.ts';
import type { RunGatewayOptions } from '../server/running-gateway.ts';
import { openShared } from './open-shared.ts';
import { openSources } from './open-sources.ts';
import { readPersistedOperations } from './read-persisted-operations.ts';

/** Everything that a gateway is put together from. */
export type GatewayParts = Required<Omit<RunGatewayOptions, 'callerOf' | 'changes'>>;

/** What the configuration does not say. */
export interface GatewayPartsOptions {
  /** The configuration file, which paths in it are relative to. @default one in the working directory */
  readonly file?: string | undefined;
  /** @default the one that the configuration wants */
  readonly log?: Log;
}

/** Opens the parts of a gateway; calls no vendor. Throws `ConfigError` before anything is opened. */
export function openGatewayParts(
  config: Config,
  { file = '.', log = createLog(config.server.logLevel) }: GatewayPartsOptions = {},
): GatewayParts {
  const persistedOperations = readPersistedOperations(config, file);
  const metrics = new GatewayMetrics();
  const { openTransport, close, ...shared } = openShared(config, log, metrics);
  const sources = openSources(config, openTransport);
  return { ...shared, config, log, metrics, persistedOperations, sources, closeShared: close };
}
