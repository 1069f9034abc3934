import { openGatewayParts } from '../assembly/open-gateway-parts.ts';
import type { Config } from '../config/config.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';
import { redisStatus, type RedisStatus } from '../server/status-report.ts';
import { assembleGateway } from '../server/running-gateway.ts';
import { tuneHeap } from './heap.ts';
import { rehearse } from './rehearse.ts';
import type { CommandOptions } from './options.ts';
import { announce } from './print.ts';
import { readConfig } from './read-config.ts';
import type { StopSignal } from './stop-signal.ts';
import { version } from '../server/version.ts';

/**
 * Starts the gateway, with the sandbox behind it when there is no configuration; ends when told to stop. It listens
 * before it is ready, so that a port that is taken is told at once, and probes hear how far it is. One that is told to
 * stop before it listens never does.
 */
export async function start(options: CommandOptions, stop: StopSignal): Promise<number> {
  tuneHeap();
  const { config, file, close } = await readConfig(options);
  const parts = openGatewayParts(config);
  parts.metrics.observeProcess();
  const ready = Promise.withResolvers<void>();
  const gateway = assembleGateway({ ...parts, settled: ready.promise });
  if (!(await stop.isReceived())) {
    const origin = await gateway.listen();
    await Promise.race([parts.settled, stop.received]);
    if (file !== undefined) await Promise.race([rehearse(config), stop.received]);
    if (!(await stop.isReceived())) {
      ready.resolve();
      await announce(greeting(config, parts.sources, { origin, file, redis: redisStatus(parts.redis) }));
    }
  }

  await stop.received;
  await gateway.stop();
  await close();
  return 0;
}

const cacheWords: Readonly<Record<NonNullable<RedisStatus> | 'NONE', string>> = {
  NONE: 'memory',
  UP: 'memory and Redis',
  DOWN: 'memory; Redis cannot be used now',
};

/** What the greeting tells besides the configuration. */
interface Started {
  readonly origin: string;
  /** undefined = the sandbox. */
  readonly file: string | undefined;
  readonly redis: RedisStatus;
}

function greeting(config: Config, sources: SourceRegistry, { origin, file, redis }: Started): string {
  const rows = [...sources.values()].map(
    (source) => `  ${source.name.padEnd(16)} ${source.vendor.padEnd(10)} ${source.status()}`,
  );
  return [
    `Deskgraph ${version}`,
    `GraphQL    ${origin}/graphql`,
    ...(config.server.graphiql ? [`GraphiQL   ${origin}/graphql (open it in a browser)`] : []),
    `Sources    ${file ?? 'sandbox: emulated help desks with made-up data'}`,
    ...rows,
    `Cache      ${cacheWords[redis ?? 'NONE']} (${config.cache.memoryMb} MB)`,
    'Ready. Stop with Ctrl-C.',
    '',
  ].join('\n');
}
