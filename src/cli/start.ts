import { openGatewayParts } from '../assembly/open-gateway-parts.ts';
import type { Config } from '../config/config.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';
import { redisStatus, type RedisStatus } from '../server/status-report.ts';
import { runGateway } from '../server/running-gateway.ts';
import { tuneHeap } from './heap.ts';
import { rehearse } from './rehearse.ts';
import type { CommandOptions } from './options.ts';
import { announce } from './print.ts';
import { readConfig } from './read-config.ts';
import { version } from '../server/version.ts';

/** Starts the gateway, with the sandbox behind it when there is no configuration; ends when told to stop. */
export async function start(options: CommandOptions): Promise<number> {
  tuneHeap();
  // From here on there is something to close, so a signal must not end the process right away.
  const stopped = stopSignal();
  const { config, file, close } = await readConfig(options);
  const parts = openGatewayParts(config, { file });
  parts.metrics.observeProcess();
  await parts.settled;
  if (file !== undefined) await Promise.race([rehearse(config), stopped]);
  const gateway = await runGateway(parts);
  await announce(
    greeting(config, parts.sources, {
      origin: gateway.origin,
      file,
      redis: redisStatus(parts.redis),
    }),
  );

  await stopped;
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

/** Resolves at the first signal to stop; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(1);
        stopping = true;
        resolve();
      });
    }
  });
}
