import { stringify } from 'yaml';
import { openGatewayParts } from '../assembly/open-gateway-parts.ts';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { startSandbox, type Sandbox } from '../sandbox/start-sandbox.ts';
import { isDeskName } from '../sandbox/world/world.ts';
import { createLog } from '../server/log.ts';
import { runGateway } from '../server/running-gateway.ts';
import { vendors } from '../vendors/index.ts';
import { askRehearsalQuery } from './rehearsal-query.ts';

/**
 * The gateways that rehearse, one after the other. V8 discards code that it compiled for one gateway alone when another
 * one runs it, or one with other settings.
 */
const gateways = [
  { cache: {}, source: { requestsPerMinute: 1_000_000 } },
  { cache: { memoryMb: 0 }, source: { requestsPerMinute: null, maxConcurrent: 128 } },
] as const;
/** So large that a page makes some fifty calls to a help desk. */
const sandboxSize = 0.05;
/** How long each gateway rehearses at most, in milliseconds: until V8 has compiled well what a page takes. */
const rehearsalTime = 1500;
/** How often each is asked at most. On a fast machine more would make nothing faster, and the heap larger. */
const mostRounds = 20;

/**
 * Answers queries over made-up help desks of the configured vendors, so that the first callers do not have to wait until
 * code is loaded and compiled, unless the configuration says not to. No real vendor is called. A failure here has no
 * consequence.
 */
export async function rehearse(config: Config): Promise<void> {
  if (!config.server.rehearse) return;
  const desks = [...new Set(config.sources.map(({ vendor }) => vendor))].filter(isDeskName);
  try {
    const sandbox = await startSandbox({ size: sandboxSize, desks });
    try {
      for (const settings of gateways) await answerQueries(configurationOf(sandbox, settings));
    } finally {
      await sandbox.close();
    }
  } catch {
    // The gateway starts without it, too.
  }
}

function configurationOf({ sources }: Sandbox, { cache, source }: (typeof gateways)[number]): Config {
  const own = Object.entries(sources).map(([name, settings]) => [name, { ...settings, ...source }]);
  const text = stringify({ server: { port: 0 }, cache, sources: Object.fromEntries(own) });
  // Without the environment: what is made up must not reach the caches of the real help desks.
  return loadConfig({ file: 'rehearsal', text, environment: {}, vendors });
}

async function answerQueries(config: Config): Promise<void> {
  const parts = openGatewayParts(config, createLog('silent'));
  // These requests do not belong in anybody's traces.
  const gateway = await runGateway({ ...parts, tracing: null });
  const end = performance.now() + rehearsalTime;
  for (let round = 1; round <= mostRounds && performance.now() < end; round += 1)
    await askRehearsalQuery(gateway.origin, round);
  await gateway.stop();
}
