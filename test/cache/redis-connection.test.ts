import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { expect, it, describe, vi, onTestFinished } from 'vitest';
import { RedisBroadcast } from '../../src/cache/redis-broadcast.ts';
import { RedisConnection } from '../../src/cache/redis-connection.ts';
import { redisMissing, startRedis } from './redis-server.ts';

const write = (client: Redis) => client.set('key', 'value');

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

  it('uses no other database than its own: it sends nothing while that is refused', async () => {
    const redis = await startRedis();
    const warnings: string[] = [];
    const connection = new RedisConnection({
      url: `${redis.url}/99`,
      warn: (message) => warnings.push(message),
    });
    onTestFinished(() => connection.close());
    await connection.firstContact();
    expect(connection.usable).toBe(false);
    for (let turn = 0; turn < 6; turn += 1) {
      expect(await connection.run('store', write)).toBeUndefined();
      expect(await connection.runPatiently('invalidate', write)).toBeUndefined();
      await sleep(300);
    }
    expect(connection.usable).toBe(false);
    expect(await redis.client.dbsize()).toBe(0);
    expect(warnings).toEqual(['Redis cannot be used (database 99: ERR); vendors are called instead']);
    await redis.client.call('CLIENT', 'KILL', 'TYPE', 'NORMAL');
    await sleep(700);
    expect(connection.usable).toBe(false);
    expect(await connection.run('store', write)).toBeUndefined();
  });

  it('uses its own database as soon as it may', async () => {
    const redis = await startRedis();
    await redis.client.call('ACL', 'SETUSER', 'desk', 'on', '>word', '~*', '&*', '+@all', '-select');
    const connection = new RedisConnection({
      url: redis.url.replace('//', '//desk:word@').concat('/1'),
      warn: () => {},
    });
    onTestFinished(() => connection.close());
    await connection.firstContact();
    expect(connection.usable).toBe(false);
    await redis.client.call('ACL', 'SETUSER', 'desk', '+select');
    await expect.poll(() => connection.usable, { timeout: 3000 }).toBe(true);
    expect(await connection.run('store', (client) => client.set('key', 'value'))).toBe('OK');
    expect(await redis.client.dbsize()).toBe(0);
    await redis.client.select(1);
    expect(await redis.client.get('key')).toBe('value');
  });
});
