import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, describe, vi, onTestFinished } from 'vitest';
import { RedisBroadcast } from '../../src/cache/redis-broadcast.ts';
import { RedisConnection } from '../../src/cache/redis-connection.ts';
import type { ScriptedRedis } from '../../src/cache/redis-scripts.ts';
import { startForgetfulRelay } from './forgetful-relay.ts';
import { redisMissing, startRedis } from './redis-server.ts';

const write = (client: ScriptedRedis) => client.set('key', 'value');

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
    const broadcast = new RedisBroadcast(connection, 'test');
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

  it('prints nothing, and warns once, where hardly a command is permitted', async () => {
    const redis = await startRedis();
    await redis.client.call('ACL', 'SETUSER', 'desk', 'on', '>word', '~*', '+get', '+set', '+del', '+ping');
    const printed = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error'), vi.spyOn(console, 'log')];
    onTestFinished(() => {
      for (const spy of printed) spy.mockRestore();
    });
    const url = redis.url.replace('//', '//desk:word@');
    const warnings: string[] = [];
    const connection = new RedisConnection({ url, warn: (message) => warnings.push(message) });
    const broadcast = new RedisBroadcast(connection, 'test');
    onTestFinished(async () => {
      await broadcast.close();
      await connection.close();
    });
    await Promise.all([connection.firstContact(), broadcast.firstContact()]);
    expect(connection.usable).toBe(true);
    for (let turn = 0; turn < 4; turn += 1) {
      await sleep(300);
      expect(await connection.run('time', (client) => client.time())).toBeUndefined();
      await redis.client.call('CLIENT', 'KILL', 'TYPE', 'NORMAL');
    }
    expect(broadcast.isListening).toBe(false);
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
    expect(warnings).toEqual(['Redis cannot be used (time: NOPERM); vendors are called instead']);
  });

  it('leaves a Redis alone that is still reading its data, and uses it once it has', async () => {
    let reply = '-LOADING Redis is loading the dataset in memory\r\n';
    const server = createServer((socket) => {
      socket.on('error', () => {});
      // One reply for each command of the protocol.
      socket.on('data', (data) => socket.write(reply.repeat(data.toString().match(/^\*/gm)?.length ?? 0)));
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const warnings: string[] = [];
    const warn = (message: string) => warnings.push(message);
    const connection = new RedisConnection({ url: `redis://127.0.0.1:${port}`, warn });
    onTestFinished(() => connection.close());
    let recoveries = 0;
    await connection.firstContact();
    connection.onRecovery(() => void (recoveries += 1));
    expect(await connection.run('get', (client) => client.get('key'))).toBeUndefined();
    expect(connection.usable).toBe(false);
    await sleep(600);
    expect([connection.usable, recoveries]).toEqual([false, 0]);
    reply = '+PONG\r\n';
    await expect.poll(() => connection.usable, { timeout: 3000 }).toBe(true);
    expect(recoveries).toBe(1);
    await expect
      .poll(() => warnings)
      .toEqual([
        'Redis cannot be used (connect: LOADING); vendors are called instead',
        'Redis can be used again',
      ]);
  });

  it('warns once a minute for as long as Redis hangs', async () => {
    const redis = await startRedis();
    const warnings: string[] = [];
    const connection = new RedisConnection({ url: redis.url, warn: (message) => warnings.push(message) });
    onTestFinished(() => connection.close());
    await connection.firstContact();
    redis.signal('SIGSTOP');
    await connection.run('get', (client) => client.get('key'));
    expect(warnings).toEqual(['Redis cannot be used (get: timed out); vendors are called instead']);
    const now = performance.now();
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now + 60_001);
    onTestFinished(() => clock.mockRestore());
    await expect.poll(() => warnings.length).toBe(2);
    redis.signal('SIGCONT');
    await expect.poll(() => warnings.slice(2)).toEqual(['Redis can be used again']);
  });

  it('is made anew when something on the way has forgotten it, as nobody says so', async () => {
    const redis = await startRedis();
    const relay = await startForgetfulRelay(redis.url);
    const connection = new RedisConnection({ url: relay.url, warn: () => {} });
    onTestFinished(() => connection.close());
    await connection.firstContact();
    await redis.client.set('key', 'value');
    relay.forget();
    expect(await connection.run('get', (client) => client.get('key'))).toBeUndefined();
    await expect.poll(() => connection.run('get', (client) => client.get('key'))).toBe('value');
  });

  it('on which it is only listened is made anew, too, and what was missed is told of', async () => {
    const redis = await startRedis();
    const relay = await startForgetfulRelay(redis.url);
    const connection = new RedisConnection({ url: relay.url, warn: () => {} });
    const broadcast = new RedisBroadcast(connection, 'test');
    onTestFinished(async () => {
      await broadcast.close();
      await connection.close();
    });
    const heard: string[] = [];
    broadcast.listen('news', {
      onMessage: (message) => void heard.push(message.toString()),
      onGap: () => void heard.push('gap'),
    });
    await broadcast.firstContact();
    await redis.client.publish('news', 'heard');
    await expect.poll(() => heard.at(-1)).toBe('heard');
    relay.forget();
    await redis.client.publish('news', 'missed');
    await expect.poll(() => heard.at(-1)).toBe('gap');
    await redis.client.publish('news', 'heard again');
    await expect.poll(() => heard.at(-1)).toBe('heard again');
    expect(heard).not.toContain('missed');
  });
});
