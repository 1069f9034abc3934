import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redisMissing } from '../cache/redis-server.ts';
import type { BenchGateway } from './support/bench-gateway.ts';
import { openFaultBench, type FaultBench, patient } from './support/fault-bench.ts';
import { askInbox } from './support/inbox.ts';
import { openRedisBench, type RedisBench } from './support/redis-bench.ts';

let bench: FaultBench;
beforeAll(async () => {
  bench = await openFaultBench();
});
afterAll(() => bench.close());

/** Everything that Redis writes down when it is told to keep all it has. */
async function filesOf({ server: { client, folder } }: RedisBench): Promise<string> {
  await client.config('SET', 'rdbcompression', 'no');
  await client.config('SET', 'appendonly', 'yes');
  await client.call('SAVE');
  await expect
    .poll(async () => /aof_rewrite_in_progress:0/.test(await client.info('persistence')))
    .toBe(true);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return files
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
}

/** Addresses and subjects that stand in a text. */
function peopleIn(text: string): readonly string[] {
  const desks = Object.values(bench.sandbox.world.desks);
  const personal = desks.flatMap(({ customers, conversations }) => [
    ...customers.map(({ email }) => email),
    ...conversations.map(({ subject }) => subject),
  ]);
  return [...new Set(personal)]
    .filter((one) => one !== null && one.length > 8 && text.includes(one))
    .map(String);
}

const single = `query One($id: String!) {
  nodeByVendorId(source: "support", type: CONVERSATION, vendorId: $id) { ... on Conversation { id status } }
}`;
interface One {
  readonly nodeByVendorId: { readonly id: string; readonly status: string } | null;
}

describe.skipIf(redisMissing)('what is to be forgotten', () => {
  it('F64 nothing that Redis writes to its disk can be read', async ({ task }) => {
    const texts: string[] = [];
    for (const encryptionKey of [null, undefined]) {
      const redis = await openRedisBench();
      const cache = encryptionKey === null ? { cache: { encryptionKey: '' } } : {};
      const [gateway] = (await redis.replicas(bench, 1, { ...patient, ...cache })) as [BenchGateway];
      await askInbox(gateway);
      await gateway.ask(
        '{ customers(first: 20, filter: { sources: ["support"] }) { nodes { name email } } }',
      );
      await sleep(200);
      texts.push(await filesOf(redis));
    }
    const [plain = '', encrypted = ''] = texts;
    // Without a key they are there: the search finds what there is to be found.
    expect(peopleIn(plain).length).toBeGreaterThan(10);
    expect(peopleIn(encrypted)).toEqual([]);
    expect(encrypted.length).toBeGreaterThan(plain.length / 2);
    task.meta.fault = {
      figure: `0 people in ${encrypted.length} bytes; ${peopleIn(plain).length} without a key`,
    };
  });

  it('F64 what is deleted while others read it is so for three replicas within a second', async ({
    task,
  }) => {
    const redis = await openRedisBench();
    const replicas = await redis.replicas(bench, 3, patient);
    const victims = bench.sandbox.world.desks.liveagent.conversations.slice(0, 5).map(({ id }) => id);
    let slowest = 0;
    for (const id of victims) {
      const first = await (replicas[0] as BenchGateway).ask<One>(single, { id });
      for (const replica of replicas) await replica.ask(single, { id });
      // Reads that begin before the deletion and end after it.
      bench.proxies.support.set({ latencyMs: 60 });
      const over = new AbortController();
      const reading = replicas.map(async (replica) => {
        while (!over.signal.aborted) await replica.ask(single, { id }, { 'cache-control': 'no-cache' });
      });
      await sleep(30);
      const deletion = await (replicas[1] as BenchGateway).ask<{ conversationDelete: { deletedId: string } }>(
        'mutation Delete($id: ID!) { conversationDelete(input: { conversationId: $id }) { deletedId } }',
        { id: first.data.nodeByVendorId?.id },
      );
      expect(deletion.data.conversationDelete.deletedId).toBe(first.data.nodeByVendorId?.id);
      const began = performance.now();
      const isGone = async () => {
        const seen = await Promise.all(replicas.map((replica) => replica.ask<One>(single, { id })));
        // LiveAgent keeps what is deleted, and says so.
        return seen.every(({ data }) => data.nodeByVendorId?.status === 'DELETED');
      };
      while (!(await isGone()) && performance.now() - began < 5000) await sleep(10);
      slowest = Math.max(slowest, performance.now() - began);
      over.abort();
      await Promise.all(reading);
      bench.proxies.support.clear();
      // No read that was under way has put it back.
      expect(await isGone()).toBe(true);
    }
    expect(slowest).toBeLessThan(1000);
    task.meta.fault = { figure: `gone after ${Math.round(slowest)} ms at most` };
  });
});
