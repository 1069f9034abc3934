import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { redisMissing } from '../cache/redis-server.ts';
import { startGatewayProcess } from '../support/gateway-process.ts';
import { leaksIn, canaryKeys } from './support/canaries.ts';
import type { BenchAnswer, BenchGateway } from './support/bench-gateway.ts';
import { leaksOf, openFaultBench, type FaultBench, patient } from './support/fault-bench.ts';
import { askInbox, askSingle, lookAround, type Inbox, type Reference } from './support/inbox.ts';
import { openRedisBench } from './support/redis-bench.ts';

let bench: FaultBench;
let reference: Reference;
beforeAll(async () => {
  bench = await openFaultBench();
  reference = await lookAround(bench, 'support');
});
beforeEach(async () => {
  await bench.mend();
  bench.forget();
});
afterAll(() => bench.close());

/** Ten conversations with everything that takes calls of their own: 23 calls to LiveAgent. */
const pageOfTen = (sources = '["support"]') => `{
  conversations(first: 10, filter: { sources: ${sources} }) {
    nodes { id subject note customFields { code } assignee { name } tags { name } messages(first: 50) { nodes { text authorName } } }
    sources { state }
  }
}`;
const tags = '{ tags(filter: { sources: ["support"] }) { nodes { name } sources { state } } }';

function callsTo(source: 'support' | 'tickets', operation?: string): number {
  const calls = bench.emulators[source].calls.list();
  return operation === undefined ? calls.length : calls.filter((call) => call.operation === operation).length;
}

function expectAllWell(answers: readonly BenchAnswer<unknown>[]): void {
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  for (const { data } of answers) {
    const { conversations } = data as Partial<Inbox>;
    for (const { state } of conversations?.sources ?? []) expect(['OK', 'STALE']).toContain(state);
  }
}

/** Sends a query from all gateways in turn for a while; gives what came. */
async function underLoad(
  gateways: readonly BenchGateway[],
  milliseconds: number,
  ask: (gateway: BenchGateway, count: number) => Promise<BenchAnswer<unknown>>,
): Promise<BenchAnswer<unknown>[]> {
  const until = performance.now() + milliseconds;
  const answers: BenchAnswer<unknown>[] = [];
  await Promise.all(
    gateways.map(async (gateway) => {
      for (let count = 0; performance.now() < until; count += 1) {
        answers.push(await ask(gateway, count));
        await sleep(5);
      }
    }),
  );
  return answers;
}

/** Nearly every query has to ask Redis, and then the vendors. */
const shortLived = {
  ...patient,
  everySource: {
    ...patient.everySource,
    cacheSeconds: {
      list: 0.02,
      conversation: 0.02,
      closedConversation: 0.02,
      pastDay: 0.02,
      directory: 0.02,
    },
  },
};

