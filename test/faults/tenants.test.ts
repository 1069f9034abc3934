import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { openGateway, type TestGateway } from '../support/gateway-over.ts';
import { openBenchGateway } from './support/bench-gateway.ts';

let sandboxes: readonly [Sandbox, Sandbox];
let gateway: TestGateway;
beforeAll(async () => {
  sandboxes = await Promise.all([
    startSandbox({ size: 0.03, seed: 1 }),
    startSandbox({ size: 0.03, seed: 2 }),
  ]);
  // Both accounts hand out the same ids for different conversations.
  sandboxes.forEach(({ world }, tenant) => {
    world.desks.livechat.conversations.forEach((conversation, at) =>
      Object.assign(conversation, { id: `SAME${at}`, subject: `of tenant ${tenant} number ${at}` }),
    );
  });
  const [one, other] = sandboxes.map(({ sources }) => sources['tickets']) as [object, object];
  gateway = openGateway(
    {
      one: one as Record<string, unknown>,
      other: other as Record<string, unknown>,
      locked: { ...one, apiKey: 'not-the-key' },
    },
    {
      everySource: { cacheSeconds: { conversation: 0.02, closedConversation: 0.02, list: 0.02 }, retries: 0 },
    },
  );
});
afterAll(async () => {
  await gateway.close();
  await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
});

const single = `query One($source: String!, $id: String!) {
  nodeByVendorId(source: $source, type: CONVERSATION, vendorId: $id) { ... on Conversation { subject vendorId source { name } } }
}`;

describe('two accounts of one vendor with the same ids', () => {
  it('F62 never get each other’s data, and one with a wrong key does the others no harm', async ({
    task,
  }) => {
    let answers = 0;
    let crossed = 0;
    for (let round = 0; round < 25; round += 1) {
      await Promise.all(
        Array.from({ length: 40 }, async (_, turn) => {
          const tenant = (turn + round) % 2;
          const at = turn % 8;
          const source = ['one', 'other'][tenant];
          const { data, errors } = await gateway.query(single, { source, id: `SAME${at}` });
          expect(errors).toEqual([]);
          answers += 1;
          const { nodeByVendorId: found } = data as {
            nodeByVendorId: { subject: string; source: { name: string } };
          };
          if (found.source.name !== source || !found.subject.startsWith(`of tenant ${tenant} `)) crossed += 1;
        }),
      );
      const { errors } = await gateway.query(single, { source: 'locked', id: 'SAME1' });
      expect(errors[0]?.extensions.code).toBe('UPSTREAM_AUTH');
    }
    expect(crossed).toBe(0);
    expect(gateway.sources.get('one')?.status()).toBe('UP');
    task.meta.fault = { figure: `${crossed} of ${answers} answers crossed` };
  });

  it('F62 nor do 100,000 reads that are interleaved, through caches that end and calls that are shared', async ({
    task,
  }) => {
    const names = ['one', 'other'] as const;
    let answers = 0;
    const crossed: string[] = [];
    const read = async (turn: number): Promise<void> => {
      const tenant = turn % 2;
      const reader = gateway.sources.get(names[tenant] ?? '')?.conversations;
      const references = [0, 3].map((more) => ({ key: `SAME${(turn + more) % 8}`, revision: null }));
      const context = {
        signal: new AbortController().signal,
        deadline: Date.now() + 20_000,
        bypassCache: turn % 499 === 0,
      };
      for (const found of (await reader?.get(references, context)) ?? []) {
        answers += 1;
        const subject = found && 'subject' in found ? found.subject : String(found);
        if (!subject?.startsWith(`of tenant ${tenant} `)) crossed.push(subject ?? 'null');
      }
    };
    for (let turn = 0; turn < 50_000; turn += 100) {
      await Promise.all(Array.from({ length: 100 }, (_, more) => read(turn + more)));
    }
    expect(crossed).toEqual([]);
    expect(answers).toBe(100_000);
    task.meta.fault = { figure: `${crossed.length} of ${answers} answers crossed` };
  });
});

const hash = (key: string) => createHash('sha256').update(key).digest('hex');

describe('callers who may see different sources, and ask the same', () => {
  const query =
    '{ conversations(first: 20) { nodes { vendorId subject source { name } } } sources { name } }';
  interface Seen {
    readonly conversations: { readonly nodes: readonly { readonly source: { readonly name: string } }[] };
    readonly sources: readonly { readonly name: string }[];
  }
  const callers = [
    { name: 'wide', sources: ['one', 'other'] },
    { name: 'first', sources: ['one'] },
    { name: 'second', sources: ['other'] },
  ];

  it('F63 see their own, whoever asked before, and whoever asks at the same time', async ({ task }) => {
    const [one, other] = sandboxes.map(({ sources }) => sources['tickets']);
    const text = stringify({
      clients: callers.map(({ name, sources }) => ({ name, keyHash: hash(`key of ${name}`), sources })),
      sources: { one, other },
    });
    const guarded = await openBenchGateway(text, { logged: () => {}, answered: () => {} });
    let answers = 0;
    const leaks: string[] = [];
    const ask = async (
      { name, sources }: (typeof callers)[number],
      headers: Readonly<Record<string, string>>,
    ) => {
      const { data } = await guarded.ask<Seen>(query, {}, { 'x-api-key': `key of ${name}`, ...headers });
      const seen = [
        ...data.conversations.nodes.map(({ source }) => source.name),
        ...data.sources.map((each) => each.name),
      ];
      answers += 1;
      leaks.push(
        ...seen.filter((source) => !sources.includes(source)).map((source) => `${source} by ${name}`),
      );
      expect(new Set(seen)).toEqual(new Set(sources));
    };
    for (let round = 0; round < 30; round += 1) {
      const headers: Readonly<Record<string, string>> =
        round % 3 === 0 ? { 'cache-control': 'no-cache' } : {};
      await Promise.all([...callers, ...callers].map((caller) => ask(caller, headers)));
    }
    const stranger = await guarded.ask<Seen | null>(query, {}, { 'x-api-key': 'key of nobody' });
    await guarded.stop();
    expect(stranger.status).toBe(401);
    expect(stranger.body).not.toContain('of tenant');
    expect(leaks).toEqual([]);
    task.meta.fault = { figure: `${leaks.length} leaks in ${answers} answers` };
  });
});
