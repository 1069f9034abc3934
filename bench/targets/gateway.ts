// The gateway as it is started, before one LiveAgent account. Arguments: the stub's origin, `caches` or `no-caches`, for how
// many seconds a list is fresh, and the bound of the caches in megabytes.
import { stringify } from 'yaml';
import { growHeapSlowly } from '../../src/cli/heap-growth.ts';
import { openShared } from '../../src/cli/open-shared.ts';
import { rehearse } from '../../src/cli/rehearse.ts';
import { openSources } from '../../src/cli/open-sources.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { createLog } from '../../src/server/log.ts';
import { runGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';
import { inFlight } from './in-flight.ts';

growHeapSlowly();
const [origin = '', caches = 'caches', listSeconds = '10', memoryMb = '128'] = process.argv.slice(2);
const kinds = ['directory', 'list', 'conversation', 'closedConversation', 'pastDay', 'report', 'pastReport'];
const cacheSeconds =
  caches === 'caches' ? { list: Number(listSeconds) } : Object.fromEntries(kinds.map((kind) => [kind, 0]));
const text = stringify({
  cache: { memoryMb: caches === 'caches' ? Number(memoryMb) : 0 },
  server: { port: 0, logLevel: 'silent' },
  limits: { maxPageSize: 1000, maxCost: 1_000_000 },
  sources: {
    support: {
      vendor: 'liveagent',
      url: origin,
      apiKey: 'bench',
      timeZone: 'UTC',
      requestsPerMinute: null,
      maxConcurrent: inFlight,
      cacheSeconds,
    },
  },
});
const config = loadConfig({ file: 'bench', text, environment: {}, vendors });
const log = createLog('silent');
const shared = openShared(config, log);
const sources = openSources(config, shared.openTransport);
await rehearse(config);
const gateway = await runGateway({
  config,
  sources,
  log,
  answers: shared.answers,
  closeShared: shared.close,
});
process.send?.({ port: Number(new URL(gateway.origin).port) });
// Asked by the soak only, which starts it with --expose-gc.
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
process.on('disconnect', () => process.exit(0));
