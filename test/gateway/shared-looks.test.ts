import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { redisMissing, startRedis, type RedisServer } from '../cache/redis-server.ts';
import { eventStreamOf } from '../support/event-stream.ts';
import { openGateway } from '../support/gateway-over.ts';
import { startGatewayProcess, type GatewayProcess } from '../support/gateway-process.ts';
import { mutate } from '../support/mutation-answer.ts';

const prefix = 'looks';
const document =
  'subscription Changes($filter: ConversationFilter) { conversationChanged(filter: $filter) { subject } }';

let sandbox: Sandbox<'livechat'>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.02, desks: ['livechat'] });
});
afterAll(() => sandbox.close());

/** A replica in a process of its own, with what its subscriber was told. */
interface Replica {
  readonly gateway: GatewayProcess;
  readonly subjects: string[];
}

async function startReplicas(redis: RedisServer, count: number, cache: object = {}): Promise<Replica[]> {
  const config = {
    server: { pollSeconds: 0.2, drainSeconds: 5 },
    cache: { redis: redis.url, prefix, ...cache },
    sources: { tickets: sandbox.sources['tickets'] },
  };
  const gateways = await Promise.all(Array.from({ length: count }, () => startGatewayProcess(config)));
  onTestFinished(async () => {
    for (const gateway of gateways) gateway.signal('SIGKILL');
    await Promise.all(gateways.map((gateway) => gateway.close()));
  });
  return gateways.map((gateway) => ({ gateway, subjects: [] }));
}

