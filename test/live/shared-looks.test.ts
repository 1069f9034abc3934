import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ModelDesk, ModelRedis, ModelReplica } from './replica-model.ts';

const start = Date.parse('2026-03-03T10:00:00Z');
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

interface World {
  readonly redis: ModelRedis;
  readonly desk: ModelDesk;
  readonly replicas: readonly ModelReplica[];
}

function open(count: number, tellsTimes = true): World {
  const redis = new ModelRedis();
  const desk = new ModelDesk(tellsTimes);
  const replicas = Array.from({ length: count }, () => new ModelReplica(redis, desk));
  return { redis, desk, replicas };
}

const leaderOf = ({ replicas }: World) => replicas.find(({ poller }) => poller.role === 'leading')!;
const rolesOf = (replicas: readonly ModelReplica[]) =>
  replicas.map(({ poller }) => String(poller.role)).sort();

async function started(count = 3): Promise<World> {
  const world = open(count);
  for (const replica of world.replicas) replica.start();
  await pass(4000);
  return world;
}

describe('replicas that share their looks', () => {
  test('look as often as one of them would', async () => {
    const [one, three] = [await started(1), await started(3)];
    for (const world of [one, three]) world.desk.looks = 0;
    await pass(60_000);
    expect(Math.abs(three.desk.looks - one.desk.looks)).toBeLessThanOrEqual(1);
    expect(rolesOf(three.replicas)).toEqual(['following', 'following', 'leading']);
  });

  test('tell every change to the subscribers of each', async () => {
    const { desk, replicas } = await started();
    desk.touch('a');
    await pass(10_000);
    desk.touch('a');
    desk.touch('b');
    await pass(10_000);
    const [first, second, third] = replicas.map(({ told }) => told);
    expect(new Set(first)).toEqual(new Set(['a:1', 'a:2', 'b:1']));
    expect([second, third]).toEqual([first, first]);
  });

  test.each(['kill', 'stop'] as const)(
    'tell nothing again when another one begins to lead (%s)',
    async (end) => {
      const world = await started();
      const leader = leaderOf(world);
      world.desk.touch('a');
      world.desk.touch('b');
      await pass(10_000);
      const others = world.replicas.filter((replica) => replica !== leader);
      const before = others.map(({ told }) => [...told]);
      world.desk.looks = 0;
      leader[end]();
      await pass(2900);
      expect(rolesOf(others)).toEqual(['following', 'leading']);
      expect(others.map(({ told }) => told)).toEqual(before);
      expect(world.desk.looks).toBeLessThanOrEqual(2);
    },
  );

  test('tell one who joins later nothing of what was there before', async () => {
    const world = open(3);
    const [first, second, third] = world.replicas as [ModelReplica, ModelReplica, ModelReplica];
    world.desk.touch('old');
    first.start();
    await pass(20_000);
    second.start();
    third.start();
    const before = world.desk.looks;
    await pass(900);
    expect(world.desk.looks).toBeLessThanOrEqual(before + 1);
    world.desk.touch('new');
    await pass(10_000);
    for (const { told } of [second, third]) expect(new Set(told)).toEqual(new Set(['new:1']));
  });

  test.each(['kill', 'stop'] as const)(
    'go on when the leader is gone (%s), without missing anything',
    async (end) => {
      const world = await started();
      const leader = leaderOf(world);
      leader[end]();
      world.desk.touch('a');
      await pass(end === 'stop' ? 700 : 3000);
      const others = world.replicas.filter((replica) => replica !== leader);
      expect(rolesOf(others)).toEqual(['following', 'leading']);
      for (const { told } of others) expect(told).toContain('a:1');
    },
  );

  test('hear of what the leader saw but could not pass on', async () => {
    const world = await started();
    const leader = leaderOf(world);
    leader.client.isCut = true;
    world.desk.touch('a');
    await pass(3100);
    expect(leader.told).toContain('a:1');
    leader.kill();
    await pass(3000);
    for (const { told } of world.replicas) expect(told).toContain('a:1');
  });

  test('go on when the leader stands still, and it follows when it wakes', async () => {
    const world = await started();
    const leader = leaderOf(world);
    leader.client.pause();
    world.desk.touch('a');
    await pass(5000);
    world.desk.touch('a');
    await pass(5000);
    leader.client.resume();
    await pass(3000);
    expect(leader.poller.role).toBe('following');
    for (const { told } of world.replicas) expect(told.at(-1)).toBe('a:2');
  });

  test('each look for themselves without Redis, and together again with it', async () => {
    const world = await started();
    world.redis.isDown = true;
    for (const { client } of world.replicas) client.notice();
    world.desk.touch('a');
    await pass(1000);
    expect(rolesOf(world.replicas)).toEqual(['alone', 'alone', 'alone']);
    for (const { told } of world.replicas) expect(told).toContain('a:1');
    await pass(10_000);
    world.redis.isDown = false;
    world.redis.forget();
    for (const { client } of world.replicas) client.notice();
    world.desk.touch('b');
    await pass(10_000);
    expect(rolesOf(world.replicas)).toEqual(['following', 'following', 'leading']);
    for (const { told } of world.replicas) expect(new Set(told)).toEqual(new Set(['a:1', 'b:1']));
  });

  test('look for themselves while the leader cannot reach the vendor for long', async () => {
    const world = await started();
    world.desk.isDown = true;
    await pass(3000);
    world.desk.looks = 0;
    await pass(30_000);
    expect(world.desk.looks).toBeLessThan(40);
    world.desk.isDown = false;
    world.desk.touch('a');
    await pass(6000);
    for (const { told } of world.replicas) expect(told).toContain('a:1');
  });

  test('all keep the pause that the vendor asks of the leader', async () => {
    const world = await started();
    world.desk.retryAfterMs = 40_000;
    await pass(3000);
    world.desk.looks = 0;
    world.desk.retryAfterMs = 0;
    world.desk.touch('a');
    await pass(30_000);
    expect(world.desk.looks).toBe(0);
    await pass(15_000);
    for (const { told } of world.replicas) expect(told).toEqual(['a:1']);
  });

  test('look at once after a change that was made through one that only follows', async () => {
    const world = await started();
    await pass(20_000);
    const follower = world.replicas.find(({ poller }) => poller.role === 'following')!;
    for (const name of ['a', 'b']) {
      world.desk.touch(name);
      follower.hurry();
      await pass(100);
      for (const { told } of world.replicas) expect(told.at(-1)).toBe(`${name}:1`);
    }
  });

  test('tell in several messages what does not fit into one', async () => {
    const world = await started();
    const keys = Array.from({ length: 50 }, (_, at) => `key${at}`);
    for (const key of keys) world.desk.touch(key, 300);
    world.desk.looks = 0;
    await pass(3500);
    expect(world.desk.looks).toBeLessThanOrEqual(3);
    for (const { told } of world.replicas)
      expect(new Set(told)).toEqual(new Set(keys.map((key) => `${key}:1`)));
  });

  test('look for themselves for what is too large to be passed on', async () => {
    const world = await started();
    world.desk.touch('large', 5000);
    await pass(4000);
    for (const { told } of world.replicas) expect(told).toContain('large:1');
    world.desk.touch('small');
    await pass(4000);
    for (const { told } of world.replicas) expect(told).toContain('small:1');
  });

  test('that cannot read what the leader says look for themselves', async () => {
    const world = open(1);
    const other = new ModelReplica(world.redis, world.desk, 'another key');
    for (const replica of [...world.replicas, other]) replica.start();
    await pass(4000);
    world.desk.touch('a');
    await pass(8000);
    for (const { told } of [...world.replicas, other]) expect(told).toContain('a:1');
    world.desk.looks = 0;
    await pass(30_000);
    expect(world.desk.looks).toBeLessThan(60);
  });
});

