import { startRedis, type RedisServer } from '../../cache/redis-server.ts';
import { canaryKeys } from './canaries.ts';
import type { BenchGateway } from './bench-gateway.ts';
import type { BenchSettings, FaultBench } from './fault-bench.ts';
import { openFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { onTestFinished } from 'vitest';

/** A Redis server behind a proxy that can break, for the running test. */
export interface RedisBench {
  readonly server: RedisServer;
  readonly proxy: FaultProxy;
  /** Opens so many gateways that share it; they end with the test. */
  replicas(bench: FaultBench, count: number, settings?: BenchSettings): Promise<readonly BenchGateway[]>;
  /** Every key with its time to live and its value, as text. */
  dump(): Promise<readonly { readonly key: string; readonly timeToLive: number; readonly value: string }[]>;
}

/** Starts Redis with a password, and a proxy in front of it. */
export async function openRedisBench(): Promise<RedisBench> {
  const server = await startRedis();
  await server.client.config('SET', 'requirepass', canaryKeys.redisPassword);
  await server.client.auth(canaryKeys.redisPassword);
  const proxy = await openFaultProxy(Number(new URL(server.url).port));
  onTestFinished(() => proxy.close());
  return {
    server,
    proxy,
    async replicas(bench, count, settings = {}) {
      const redis = `redis://:${canaryKeys.redisPassword}@127.0.0.1:${proxy.port}`;
      const cache = { redis, encryptionKey: canaryKeys.encryption, ...settings.cache };
      const opened = await Promise.all(
        Array.from({ length: count }, () => bench.open({ ...settings, cache })),
      );
      onTestFinished(async () => {
        await bench.mend();
        await Promise.all(opened.map((gateway) => gateway.stop()));
      });
      return opened;
    },
    dump: () => dump(server),
  };
}

async function dump({ client }: RedisServer) {
  const keys = await client.keys('*');
  return Promise.all(
    keys.map(async (key) => {
      const kind = await client.type(key);
      const value =
        kind === 'string'
          ? ((await client.getBuffer(key))?.toString('latin1') ?? '')
          : (await client.zrange(key, '0', '-1')).join();
      return { key, timeToLive: await client.pttl(key), value };
    }),
  );
}