/** Subscribes, and writes down what is told until the stream ends. */
async function follow({ gateway, subjects }: Replica, filter: object | null = null): Promise<void> {
  const gone = new AbortController();
  const response = await fetch(`${gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: document, variables: { filter } }),
    signal: gone.signal,
  });
  expect(response.status).toBe(200);
  const stream = eventStreamOf(response, gone);
  const read = async (): Promise<void> => {
    for (;;) {
      const event = (await stream.next()) as { data: { conversationChanged: { subject: string } } } | string;
      if (typeof event === 'string') return;
      subjects.push(event.data.conversationChanged.subject);
    }
  };
  read().catch(() => {});
  onTestFinished(() => gone.abort());
}

/** A change that no replica makes. */
async function changeElsewhere(subject: string): Promise<void> {
  const elsewhere = openGateway({ tickets: sandbox.sources['tickets']! });
  const message = { source: 'tickets', subject, message: 'Hello?', customerEmail: 'kim@example.com' };
  const { payload } = await mutate(elsewhere, 'conversationCreate', message);
  expect(payload?.userErrors).toEqual([]);
  await elsewhere.close();
}

async function metricsOf({ gateway }: Replica): Promise<string> {
  return (await fetch(`${gateway.origin}/metrics`)).text();
}

async function roleOf(replica: Replica): Promise<string> {
  const found = /change_looks\{source="tickets",role="(?<role>\w+)"\} 1/.exec(await metricsOf(replica))
    ?.groups?.['role'];
  return found ?? 'none';
}

/** Waits until one of the replicas leads and the others follow; the leader comes first. */
async function settled(replicas: readonly Replica[]): Promise<Replica[]> {
  let roles: string[] = [];
  const wanted = ['leading', ...replicas.slice(1).map(() => 'following')].sort();
  await expect.poll(async () => (roles = await Promise.all(replicas.map(roleOf))).toSorted()).toEqual(wanted);
  const at = roles.indexOf('leading');
  return [replicas[at]!, ...replicas.filter((_, index) => index !== at)];
}

async function listCallsOf(replica: Replica): Promise<number> {
  const lines = (await metricsOf(replica)).split('\n');
  const counts = lines.filter((line) =>
    /^deskgraph_upstream_calls_total\{.*operation="conversations/.test(line),
  );
  return counts.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}

async function told(replicas: readonly Replica[], subject: string): Promise<void> {
  for (const { subjects } of replicas) {
    await expect.poll(() => subjects, { interval: 20 }).toContain(subject);
  }
}

describe.skipIf(redisMissing)(
  'the subscribers of three replicas over one Redis',
  { timeout: 240_000 },
  () => {
    it('are told by one that looks for all, whichever that is', async () => {
      const redis = await startRedis();
      const replicas = await startReplicas(redis, 3);
      await Promise.all(replicas.map((replica) => follow(replica)));
      await settled(replicas);

      // One looks, and pays for it; all tell.
      await changeElsewhere('one looks');
      await told(replicas, 'one looks');
      const whoLooks = async () => {
        const before = await Promise.all(replicas.map(listCallsOf));
        await sleep(1500);
        const after = await Promise.all(replicas.map(listCallsOf));
        const roles = await Promise.all(replicas.map(roleOf));
        return roles.filter((_, at) => after[at]! > before[at]!);
      };
      // On a busy machine the lead may pass from one that is held up to another meanwhile.
      await expect.poll(whoLooks).toEqual(['leading']);
      const [leader, second, third] = (await settled(replicas)) as [Replica, Replica, Replica];

      // A change through a follower is looked for at once, where everybody hears of it.
      const input =
        '{ source: "tickets", subject: "through another", message: "Hi", customerEmail: "kim@example.com" }';
      const { errors } = await second.gateway.query(
        `mutation { conversationCreate(input: ${input}) { userErrors { message } } }`,
      );
      expect(errors).toEqual([]);
      await told(replicas, 'through another');

      // A leader that stands still is left behind, and follows when it wakes.
      leader.gateway.signal('SIGSTOP');
      await changeElsewhere('the leader sleeps');
      const [next] = await settled([second, third]);
      await told([second, third], 'the leader sleeps');
      leader.gateway.signal('SIGCONT');
      await told([leader], 'the leader sleeps');
      expect((await settled(replicas))[0]).toBe(next);

      // Without Redis each looks for itself; with it they are together again.
      await redis.stop();
      await changeElsewhere('without Redis');
      await told(replicas, 'without Redis');
      await expect.poll(() => Promise.all(replicas.map(roleOf))).toEqual(['alone', 'alone', 'alone']);
      await redis.start();
      await changeElsewhere('Redis is back');
      const [last, ...others] = (await settled(replicas)) as [Replica, Replica, Replica];
      await told(replicas, 'Redis is back');

      // Whoever stops in good order hands over at once.
      expect(await last.gateway.close()).toBe(0);
      await changeElsewhere('one stopped');
      await told(others, 'one stopped');
      const [lone, left] = (await settled(others)) as [Replica, Replica];

      // Whoever is killed does not.
      lone.gateway.signal('SIGKILL');
      await changeElsewhere('one was killed');
      await told([left], 'one was killed');
      await settled([left]);

      // Nothing was told more often than one replica alone would have told it: twice, when it had just happened.
      for (const { subjects } of replicas) {
        for (const subject of subjects)
          expect(subjects.filter((each) => each === subject).length, subject).toBeLessThanOrEqual(2);
      }
    });

    it('find by its id what they are told of, where nobody has listed it', async () => {
      const redis = await startRedis();
      const replicas = await startReplicas(redis, 2);
      await Promise.all(replicas.map((replica) => follow(replica)));
      await settled(replicas);
      const elsewhere = openGateway({ tickets: sandbox.sources['tickets']! });
      const { data } = await elsewhere.query(
        '{ conversations(first: 1, filter: { status: [RESOLVED] }) { nodes { id } } }',
      );
      const { id } = (data as { conversations: { nodes: { id: string }[] } }).conversations.nodes[0]!;
      const tagsAt = async ({ gateway }: Replica): Promise<string> =>
        (await gateway.query(`{ conversation(id: "${id}") { tags { name } } }`)).text;
      for (const replica of replicas) expect(await tagsAt(replica)).not.toContain('reopened');

      await sleep(1100);
      const tag = { conversationId: id, tagName: 'reopened' };
      expect((await mutate(elsewhere, 'conversationTagAdd', tag)).payload?.userErrors).toEqual([]);
      await elsewhere.close();
      for (const replica of replicas) await expect.poll(() => tagsAt(replica)).toContain('reopened');
    });

    it('send nothing over Redis that can be read, where the cache is encrypted, and no personal data in names', async () => {
      const redis = await startRedis();
      const encryptionKey = Buffer.alloc(32, 7).toString('base64');
      const replicas = await startReplicas(redis, 1, { encryptionKey });
      const listener = new Redis(redis.url);
      onTestFinished(() => listener.disconnect());
      const messages: Buffer[] = [];
      await listener.psubscribe('*');
      listener.on('pmessageBuffer', (_pattern: string, _channel: Buffer, message: Buffer) =>
        messages.push(message),
      );

      for (const replica of replicas) await follow(replica, { customerEmail: 'kim@example.com' });
      await settled(replicas);
      await changeElsewhere('nobody reads this');
      await told(replicas, 'nobody reads this');

      const heads = messages.map((message) => message.toString('latin1'));
      expect(heads.some((head) => head.includes('"news"'))).toBe(true);
      const keys = await redis.client.keys('*');
      expect(keys.some((key) => key.startsWith(`${prefix}:{tickets}:looks:`))).toBe(true);
      for (const text of [...heads, ...keys]) expect(text).not.toMatch(/kim|example\.com|nobody reads/);
      // -1 is a key that stays for ever. One that has ended in between says -2.
      for (const key of keys) expect(await redis.client.pttl(key), key).not.toBe(-1);
    });
  },
);