type Step = readonly [act: number, replica: number, wait: number];

const keys = ['a', 'b', 'c'];

/** Does one thing to the world; gives the key of a conversation that was changed. */
function act({ redis, desk, replicas }: World, [kind, at]: Step): string | undefined {
  const { client } = replicas[at % replicas.length]!;
  const key = keys[at % keys.length]!;
  switch (kind) {
    case 0:
      client.isCut = true;
      break;
    case 1:
      client.isCut = false;
      break;
    case 2:
      redis.isDown = true;
      redis.forget();
      break;
    case 3:
      redis.isDown = false;
      break;
    case 4:
      client.pause();
      break;
    case 5:
      client.resume();
      break;
    case 6:
      desk.isDown = !desk.isDown;
      break;
    default:
      desk.touch(key);
      return key;
  }
  for (const each of replicas) each.client.notice();
  return undefined;
}

describe('whatever happens to replicas, Redis and the vendor', { timeout: 60_000 }, () => {
  test.each([true, false])(
    'every change is told to every subscriber (times of change told: %s)',
    async (tellsTimes) => {
      const step = fc.tuple(fc.nat(11), fc.nat(2), fc.nat(2000));
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          const world = open(3, tellsTimes);
          for (const replica of world.replicas) replica.start();
          await pass(3000);
          const last = new Map<string, number>();
          for (const each of steps) {
            const key = act(world, each);
            if (key) last.set(key, (last.get(key) ?? 0) + 1);
            await pass(each[2]);
          }
          world.redis.isDown = false;
          world.desk.isDown = false;
          for (const { client } of world.replicas) {
            client.isCut = false;
            client.resume();
            client.notice();
          }
          await pass(15_000);
          for (const { told } of world.replicas) {
            for (const [key, version] of last) {
              const ofKey = told.filter((each) => each.startsWith(`${key}:`));
              expect(ofKey.at(-1)).toBe(`${key}:${version}`);
            }
          }
          expect(rolesOf(world.replicas)).toEqual(['following', 'following', 'leading']);
          for (const replica of world.replicas) replica.stop();
        }),
        { numRuns: 40 },
      );
    },
  );
});
