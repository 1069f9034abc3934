import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentSources } from '../plugins/limits-gateway.ts';
import { roomyTimes } from '../support/roomy-times.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));
/** Tells when the vendor was asked. */
const asked = new EventEmitter();
const silent = createServer((socket) => socket.on('error', () => {}).on('data', () => asked.emit('call')));
const started: ChildProcess[] = [];

beforeAll(async () => {
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  silent.close();
  rmSync(folder, { recursive: true });
});

/** A gateway as a process of its own, in front of a vendor that takes connections and says nothing. */
async function startProcess(
  drainSeconds: number,
  log: number | 'ignore' | 'pipe' = 'ignore',
): Promise<{ child: ChildProcess; origin: string }> {
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const file = join(folder, 'deskgraph.yaml');
  const server = { ...roomyTimes.server, port: 0, drainSeconds };
  const support = { ...silentSources.support, ...roomyTimes.source, url };
  writeFileSync(file, stringify({ server, sources: { support } }));
  const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
  const child = spawn(process.execPath, [main, 'start', '--config', file], {
    stdio: ['ignore', 'pipe', log],
  });
  started.push(child);
  let output = '';
  for await (const chunk of child.stdout!) {
    output += String(chunk);
    if (output.includes('Ready.')) break;
  }
  return { child, origin: /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '' };
}

const hang = (origin: string) =>
  fetch(`${origin}/graphql?query=${encodeURIComponent('{ tags { nodes { name } } }')}`).then(
    ({ status }) => status,
    () => 'cut',
  );

describe('the process', () => {
  test('ends with 0 at a signal, when the request in flight had its time', async () => {
    const { child, origin } = await startProcess(1);
    const called = once(asked, 'call');
    const request = hang(origin);
    await called;
    const startedAt = performance.now();
    child.kill('SIGTERM');
    while ((await fetch(`${origin}/ready`)).status === 200) await sleep(10);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(performance.now() - startedAt).toBeGreaterThan(900);
    expect(await request).toBe('cut');
  });

  test.skipIf(!existsSync('/dev/full')).each(['the disk of its log is full', 'nobody reads its log'])(
    'answers, and ends, when %s',
    async (trouble) => {
      const log = trouble.includes('disk') ? openSync('/dev/full', 'w') : 'pipe';
      const { child, origin } = await startProcess(1, log);
      if (log === 'pipe') child.stderr?.destroy();
      else closeSync(log);
      for (let count = 0; count < 5; count += 1) {
        const url = `${origin}/graphql?query={__typename}&variables={"count":${count}}`;
        expect((await fetch(url, { signal: AbortSignal.timeout(5000) })).status).toBe(200);
      }
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
  );

  test('ends at once at a second signal', async () => {
    // Longer than a test may take.
    const { child, origin } = await startProcess(600);
    const called = once(asked, 'call');
    const request = hang(origin);
    await called;
    child.kill('SIGTERM');
    while ((await fetch(`${origin}/ready`)).status === 200) await sleep(10);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(await request).toBe('cut');
  });
});
