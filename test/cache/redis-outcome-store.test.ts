import { describe, expect, it, onTestFinished } from 'vitest';
import { openCache } from '../../src/cache/open-cache.ts';
import type { OutcomeStore } from '../../src/contract/mutations/outcome-store.ts';
import { redisMissing, startRedis } from './redis-server.ts';

/** One replica's memory of outcomes, as soon as it has reached Redis. */
async function openStore(redisUrl: string, encryptionKey: string | null = null): Promise<OutcomeStore> {
  const { cache, redis, outcomes } = openCache({
    redisUrl,
    prefix: 'test',
    accountOf: () => 'account',
    memoryBytes: 1_000_000,
    encryptionKey,
    warn: () => {},
  });
  onTestFinished(() => cache.close());
  await expect.poll(() => redis?.usable).toBe(true);
  if (!outcomes) throw new Error('expected a memory of outcomes with Redis');
  return outcomes;
}

async function claimed(store: OutcomeStore, key: string) {
  const answer = await store.claim(key, 'input');
  if (answer.state !== 'claimed') throw new Error(`expected a claim, got ${answer.state}`);
  return answer.claim;
}

describe.skipIf(redisMissing)(`outcomes in Redis${redisMissing ? ` (${redisMissing})` : ''}`, () => {
  it('are claimed by one replica only', async () => {
    const redis = await startRedis();
    const [one, two] = [await openStore(redis.url), await openStore(redis.url)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : two).claim('one', 'input')),
    );
    expect(answers.filter(({ state }) => state === 'claimed')).toHaveLength(1);
    expect(answers.filter(({ state }) => state === 'taken')).toHaveLength(19);
  });

  it('are claimed although Redis takes half a second', async () => {
    const redis = await startRedis();
    const store = await openStore(redis.url);
    redis.signal('SIGSTOP');
    setTimeout(() => redis.signal('SIGCONT'), 500);
    expect(await store.claim('key', 'input')).toMatchObject({ state: 'claimed' });
  });

  it('are told to every replica, with the time that has passed', async () => {
    const redis = await startRedis();
    const [one, two] = [await openStore(redis.url), await openStore(redis.url)];
    await (await claimed(one, 'key')).settle({ type: 'done', value: 'vip' });
    const answer = await two.claim('key', 'input');
    expect(answer).toMatchObject({
      state: 'taken',
      earlier: { fingerprint: 'input', outcome: { type: 'done', value: 'vip' } },
    });
    const age = answer.state === 'taken' ? answer.earlier.ageMilliseconds : -1;
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(5000);
  });

  it('can be claimed again once they are released, and only by their holder', async () => {
    const redis = await startRedis();
    const store = await openStore(redis.url);
    const first = await claimed(store, 'key');
    await first.release();
    const second = await claimed(store, 'key');
    await first.settle('late');
    await first.release();
    expect(await store.claim('key', 'input')).toMatchObject({ earlier: { outcome: undefined } });
    await second.settle('mine');
    expect(await store.claim('key', 'input')).toMatchObject({ earlier: { outcome: 'mine' } });
  });

  it('live 24 hours from the claim, however late they are settled', async () => {
    const redis = await startRedis();
    const claim = await claimed(await openStore(redis.url), 'key');
    await redis.client.pexpire('test:once:key', 60_000);
    await claim.settle('done');
    const left = await redis.client.pttl('test:once:key');
    expect(left).toBeGreaterThan(50_000);
    expect(left).toBeLessThanOrEqual(60_000);
  });

  it('are encrypted where the cache is', async () => {
    const redis = await startRedis();
    const store = await openStore(redis.url, 'a key for the test');
    await (await claimed(store, 'key')).settle({ subject: 'something private' });
    expect(await redis.client.get('test:once:key')).not.toContain('private');
    expect(await store.claim('key', 'input')).toMatchObject({
      earlier: { outcome: { subject: 'something private' } },
    });
  });

  it('cannot be read once somebody has tampered with them', async () => {
    const redis = await startRedis();
    const store = await openStore(redis.url);
    await (await claimed(store, 'key')).settle('done');
    await redis.client.append('test:once:key', 'x');
    expect(await store.claim('key', 'input')).toMatchObject({
      state: 'taken',
      earlier: { fingerprint: null, outcome: undefined },
    });
  });

  it('cannot be claimed while Redis is away, and are settled when it is back', async () => {
    const redis = await startRedis();
    const store = await openStore(redis.url);
    const claim = await claimed(store, 'key');
    redis.signal('SIGSTOP');
    await claim.settle('done while Redis hung');
    expect((await store.claim('other', 'input')).state).toBe('unavailable');
    redis.signal('SIGCONT');
    await expect
      .poll(async () => store.claim('key', 'input'), { interval: 200 })
      .toMatchObject({ state: 'taken', earlier: { outcome: 'done while Redis hung' } });
    await expect.poll(async () => (await store.claim('other', 'input')).state).toBe('claimed');
  });
});
