import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { onTestFinished } from 'vitest';

/** Why tests with Redis are left out; null = they run. */
export const redisMissing = spawnSync('redis-server', ['--version']).error
  ? 'redis-server is not installed'
  : null;

/** A Redis server of one test. */
export interface RedisServer {
  readonly url: string;
  /** Where it writes, if it is told to. */
  readonly folder: string;
  /** For looking at what is stored. */
  readonly client: Redis;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts a Redis server on a free port for the running test. */
export async function startRedis(attempts = 5): Promise<RedisServer> {
  try {
    return await startRedisOn(await freePort());
  } catch (error) {
    // Somebody else may have taken the port meanwhile.
    if (attempts > 1) return startRedis(attempts - 1);
    throw error;
  }
}

async function startRedisOn(port: number): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const settings = ['--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no'];
    child = spawn('redis-server', settings, { stdio: 'ignore' });
    await answers(child, port);
  };
  const stop = async (): Promise<void> => {
    const running = child;
    child = undefined;
    if (!running) return;
    const ended = new Promise((resolve) => void running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
  };
  await start();
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50 });
  client.on('error', () => {});
  onTestFinished(async () => {
    client.disconnect();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const url = `redis://127.0.0.1:${port}`;
  return { url, folder, client, signal: (name) => void child?.kill(name), stop, start };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

/** Waits as long as it takes until a server answers; fails when its process ends. */
async function answers(server: ChildProcess, port: number): Promise<void> {
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => {});
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`expected redis-server to listen on port ${port}, but it ended with ${code}`);
  });
  try {
    await Promise.race([client.ping(), ended]);
  } finally {
    client.disconnect();
  }
}
