// The gateway as it is started, before one LiveAgent account. Arguments: the stub's origin, `caches` or `no-caches`, for how
// many seconds a list is fresh, and the bound of the caches in megabytes.
import { stringify } from 'yaml';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { tuneHeap } from '../../src/cli/heap.ts';
import { rehearse } from '../../src/cli/rehearse.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { runGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';
import { inFlight } from './in-flight.ts';

tuneHeap();
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
const parts = openGatewayParts(config);
const gateway = await runGateway(parts);
await rehearse(config);
process.send?.({ port: Number(new URL(gateway.origin).port) });
// Asked by the soak only, which starts it with --expose-gc.
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
process.on('disconnect', () => process.exit(0));