describe.skipIf(redisMissing)('replicas that share Redis', () => {
  it('G07 make the calls of one query for 200 at once, and none for the next', async ({ task }) => {
    const alone = await bench.open(patient);
    await alone.ask(pageOfTen());
    await alone.stop();
    const one = callsTo('support');
    expect(one).toBeLessThanOrEqual(23);

    const single = await bench.open(patient);
    bench.forget();
    expectAllWell(await Promise.all(Array.from({ length: 200 }, () => single.ask(pageOfTen()))));
    const inOne = callsTo('support');
    await single.ask(pageOfTen());
    const second = callsTo('support') - inOne;
    await single.stop();
    expect({ inOne, second }).toEqual({ inOne: one, second: 0 });

    const redis = await openRedisBench();
    const replicas = await redis.replicas(bench, 3, patient);
    bench.forget();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) => (replicas[at % 3] as BenchGateway).ask(pageOfTen())),
    );
    expectAllWell(answers);
    expect(callsTo('support')).toBe(one);
    for (const replica of replicas) await replica.ask(pageOfTen());
    expect(callsTo('support')).toBe(one);
    task.meta.fault = { figure: `${one} calls for one, for 200, and for 200 on three replicas` };
  });

  it('F41 G08 a time to live that ends under 1,000 queries at once: one call, nobody waits', async ({
    task,
  }) => {
    const redis = await openRedisBench();
    const settings = { ...patient, everySource: { ...patient.everySource, cacheSeconds: { directory: 10 } } };
    const replicas = await redis.replicas(bench, 3, settings);
    for (const replica of replicas) await replica.ask(tags);
    // Jitter makes it up to a tenth longer; stale answers are good for half as long again.
    await sleep(11_100);
    bench.proxies.support.set({ latencyMs: 400 });
    bench.forget();
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, at) =>
        (replicas[at % 3] as BenchGateway).ask<{ tags: { nodes: unknown[] } }>(
          tags,
          {},
          { 'x-deskgraph-explain': '1' },
        ),
      ),
    );
    expectAllWell(answers);
    await sleep(900);
    expect(bench.proxies.support.requests).toHaveLength(1);
    const misses = answers.reduce((sum, { explain }) => sum + (explain?.total['misses'] ?? 0), 0);
    expect(misses).toBe(0);
    task.meta.fault = { figure: `1 call, ${misses} of 1,000 waited for it` };
  });

  it('F35 Redis is down when the gateway starts', async ({ task }) => {
    const redis = await openRedisBench();
    await redis.proxy.down();
    const [gateway] = (await redis.replicas(bench, 1)) as [BenchGateway];
    const answer = await askInbox(gateway);
    expectAllWell([answer]);
    expect(answer.data.conversations?.nodes).toEqual(reference.inbox.conversations?.nodes);
    await redis.proxy.up();
    await sleep(1200);
    await gateway.ask(tags);
    await sleep(100);
    expect((await redis.dump()).length).toBeGreaterThan(0);
    task.meta.fault = { figure: `first answer after ${Math.round(answer.milliseconds)} ms` };
  });

  it('F36 G09 Redis is killed under load and comes back', async ({ task }) => {
    const redis = await openRedisBench();
    const replicas = await redis.replicas(bench, 3, shortLived);
    const load = underLoad(replicas, 4500, (gateway, count) =>
      count % 3 === 0 ? gateway.ask(tags, {}, { 'cache-control': 'no-cache' }) : askInbox(gateway),
    );
    await sleep(800);
    await redis.server.stop();
    await sleep(1500);
    await redis.server.start();
    await redis.server.client.auth(canaryKeys.redisPassword).catch(() => null);
    const back = performance.now();
    while ((await redis.server.client.dbsize()) === 0) await sleep(10);
    const recovery = performance.now() - back;
    const answers = await load;
    expectAllWell(answers);
    // Reconnecting is tried every half second; the promise is a second, the rest is for other programs.
    expect(recovery).toBeLessThan(1000 + 1000);
    task.meta.fault = {
      figure: `0 of ${answers.length} requests failed, used again after ${Math.round(recovery)} ms`,
    };
  });

  it('F37 Redis hangs, is slow, and pauses its clients', async ({ task }) => {
    const redis = await openRedisBench();
    const replicas = await redis.replicas(bench, 2, shortLived);
    const load = underLoad(replicas, 4000, (gateway) => askInbox(gateway));
    await sleep(300);
    redis.server.signal('SIGSTOP');
    await sleep(700);
    redis.server.signal('SIGCONT');
    await sleep(300);
    redis.proxy.set({ latencyMs: 50 });
    await sleep(700);
    redis.proxy.clear();
    await redis.server.client.client('PAUSE', 600);
    const answers = await load;
    redis.server.signal('SIGCONT');
    expectAllWell(answers);
    task.meta.fault = { figure: `0 of ${answers.length} requests failed` };
  });

  it('F38 Redis is full, read-only, busy loading, or refuses the password', async ({ task }) => {
    const redis = await openRedisBench();
    const { client } = redis.server;
    const replicas = await redis.replicas(bench, 2, patient);
    const answers: BenchAnswer<unknown>[] = [];
    const ask = async () => {
      for (const replica of replicas)
        answers.push(await replica.ask(tags, {}, { 'cache-control': 'no-cache' }), await askInbox(replica));
    };
    await client.config('SET', 'maxmemory', '1mb', 'maxmemory-policy', 'noeviction');
    await ask();
    await client.config('SET', 'maxmemory', '0');
    await client.replicaof('127.0.0.1', '1');
    await ask();
    await client.replicaof('NO', 'ONE');
    for (const { key } of await redis.dump())
      await client.del(key).then(() => client.lpush(key, 'no string'));
    await ask();
    await client.config('SET', 'requirepass', 'another-password-now');
    await client.call('CLIENT', 'KILL', 'TYPE', 'normal').catch(() => null);
    await ask();
    expectAllWell(answers);
    expect(leaksOf(bench)).toEqual([]);
    task.meta.fault = { figure: `0 of ${answers.length} requests failed, no password in the log` };
  });

  it('F39 F40 values that were damaged, cut, emptied or moved to other keys', async ({ task }) => {
    const redis = await openRedisBench();
    const [writer] = (await redis.replicas(bench, 1, patient)) as [BenchGateway];
    expectAllWell([await askInbox(writer)]);
    await sleep(150);
    const values = (await redis.dump()).filter(
      ({ key }) => !key.includes(':tag:') && !key.includes(':lock') && !key.includes('budget'),
    );
    expect(values.length).toBeGreaterThan(3);
    const damages: readonly ((value: Buffer, at: number) => Buffer)[] = [
      (value, at) =>
        Buffer.concat([value.subarray(0, at), Buffer.from([(value[at] ?? 0) ^ 1]), value.subarray(at + 1)]),
      (value, at) => value.subarray(0, at),
      () => Buffer.alloc(0),
      (value) => Buffer.concat([value, Buffer.from('x')]),
      (_, at) => Buffer.from(values[at % values.length]?.value ?? '', 'latin1'),
    ];
    let wrong = 0;
    for (const [round, damage] of damages.entries()) {
      for (const { key, value } of values) {
        const bytes = Buffer.from(value, 'latin1');
        const changed = damage(bytes, (bytes.length >> 1) + round);
        await redis.server.client.set(
          key,
          changed.equals(bytes) ? Buffer.from('moved') : changed,
          'PX',
          60_000,
        );
      }
      const [reader] = (await redis.replicas(bench, 1, patient)) as [BenchGateway];
      await sleep(100);
      const answer = await askInbox(reader);
      if (
        JSON.stringify(answer.data.conversations?.nodes) !==
        JSON.stringify(reference.inbox.conversations?.nodes)
      )
        wrong += 1;
      expectAllWell([answer]);
    }
    expect(wrong).toBe(0);
    task.meta.fault = { figure: `${wrong} wrong answers of ${damages.length * values.length} values` };
  });

  it('F43 everything is flushed under load', async ({ task }) => {
    const redis = await openRedisBench();
    const replicas = await redis.replicas(bench, 3, shortLived);
    const load = underLoad(replicas, 2500, (gateway) => askInbox(gateway));
    for (let turn = 0; turn < 8; turn += 1) {
      await sleep(250);
      await redis.server.client.flushall();
    }
    const answers = await load;
    expectAllWell(answers);
    task.meta.fault = {
      figure: `0 of ${answers.length} requests failed, ${callsTo('support')} calls to one vendor`,
    };
  });

  it('F44 an answer of Redis is lost: what it did is not done again', async ({ task }) => {
    const redis = await openRedisBench();
    const [gateway] = (await redis.replicas(bench, 1, {
      ...patient,
      sources: { support: { requestsPerMinute: 100_000 } },
    })) as [BenchGateway];
    await gateway.ask(tags);
    const budget = () => redis.server.client.zcard('deskgraph:{support}:budget');
    const before = await budget();
    let counted = 0;
    for (let turn = 0; turn < 6; turn += 1) {
      // What goes to Redis arrives, what comes back does not.
      redis.proxy.set({ limit: { bytes: 0, ending: turn % 2 ? 'reset' : 'silence' } });
      bench.forget();
      expectAllWell([await gateway.ask(tags, {}, { 'cache-control': 'no-cache' })]);
      counted += callsTo('support');
      redis.proxy.clear();
      await sleep(700);
    }
    const doubles = Math.max(0, (await budget()) - before - counted);
    expect(doubles).toBe(0);
    task.meta.fault = { figure: `${doubles} calls counted twice` };
  });

  it('F45 F61 no key lives for ever, no value is too large, and none can be read', async ({ task }) => {
    const redis = await openRedisBench();
    const replicas = await redis.replicas(bench, 2, patient);
    for (const replica of replicas) {
      await askInbox(replica);
      await replica.ask(pageOfTen('["support", "shop", "tickets", "legacy"]'));
      await replica.ask(
        'mutation { tagCreate(input: { source: "tickets", name: "from the fault suite", clientMutationId: "once" }) { tag { name } } }',
      );
    }
    await sleep(200);
    const entries = await redis.dump();
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.filter(({ timeToLive }) => timeToLive < 0)).toEqual([]);
    expect(Math.max(...entries.map(({ value }) => value.length))).toBeLessThanOrEqual(262_144 + 100);
    const text = entries.map(({ key, value }) => `${key} ${value}`).join('\n');
    expect(leaksIn(text, canaryKeys)).toEqual([]);
    const people = Object.values(bench.sandbox.world.desks).flatMap(({ customers }) => customers);
    expect(people.filter(({ email }) => email && text.includes(email))).toEqual([]);
    task.meta.fault = {
      figure: `0 of ${entries.length} keys without end, 0 credentials and people in ${text.length} characters`,
    };
  });

  it('F42 whoever was fetching is killed: the next one goes on', async ({ task }) => {
    const redis = await openRedisBench();
    const [reader] = (await redis.replicas(bench, 1, patient)) as [BenchGateway];
    await reader.ask(tags);
    await sleep(100);
    const stored = (await redis.dump()).find(({ key }) => /tags\.list/.test(key));
    expect(stored).toBeDefined();
    // A lock that nobody renews, as a process that was killed leaves it.
    const key = stored?.key ?? '';
    await redis.server.client.del(key);
    await redis.server.client.set(`${key}:lock`, 'of a process that is gone', 'PX', 1000);
    const [other] = (await redis.replicas(bench, 1, patient)) as [BenchGateway];
    await sleep(100);
    bench.forget();
    const answer = await other.ask(tags);
    expectAllWell([answer]);
    expect(callsTo('support')).toBe(1);
    // The lock lives for a second; the rest is the machine's.
    expect(answer.milliseconds).toBeLessThan(1000 + 500);
    task.meta.fault = { figure: `went on after ${Math.round(answer.milliseconds)} ms` };
  });

  it('F42 whoever was fetching stands still for longer than its lock: what it brings then is dropped', async ({
    task,
  }) => {
    const redis = await openRedisBench();
    const start = async () => {
      const settings = {
        server: { ...patient.server, drainSeconds: 1 },
        cache: { redis: redis.server.url.replace('//', `//:${canaryKeys.redisPassword}@`) },
      };
      const gateway = await startGatewayProcess({
        ...settings,
        sources: bench.sources({ everySource: patient.everySource }),
      });
      onTestFinished(async () => void (await gateway.close()));
      return gateway;
    };
    const [slow, quick] = await Promise.all([start(), start()]);
    const tagsOf = '{ tags(filter: { sources: ["tickets"] }) { nodes { name } sources { state } } }';
    bench.forget();
    bench.proxies.tickets.set({ latencyMs: 1500 });
    const late = slow.query(tagsOf);
    while (callsTo('tickets') === 0) await sleep(5);
    slow.signal('SIGSTOP');
    bench.proxies.tickets.clear();
    // The answer is on its way when the vendor's tags change, by somebody else's hand.
    const name = 'made while it stood still';
    bench.sandbox.world.desks.livechat.tags.push({
      id: name,
      name,
      color: '',
      backgroundColor: '',
      archived: false,
    });
    onTestFinished(() => void bench.sandbox.world.desks.livechat.tags.pop());
    const next = await quick.query(tagsOf);
    slow.signal('SIGCONT');
    const [stale] = await Promise.all([late, sleep(1000)]);
    const third = await start();
    const answer = await third.query(tagsOf);
    expect([stale, next, answer].flatMap(({ errors }) => errors)).toEqual([]);
    expect(stale.text).not.toContain(name);
    for (const { text } of [next, answer]) expect(text).toContain(name);
    const calls = callsTo('tickets');
    expect(calls).toBe(2);
    task.meta.fault = { figure: `${calls} calls, 0 overwrites` };
  });

  it('F13 a pause that one replica is asked for is kept by all, also by one that starts later', async ({
    task,
  }) => {
    const redis = await openRedisBench();
    const replicas = [...(await redis.replicas(bench, 3, patient))];
    const hits: number[] = [];
    for (const source of ['support', 'tickets'] as const) {
      const { ids } = await lookAround(bench, source);
      bench.forget();
      bench.emulators[source].faults.set({ retryAfter: '60', status: 429, times: 1 });
      await askSingle(replicas[0] as BenchGateway, ids[0]);
      expect(callsTo(source)).toBe(1);
      replicas.push(...(await redis.replicas(bench, 1, patient)));
      const answers = await Promise.all(
        ids.slice(0, 40).map((id, at) => askSingle(replicas[at % replicas.length] as BenchGateway, id)),
      );
      for (const { errors } of answers) {
        const [error] = errors;
        expect(error?.extensions.code).toBe('UPSTREAM_RATE_LIMITED');
        expect(error?.extensions['retryAfterMs']).toBeGreaterThan(50_000);
      }
      hits.push(callsTo(source) - 1);
    }
    expect(hits).toEqual([0, 0]);
    task.meta.fault = { figure: `${hits.join(' and ')} calls during the pause, with a budget and without` };
  });
});

it('F61 nothing that was logged, answered or counted meanwhile holds a credential', ({ task }) => {
  bench.forget();
  const megabytes = bench.said.characters / 1_000_000;
  expect(megabytes).toBeGreaterThan(0);
  task.meta.fault = { figure: `0 in ${megabytes.toFixed(1)} MB` };
});
