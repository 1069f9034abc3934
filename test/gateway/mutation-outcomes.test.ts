import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/emulator.ts';
import { freePort, redisMissing, startRedis } from '../cache/redis-server.ts';
import type { TestGateway } from '../support/gateway-over.ts';
import { mutate, supportIds } from '../support/mutation-answer.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

let gateway: SandboxGateway;
/** Waits for no answer that does not come. */
let hasty: TestGateway;
let conversationId: string;

beforeAll(async () => {
  gateway = await openSandboxGateway({ size: 0.05 });
  hasty = gateway.another({ everySource: { timeoutMs: 300 } });
  conversationId = (await supportIds(gateway)).conversations[0] ?? '';
});
afterAll(() => gateway.close());
beforeEach(() => gateway.forgetCalls());
afterEach(() => gateway.emulators.liveagent.faults.clear());

const changes = () => gateway.calls('support').filter(({ method }) => method !== 'GET');
const note = (text: string, clientMutationId?: string) => ({ conversationId, note: text, clientMutationId });
const add = (text: string, clientMutationId?: string, through: TestGateway = gateway) =>
  mutate(through, 'conversationNoteAdd', note(text, clientMutationId), 'conversation { id }');
const tryingFor = ({ hang }: Fault) => (hang ? hasty : gateway);

/** A client of the configuration, whose key is made of its name. */
const client = (name: string, access: string) => ({
  name,
  access,
  keyHash: createHash('sha256').update(`key of ${name}`).digest('hex'),
});

const doubtful: readonly (readonly [string, Fault])[] = [
  ['a reset', { reset: true }],
  ['silence', { hang: true }],
  ['an answer that is cut off', { truncateBytes: 12 }],
  ['a 500 without words', { status: 500 }],
  ['a page', { html: true }],
];

describe('a change of which nobody knows what became', () => {
  it.each(doubtful)('is OUTCOME_UNKNOWN after %s, and sent once', async (_what, fault) => {
    gateway.emulators.liveagent.faults.set({ ...fault, match: 'POST', times: 1 });
    const { payload, code, answer } = await add('doubtful', undefined, tryingFor(fault));
    expect(payload).toBeNull();
    expect(code).toBe('OUTCOME_UNKNOWN');
    expect(answer.errors[0]?.extensions).toMatchObject({ source: 'support', retryable: false });
    expect(changes()).toHaveLength(1);
    // Lets the source recover for the next one.
    await add('a change that works');
  });

  it.each(doubtful)(
    'is OUTCOME_UNKNOWN after %s at iAdvize, too, where changes are GETs',
    async (_what, fault) => {
      const { faults } = gateway.emulators.iadvize;
      faults.set({ ...fault, match: 'createAccount', times: 1 });
      const agent = { source: 'shop', name: 'Ann Other', email: 'ann@example.com', password: 'secret 1' };
      const { code } = await mutate(tryingFor(fault), 'agentCreate', agent, 'agent { id }');
      faults.clear();
      expect(code).toBe('OUTCOME_UNKNOWN');
      const made = gateway.calls('shop').filter(({ path }) => path.includes('createAccount'));
      expect(made).toHaveLength(1);
      // Lets the source recover for the next one.
      await gateway.query(
        '{ websites(filter: { sources: ["shop"] }) { nodes { id } } }',
        {},
        { 'cache-control': 'no-cache' },
      );
    },
  );

  it('is OUTCOME_UNKNOWN when the time of the whole request is up, not a mere TIMEOUT', async () => {
    gateway.emulators.liveagent.faults.set({ hang: true, match: 'POST', times: 1 });
    const brief = gateway.another({ server: { requestTimeoutMs: 1000 } });
    const input = note('the last of its time', 'hasty-1');
    const first = await mutate(brief, 'conversationNoteAdd', input, 'conversation { id }');
    expect(first.code).toBe('OUTCOME_UNKNOWN');
    expect((await mutate(brief, 'conversationNoteAdd', input)).code).toBe('OUTCOME_UNKNOWN');
    expect(changes()).toHaveLength(1);
  });

  it('is none of a refusal without words, such as that of a text that is too long', async () => {
    gateway.emulators.liveagent.faults.set({ status: 413, match: 'POST', times: 1 });
    const { code, payload } = await add('much too long');
    expect(code).toBeUndefined();
    expect(payload?.userErrors).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining('413') as string }),
    ]);
    expect(changes()).toHaveLength(1);
  });

  it('stays so for its clientMutationId', async () => {
    gateway.emulators.liveagent.faults.set({ truncateBytes: 12, match: 'POST', times: 1 });
    expect((await add('once only', 'doubtful-1')).code).toBe('OUTCOME_UNKNOWN');
    expect((await add('once only', 'doubtful-1')).code).toBe('OUTCOME_UNKNOWN');
    expect(changes()).toHaveLength(1);
  });

  it('tells which custom fields are gone when only the first of two calls worked', async () => {
    gateway.emulators.liveagent.faults.set({ status: 500, match: 'POST', times: 1 });
    const fields = [{ code: 'order', value: '9' }];
    const { code, answer } = await mutate(gateway, 'conversationFieldsSet', { conversationId, fields });
    expect(code).toBe('OUTCOME_UNKNOWN');
    expect(answer.errors[0]?.message).toContain('the earlier values of order are deleted already');
    expect(changes().map(({ method }) => method)).toEqual(['DELETE', 'POST']);
  });
});

