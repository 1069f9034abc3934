import { expect, it, describe, vi, onTestFinished } from 'vitest';
import { RedisBroadcast } from '../../src/cache/redis-broadcast.ts';
import { RedisConnection } from '../../src/cache/redis-connection.ts';
import { redisMissing, startRedis } from './redis-server.ts';

describe.skipIf(redisMissing)(`a connection to Redis${redisMissing ? ` (${redisMissing})` : ''}`, () => {
  it('that is closed with a command under way warns of nothing and leaves no timer', async () => {
    const redis = await startRedis();
    const warnings: string[] = [];
    const connection = new RedisConnection({ url: redis.url, warn: (message) => warnings.push(message) });
    await connection.firstContact();
    const interval = vi.spyOn(globalThis, 'setInterval');
    onTestFinished(() => interval.mockRestore());
    const reply = connection.run('wait', (client) => client.blpop('nothing', 5));
    await connection.close();
    expect(await reply).toBeUndefined();
    expect(warnings).toEqual([]);
    expect(interval.mock.calls.filter(([, milliseconds]) => milliseconds === 500)).toEqual([]);
  });

  it('passes on no message that the process would not survive, but says that something was missed', async () => {
    const redis = await startRedis();
    const connection = new RedisConnection({ url: redis.url, warn: () => {} });
    const broadcast = new RedisBroadcast(connection, redis.url);
    onTestFinished(async () => {
      await broadcast.close();
      await connection.close();
    });
    let gaps = 0;
    broadcast.listen('news', {
      onMessage: () => {
        throw new Error('nobody can read this');
      },
      onGap: () => void (gaps += 1),
    });
    await broadcast.firstContact();
    const before = gaps;
    await redis.client.publish('news', 'x');
    await expect.poll(() => gaps).toBe(before + 1);
  });
});
