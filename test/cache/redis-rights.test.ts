import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCache } from '../../src/cache/open-cache.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';
import { LocalCallWindow, SharedCallWindow } from '../../src/transport/call-window.ts';
import { startRedisCluster } from './redis-cluster.ts';
import { redisMissing, startRedis } from './redis-server.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/caching.md'), 'utf8');
const [, user = '', rights = ''] = /^ACL SETUSER (deskgraph) (on .*)$/m.exec(page) ?? [];

interface Target {
  readonly url: string;
  readonly servers: readonly Redis[];
}

async function oneServer(): Promise<Target> {
  const { url, client } = await startRedis();
  return { url, servers: [client] };
}

async function cluster(): Promise<Target> {
  const { url, masters } = await startRedisCluster();
  return { url, servers: masters.map(({ client }) => client) };
}

const ignored = (): void => {};

/** What was refused, but for the name of a connection, which is only for whoever looks at the server. */
async function refusedBy(server: Redis): Promise<readonly string[]> {
  const log = (await server.call('ACL', 'LOG')) as string[][];
  return log
    .map((entry) => String(entry[entry.indexOf('object') + 1]))
    .filter((what) => what !== 'client|setname');
}

describe.skipIf(redisMissing)('the rights that the documentation tells', () => {
  it.each([
    { kind: 'one server', start: oneServer, further: [] },
    { kind: 'a cluster', start: cluster, further: ['+cluster|slots'] },
    { kind: 'another database', start: oneServer, further: ['+select'], database: '/3' },
  ])('are enough for $kind', async ({ start, further, database = '' }) => {
    const { url, servers } = await start();
    for (const server of servers) await server.call('ACL', 'SETUSER', user, ...rights.split(' '), ...further);
    const warnings: string[] = [];
    const { cache, redis, outcomes, looks, settled, close } = openCache({
      redisUrl: url.replace('//', `//${user}:password@`) + database,
      prefix: 'deskgraph',
      accountOf: () => 'account',
      memoryBytes: 0,
      encryptionKey: null,
      warn: (message) => warnings.push(message),
    });
    onTestFinished(close);
    await settled;

    const end = steadyNow() + 60_000;
    const times = { askedAt: 1, fetchedAt: 1, freshUntil: end, usableUntil: end, keptUntil: end };
    const lease = await cache.lease('{s}:a');
    await lease.store({ ...times, value: 'kept', tags: ['{s}:tag'], bytes: 9 });
    await lease.release();
    expect((await cache.get('{s}:a'))?.value).toBe('kept');
    await cache.invalidate(['{s}:tag']);
    expect(await cache.get('{s}:a')).toBeUndefined();

    if (!redis || !outcomes || !looks) throw new Error('expected everything to be shared over Redis');
    const window = new SharedCallWindow(redis, 'deskgraph:{s}', new LocalCallWindow());
    expect(await window.take(1)).toMatchObject({ taken: true });
    expect(await window.take(1)).toMatchObject({ taken: false });
    await window.pause(60_000);
    expect(await window.take(null)).toMatchObject({ taken: false, paused: true });

    const answer = await outcomes.claim('key', 'input');
    if (answer.state !== 'claimed') throw new Error(`expected a claim, got ${answer.state}`);
    await answer.claim.settle('done');
    expect(await outcomes.claim('key', 'input')).toMatchObject({ state: 'taken' });

    const seat = looks.take(
      { source: 's', filter: {} },
      { onBreak: ignored, onNews: ignored, onAsked: ignored, onHurry: ignored },
    );
    await seat.settled;
    expect(seat.role).toBe('leading');
    const news = { rows: [], from: 0, lookedAt: 0, isWhole: true, lacksRows: false, nextWithin: 1000 };
    expect(await seat.tell(news)).toBe(true);
    seat.leave();

    expect(redis.usable).toBe(true);
    expect(warnings).toEqual([]);
    expect((await Promise.all(servers.map(refusedBy))).flat()).toEqual([]);
  });
});
