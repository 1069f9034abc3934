import type { Config } from '../config/config.ts';
import { GatewayMetrics } from '../metrics/gateway-metrics.ts';
import { createLog } from '../server/log.ts';
import type { RunGatewayOptions } from '../server/running-gateway.ts';
import { openShared } from './open-shared.ts';
import { openSources } from './open-sources.ts';

/** Everything that a gateway is put together from. */
export type GatewayParts = Required<Omit<RunGatewayOptions, 'callerOf' | 'changes'>>;

/** Opens the parts of a gateway; calls no vendor. */
export function openGatewayParts(config: Config, log = createLog(config.server.logLevel)): GatewayParts {
  const metrics = new GatewayMetrics();
  const { openTransport, close, ...shared } = openShared(config, log, metrics);
  const sources = openSources(config, openTransport);
  return { ...shared, config, log, metrics, sources, closeShared: close };
}