describe('a clientMutationId', () => {
  it('gives the first outcome again and calls nobody', async () => {
    const first = await add('said once', 'again-1');
    gateway.forgetCalls();
    const second = await add('said once', 'again-1');
    expect(second.payload).toEqual(first.payload);
    expect(second.payload?.clientMutationId).toBe('again-1');
    expect(gateway.calls()).toEqual([]);
  });

  it('lets a concurrent twin wait for the first', async () => {
    gateway.emulators.liveagent.faults.set({ latencyMs: 100, match: 'POST' });
    const twins = await Promise.all(Array.from({ length: 5 }, () => add('five at once', 'twins-1')));
    expect(new Set(twins.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
    expect(twins[0]?.payload?.userErrors).toEqual([]);
    expect(changes()).toHaveLength(1);
  });

  it('cannot be used for another input', async () => {
    await add('this', 'other-1');
    gateway.forgetCalls();
    expect((await add('that', 'other-1')).code).toBe('BAD_USER_INPUT');
    expect(gateway.calls()).toEqual([]);
  });

  it('takes null for what leaving out means, and an empty list for no values', async () => {
    const { agents, departments } = await supportIds(gateway);
    const [agentId, departmentId] = [agents[0], departments[0]];
    const message = { conversationId, message: 'said once', agentId, clientMutationId: 'defaults-1' };
    const created = {
      source: 'support',
      subject: 's',
      message: 'm',
      customerEmail: 'a@example.com',
      agentId,
      departmentId,
      clientMutationId: 'defaults-2',
    };
    gateway.forgetCalls();
    for (const parts of [
      {},
      { notifyCustomer: null, messageIsHtml: null },
      { notifyCustomer: true, fileIds: [] },
    ]) {
      const { payload } = await mutate(gateway, 'conversationMessageSend', { ...message, ...parts });
      expect(payload?.userErrors).toEqual([]);
    }
    for (const parts of [{}, { cc: [], fields: [] }, { cc: null, notifyCustomer: null }]) {
      const { payload } = await mutate(gateway, 'conversationCreate', { ...created, ...parts });
      expect(payload?.userErrors).toEqual([]);
    }
    expect(changes()).toHaveLength(2);
  });

  it('is another one for another mutation', async () => {
    await add('noted', 'shared-1');
    const { payload } = await mutate(gateway, 'conversationTagAdd', {
      conversationId,
      tagName: 'shared',
      clientMutationId: 'shared-1',
    });
    expect(payload?.userErrors).toEqual([]);
    expect(changes()).toHaveLength(2);
  });

  it('replays a refusal by the vendor', async () => {
    const input = {
      source: 'support',
      subject: 's',
      message: 'm',
      customerEmail: 'nobody@example.com',
      clientMutationId: 'refused-1',
    };
    const first = await mutate(gateway, 'conversationCreate', input);
    const second = await mutate(gateway, 'conversationCreate', input);
    expect(first.payload?.userErrors).toHaveLength(1);
    expect(second.payload).toEqual(first.payload);
    expect(changes()).toHaveLength(1);
  });

  it('may be tried again after a failure that sent nothing', async () => {
    const closed = await freePort();
    const lost = gateway.another({ sources: { support: { url: `http://127.0.0.1:${closed}` } } });
    const send = () => mutate(lost, 'conversationNoteAdd', note('never sent', 'unsent-1'));
    expect((await send()).code).toBe('UPSTREAM_UNAVAILABLE');
    expect((await send()).code).toBe('UPSTREAM_UNAVAILABLE');
  });

  it('is left alone by a dry run', async () => {
    await mutate(gateway, 'conversationNoteAdd', { ...note('later', 'dry-1'), dryRun: true });
    expect((await add('really', 'dry-1')).payload?.userErrors).toEqual([]);
    expect(changes()).toHaveLength(1);
  });
});

describe('a client', () => {
  it('that may read only gets FORBIDDEN before any call', async () => {
    const guarded = gateway.another({ clients: [client('reader', 'read')] });
    const headers = { 'x-api-key': 'key of reader' };
    const { code } = await mutate(guarded, 'conversationNoteAdd', note('x'), '', headers);
    expect(code).toBe('FORBIDDEN');
    expect(gateway.calls()).toEqual([]);
  });

  it('has its own clientMutationIds', async () => {
    const guarded = gateway.another({ clients: [client('one', 'write'), client('two', 'write')] });
    for (const name of ['one', 'two', 'one']) {
      const headers = { 'x-api-key': `key of ${name}` };
      const sent = await mutate(guarded, 'conversationNoteAdd', note(`by ${name}`, 'mine'), '', headers);
      expect(sent.payload?.userErrors).toEqual([]);
    }
    expect(changes()).toHaveLength(2);
  });
});

describe.skipIf(redisMissing)('clientMutationIds in Redis', () => {
  it('hold over replicas, and keep no password', async () => {
    const redis = await startRedis();
    const replicas = [1, 2].map(() => gateway.another({ cache: { redis: redis.url } }));
    const agent = {
      source: 'tickets',
      name: 'R R',
      email: 'rr@example.com',
      password: 'canary-in-redis',
      clientMutationId: 'replicas-1',
    };
    const send = (index: number) =>
      mutate(replicas[index] ?? gateway, 'agentCreate', agent, 'agent { name }');
    // Until both have reached Redis they refuse, and say that it may be tried again.
    for (const index of [0, 1]) {
      await expect
        .poll(
          async () =>
            (
              await mutate(replicas[index] ?? gateway, 'tagCreate', {
                source: 'tickets',
                name: `warm ${index}`,
                clientMutationId: 'warm',
              })
            ).code,
        )
        .not.toBe('UPSTREAM_UNAVAILABLE');
    }
    gateway.forgetCalls();
    const [one, two] = await Promise.all([send(0), send(1)]);
    expect(one.payload).toMatchObject({ agent: { name: 'R R' }, userErrors: [] });
    expect(two.payload).toEqual(one.payload);
    expect(gateway.calls('tickets').filter(({ method }) => method === 'POST')).toHaveLength(1);
    const keys = await redis.client.keys('*');
    const stored = await Promise.all(keys.map((key) => redis.client.dump(key).catch(() => '')));
    expect(keys.some((key) => key.includes(':once:'))).toBe(true);
    expect(JSON.stringify([keys, stored])).not.toContain('canary-in-redis');
    const [kept] = keys.filter((key) => key.includes(':once:'));
    expect(await redis.client.pttl(kept ?? '')).toBeGreaterThan(23 * 3_600_000);
  });

  it('fail closed while Redis is away, and only where one is given', async () => {
    const away = gateway.another({ cache: { redis: `redis://127.0.0.1:${await freePort()}` } });
    const refused = await mutate(away, 'conversationNoteAdd', note('not now', 'away-1'));
    expect(refused.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(refused.answer.errors[0]?.extensions.retryable).toBe(true);
    expect(changes()).toEqual([]);
    const sent = await mutate(away, 'conversationNoteAdd', note('now'));
    expect(sent.payload?.userErrors).toEqual([]);
  });
});
