import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { startRedisCluster } from '../cache/redis-cluster.ts';
import { redisMissing, startRedis } from '../cache/redis-server.ts';
import { startGatewayProcess, type GatewayProcess } from '../support/gateway-process.ts';
import { roomyTimes } from '../support/roomy-times.ts';

const count = 3;
const prefix = 'replicas';

/** Ten conversations with everything that takes calls of their own. */
const page = `{
  conversations(first: 10, filter: { sources: ["support"] }) {
    nodes { id subject note customFields { code } tags { name } messages(first: 50) { nodes { text authorName } } }
    sources { state }
  }
}`;
const tags = '{ tags(filter: { sources: ["tickets"] }) { nodes { name } } }';

/** Nothing ends by itself while a test is running. */
const lasting = { list: 600, conversation: 600, closedConversation: 600, directory: 600 };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.05 });
});
beforeEach(() => {
  for (const { calls, faults } of Object.values(sandbox.emulators)) {
    calls.clear();
    faults.clear();
  }
});
afterAll(() => sandbox.close());

/** What gateways share. */
interface SharedRedis {
  readonly url: string;
  /** The names of all that is kept. */
  keys(): Promise<readonly string[]>;
  /** It is gone from one moment to the next. */
  stop(): Promise<void>;
}

async function startServer(): Promise<SharedRedis> {
  const { url, client, stop } = await startRedis();
  return { url, keys: () => client.keys('*'), stop };
}

async function startCluster(): Promise<SharedRedis> {
  const { url, masters } = await startRedisCluster();
  return {
    url,
    keys: async () => (await Promise.all(masters.map(({ client }) => client.keys('*')))).flat(),
    stop: async () => {
      for (const { signal } of masters) signal('SIGKILL');
    },
  };
}

interface Replicas {
  readonly redis: SharedRedis;
  readonly gateways: readonly GatewayProcess[];
}

/** Starts gateways, each in a process of its own, over one Redis, for the running test. */
async function startReplicas(start: () => Promise<SharedRedis>, support: object = {}): Promise<Replicas> {
  const redis = await start();
  const sources = Object.entries(sandbox.sources).map(([name, source]) => [
    name,
    { ...source, ...roomyTimes.source, cacheSeconds: lasting, ...(name === 'support' ? support : {}) },
  ]);
  const config = {
    server: roomyTimes.server,
    cache: { redis: redis.url, prefix },
    sources: Object.fromEntries(sources) as object,
  };
  const gateways = await Promise.all(Array.from({ length: count }, () => startGatewayProcess(config)));
  onTestFinished(async () => {
    await Promise.all(gateways.map((gateway) => gateway.close()));
  });
  return { redis, gateways };
}

function callsTo(desk: 'liveagent' | 'livechat'): number {
  return sandbox.emulators[desk].calls.list().length;
}

const tagNames = (data: unknown) =>
  (data as { tags: { nodes: { name: string }[] } }).tags.nodes.map(({ name }) => name);

// On a busy machine a command may take longer than the cache waits for Redis, and then each replica reads for itself.
describe.skipIf(redisMissing).each([
  { kind: 'one Redis', start: startServer },
  { kind: 'a Redis Cluster', start: startCluster },
])('three replicas over $kind', { timeout: 120_000, retry: 2 }, ({ start }) => {
  it('share what they have read, drop what one of them changed, and go on without Redis', async () => {
    const { gateways, redis } = await startReplicas(start);
    const [first, second, third] = gateways as [GatewayProcess, GatewayProcess, GatewayProcess];

    // One cold page for many at once, wherever they ask.
    const cold = await Promise.all(
      Array.from({ length: 60 }, (_, at) => (gateways[at % count] as GatewayProcess).query(page)),
    );
    expect(cold.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(cold.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    expect(callsTo('liveagent')).toBeLessThanOrEqual(23);
    const callsOfOne = callsTo('liveagent');
    for (const gateway of gateways) await gateway.query(page);
    expect(callsTo('liveagent')).toBe(callsOfOne);

    // A change that one makes is seen by the next query of every other.
    const made = `made by ${second.origin}`;
    for (const gateway of gateways) expect(tagNames((await gateway.query(tags)).data)).not.toContain(made);
    const create = `mutation { tagCreate(input: { source: "tickets", name: "${made}", clientMutationId: "once" }) { tag { name } } }`;
    expect((await second.query(create)).errors).toEqual([]);
    // Pub/sub is quick but not instant.
    for (const gateway of gateways)
      await expect.poll(async () => tagNames((await gateway.query(tags)).data)).toContain(made);

    // The same change sent again to another replica is not made again.
    const callsBefore = callsTo('livechat');
    expect((await third.query(create)).errors).toEqual([]);
    expect(
      sandbox.emulators.livechat.calls
        .list()
        .slice(callsBefore)
        .filter(({ method }) => method !== 'GET'),
    ).toEqual([]);

    expect(await redis.keys()).not.toEqual([]);
    expect((await redis.keys()).every((key) => key.startsWith(`${prefix}:`))).toBe(true);

    // One replica is killed: the others do not notice.
    third.signal('SIGKILL');
    expect((await first.query(page, {}, { 'cache-control': 'no-cache' })).errors).toEqual([]);

    // Without Redis each goes on by itself.
    await redis.stop();
    const alone = await Promise.all(
      [first, second].map((gateway) => gateway.query(page, {}, { 'cache-control': 'no-cache' })),
    );
    expect(alone.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await first.close()).toBe(0);
  });

  it('keep to one budget of calls together', async () => {
    const { gateways } = await startReplicas(start, { requestsPerMinute: 30 });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        (gateways[at % count] as GatewayProcess).query(
          'query One($id: String!) { nodeByVendorId(source: "support", type: CONVERSATION, vendorId: $id) { id } }',
          { id: `unknown${at}` },
        ),
      ),
    );
    const codes = new Set(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code)));
    expect(codes).toEqual(new Set(['UPSTREAM_RATE_LIMITED']));
    // A tenth is left to lists, directories and changes.
    expect(callsTo('liveagent')).toBe(27);
  });
});

describe.skipIf(redisMissing)('gateways over one Redis whose sources have the same names', () => {
  it('share nothing where these stand for other accounts, or for other settings of one', async () => {
    const [redis, elsewhere] = [await startRedis(), await startSandbox({ size: 0.02, seed: 2 })];
    const cache = { redis: redis.url, prefix };
    const { support } = sandbox.sources;
    const opened = await Promise.all(
      [sandbox.sources, elsewhere.sources, { support: { ...support, format: 'xml' } }].map((sources) =>
        startGatewayProcess({ server: roomyTimes.server, cache, sources }),
      ),
    );
    onTestFinished(async () => {
      await Promise.all(opened.map((gateway) => gateway.close()));
      await elsewhere.close();
    });
    const agents = '{ agents(filter: { sources: ["support"] }) { nodes { email } } }';
    const [ours, theirs, differently] = opened as [GatewayProcess, GatewayProcess, GatewayProcess];
    const told = (await ours.query(agents)).text;
    await expect.poll(() => redis.client.keys(`${prefix}:{support}:*`)).not.toEqual([]);
    const { text, errors } = await theirs.query(agents);
    expect(errors).toEqual([]);
    expect(text).not.toBe(told);
    const callsBefore = callsTo('liveagent');
    expect((await differently.query(agents)).text).toBe(told);
    expect(callsTo('liveagent')).toBeGreaterThan(callsBefore);
  });
});
