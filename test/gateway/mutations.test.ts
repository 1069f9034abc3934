import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { idIn, mutate, supportIds } from '../support/mutation-answer.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

let gateway: SandboxGateway;
let ids: Awaited<ReturnType<typeof supportIds>>;
let conversationId: string;

beforeAll(async () => {
  gateway = await openSandboxGateway({ size: 0.05 });
  ids = await supportIds(gateway);
  conversationId = ids.conversations[0] ?? '';
});
afterAll(() => gateway.close());
beforeEach(() => gateway.forgetCalls());

const callsOf = (source: string) => gateway.calls(source).map(({ method, path }) => `${method} ${path}`);
const changesOf = (source: string) => gateway.calls(source).filter(({ method }) => method !== 'GET');
const ticket = {
  source: 'tickets',
  subject: 'A parcel',
  message: 'Where is it?',
  customerEmail: 'kim@example.com',
};

describe('a change that works', () => {
  it('hands out the changed entity, fresh from the vendor', async () => {
    const fields = 'conversation { subject status customer { email } messages { nodes { text } } }';
    const { payload } = await mutate(gateway, 'conversationCreate', ticket, fields);
    expect(payload).toMatchObject({
      userErrors: [],
      conversation: {
        subject: 'A parcel',
        status: 'OPEN',
        customer: { email: 'kim@example.com' },
        messages: { nodes: [{ text: 'Where is it?' }] },
      },
    });
  });

  it('reads nothing that was not selected', async () => {
    const { payload } = await mutate(gateway, 'conversationNoteAdd', { conversationId, note: 'seen' });
    expect(payload?.userErrors).toEqual([]);
    expect(gateway.calls()).toHaveLength(1);
  });

  it('is seen by the next query, however fresh the cached answer is', async () => {
    const tags =
      'query Tags($id: ID!) { conversation(id: $id) { tags { name } messages(first: 100) { nodes { text } } } }';
    const before = await gateway.query(tags, { id: conversationId });
    expect(JSON.stringify(before.data)).not.toContain('read-your-writes');
    await mutate(gateway, 'conversationTagAdd', { conversationId, tagName: 'read-your-writes' });
    await mutate(gateway, 'conversationNoteAdd', { conversationId, note: 'a note to read' });
    const after = await gateway.query(tags, { id: conversationId });
    expect(JSON.stringify(after.data)).toContain('read-your-writes');
    expect(JSON.stringify(after.data)).toContain('a note to read');
  });

  it('is counted by the next report', async () => {
    const { agents } = (await gateway.query('{ agents(filter: { sources: ["shop"] }) { nodes { id } } }'))
      .data as { agents: { nodes: { id: string }[] } };
    const figures = `{ report(from: "2026-01-01T00:00:00+01:00", to: "2026-01-08T00:00:00+01:00") {
      agents { nodes { metrics { answers chats } } }
    } }`;
    await gateway.query(figures);
    await mutate(gateway, 'conversationNoteAdd', { conversationId, note: 'a note to count' });
    await mutate(gateway, 'agentAvailabilitySet', { agentId: agents.nodes[0]?.id, available: true });
    gateway.forgetCalls();
    await gateway.query(figures);
    expect(callsOf('support')).toEqual([expect.stringContaining('reports/agents')]);
    expect(callsOf('shop')).toEqual([expect.stringContaining('operator_stats')]);
  });

  it('is seen by what a later mutation of the same request hands out', async () => {
    const document = `mutation Both($id: ID!) {
      one: conversationNoteAdd(input: { conversationId: $id, note: "first of two" }) {
        conversation { messages(first: 100) { nodes { text } } }
      }
      two: conversationNoteAdd(input: { conversationId: $id, note: "second of two" }) {
        conversation { messages(first: 100) { nodes { text } } }
      }
    }`;
    const { data } = await gateway.query(document, { id: ids.conversations[1] });
    const { one, two } = data as { one: object; two: object };
    expect(JSON.stringify(one)).not.toContain('second of two');
    expect(JSON.stringify(two)).toContain('second of two');
  });

  it('is seen there by way of the person, too', async () => {
    const found = await gateway.query(
      '{ customers(first: 20, filter: { sources: ["support"] }) { nodes { id email } } }',
    );
    const { customers } = found.data as { customers: { nodes: { id: string; email: string | null }[] } };
    const customer = customers.nodes.find(({ email }) => email !== null);
    const document = `mutation Both($id: ID!) {
      one: customerFieldsSet(input: { customerId: $id, fields: [{ code: "level", value: "the first" }] }) {
        customer { person { customers { customFields { value } } } }
      }
      two: customerFieldsSet(input: { customerId: $id, fields: [{ code: "level", value: "the second" }] }) {
        customer { person { customers { customFields { value } } } }
      }
    }`;
    const { data, errors } = await gateway.query(document, { id: customer?.id });
    expect(errors).toEqual([]);
    const { one, two } = data as { one: object; two: object };
    expect(JSON.stringify(one)).toContain('the first');
    expect(JSON.stringify(two)).toContain('the second');
    expect(JSON.stringify(two)).not.toContain('the first');
  });

  it('tells the id of what was deleted', async () => {
    const created = await mutate(
      gateway,
      'tagCreate',
      { source: 'support', name: 'short-lived' },
      'tag { id }',
    );
    const id = idIn(created, 'tag');
    const { payload } = await mutate(gateway, 'tagDelete', { tagId: id }, 'deletedId');
    expect(payload).toMatchObject({ deletedId: id, userErrors: [] });
  });

  it('stands although the changed entity cannot be read', async () => {
    gateway.emulators.livechat.faults.set({ match: 'GET', status: 500 });
    const { payload, answer } = await mutate(gateway, 'conversationCreate', ticket, 'conversation { id }');
    gateway.emulators.livechat.faults.clear();
    expect(payload).toMatchObject({ conversation: null, userErrors: [] });
    expect(answer.errors[0]).toMatchObject({
      path: ['change', 'conversation'],
      extensions: { code: 'UPSTREAM_UNAVAILABLE' },
    });
    expect(changesOf('tickets')).toHaveLength(1);
  });

  it('finds the operator whom iAdvize made without telling an id', async () => {
    const operator = { source: 'shop', name: 'Zoe Quinn', email: 'zoe@example.com', password: 'a secret 1' };
    const { payload } = await mutate(gateway, 'agentCreate', operator, 'agent { id name }');
    expect(payload).toMatchObject({ agent: { name: 'Zoe Quinn' }, userErrors: [] });
  });

  it('tells why the operator whom iAdvize made cannot be handed out, and tells it again', async () => {
    const operator = { source: 'shop', name: 'Yan Reed', email: 'yan@example.com', password: 'a secret 1' };
    const once = { ...operator, clientMutationId: 'operator-not-read' };
    gateway.emulators.iadvize.faults.set({ match: 'getClientOperatorList', status: 500 });
    const first = await mutate(gateway, 'agentCreate', once, 'agent { id }');
    gateway.emulators.iadvize.faults.clear();
    for (const { payload, answer } of [first, await mutate(gateway, 'agentCreate', once, 'agent { id }')]) {
      expect(payload).toMatchObject({ agent: null, userErrors: [] });
      expect(answer.errors[0]).toMatchObject({
        path: ['change', 'agent'],
        extensions: { code: 'UPSTREAM_UNAVAILABLE', source: 'shop' },
      });
    }
    expect(callsOf('shop').filter((call) => call.includes('createAccount'))).toHaveLength(1);
  });

  it('takes no call where nothing is to be changed', async () => {
    const agents = await gateway.query('{ agents(filter: { sources: ["tickets"] }) { nodes { id email } } }');
    const [agent] = (agents.data as { agents: { nodes: { id: string; email: string }[] } }).agents.nodes;
    gateway.forgetCalls();
    const input = { agentId: agent?.id, email: agent?.email.toUpperCase() };
    const { payload } = await mutate(gateway, 'agentUpdate', input);
    expect(payload?.userErrors).toEqual([]);
    expect(gateway.calls()).toEqual([]);
    const planned = await mutate(gateway, 'agentUpdate', { ...input, dryRun: true });
    expect(planned.payload?.plannedCalls).toEqual([]);
  });

  it('changes the tags of one LiveChat ticket one at a time, so that none is lost', async () => {
    const created = await mutate(gateway, 'conversationCreate', ticket, 'conversation { id }');
    const id = idIn(created, 'conversation');
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(
      names.map((tagName) => mutate(gateway, 'conversationTagAdd', { conversationId: id, tagName })),
    );
    const { data } = await gateway.query('query Q($id: ID!) { conversation(id: $id) { tags { name } } }', {
      id,
    });
    const { tags } = (data as { conversation: { tags: { name: string }[] } }).conversation;
    expect(tags.map(({ name }) => name).sort()).toEqual(names);
  });
});

describe('a change that is refused because of its input', () => {
  it("is a user error in the vendor's own words, without an error", async () => {
    const [agentId] = ids.agents;
    const input = { ...ticket, source: 'support', agentId };
    const { payload, answer } = await mutate(gateway, 'conversationCreate', input, 'conversation { id }');
    expect(answer.status).toBe(200);
    expect(answer.errors).toEqual([]);
    expect(payload?.['conversation']).toBeNull();
    expect(payload?.userErrors).toEqual([
      {
        code: 'BAD_USER_INPUT',
        message: expect.stringContaining('parameter department') as string,
        field: null,
      },
    ]);
  });

  it('has the code NOT_FOUND where the target is gone', async () => {
    const created = await mutate(gateway, 'tagCreate', { source: 'support', name: 'gone' }, 'tag { id }');
    const id = idIn(created, 'tag');
    await mutate(gateway, 'tagDelete', { tagId: id });
    const { payload } = await mutate(gateway, 'tagUpdate', { tagId: id, name: 'back' });
    expect(payload?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it.each([
    ['conversationCreate', { ...ticket, customerEmail: 'kim at home' }, 'customerEmail'],
    ['conversationCreate', { ...ticket, message: '  ' }, 'message'],
    ['conversationCreate', { ...ticket, cc: ['boss@example.com'] }, 'cc'],
    ['conversationCreate', { ...ticket, messageIsHtml: true }, 'messageIsHtml'],
    ['conversationCreate', { ...ticket, notifyCustomer: false }, 'notifyCustomer'],
    ['conversationCreate', { ...ticket, channel: 'FACEBOOK' }, 'channel'],
    ['conversationCreate', { ...ticket, channel: 'EMAIL', sourceUrl: 'https://a.example' }, 'sourceUrl'],
    ['tagCreate', { source: 'support', name: 'x', color: 'reddish' }, 'color'],
    ['customerRegister', { source: 'support', email: 'a@b.example', role: 'king' }, 'role'],
    [
      'agentCreate',
      { source: 'shop', name: 'A', email: 'a@b.example', password: 'x', maxChats: 9 },
      'maxChats',
    ],
    [
      'agentCreate',
      { source: 'shop', name: 'A', email: 'a@b.example', password: 'x', role: 'OWNER' },
      'role',
    ],
    [
      'agentCreate',
      { source: 'tickets', name: 'A', email: 'a@b.example', password: 'x', role: 'OWNER' },
      'role',
    ],
    [
      'agentCreate',
      { source: 'tickets', name: 'A', email: 'a@b.example', password: 'x', maxChats: 0 },
      'maxChats',
    ],
    ['fileUpload', { source: 'support', name: 'a', mimeType: 'text/plain', base64: '???' }, 'base64'],
    ['fileUpload', { source: 'support', url: 'https://a.example', name: '' }, 'name'],
    ['fileUpload', { source: 'support', url: 'https://a.example', mimeType: ' ' }, 'mimeType'],
    ['conversationCreate', { ...ticket, customerName: '' }, 'customerName'],
    ['conversationCreate', { ...ticket, sourceUrl: '' }, 'sourceUrl'],
    ['conversationCreate', { ...ticket, source: 'support', mailMessageId: '' }, 'mailMessageId'],
    ['conversationCreate', { ...ticket, customerEmail: 'a@b..example' }, 'customerEmail'],
    ['knowledgeBaseCategoryCreate', { source: 'support', title: 'a', keywords: '' }, 'keywords'],
    ['knowledgeBaseCategoryCreate', { source: 'support', title: 'a', description: '' }, 'description'],
  ])('names the field of %s before anything is sent: %o', async (name, input, field) => {
    const { payload } = await mutate(gateway, name, input);
    expect(payload?.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: [field] }]);
    expect(gateway.calls()).toEqual([]);
  });

  it('leaves a LiveChat agent the address, which is how LiveChat knows them', async () => {
    const { data } = await gateway.query(
      '{ agents(filter: { sources: ["tickets"] }) { nodes { id email name } } }',
    );
    const [agent] = (data as { agents: { nodes: { id: string; email: string; name: string }[] } }).agents
      .nodes;
    const { id: agentId, email = '', name } = agent ?? {};
    const { payload } = await mutate(gateway, 'agentUpdate', { agentId, email: 'other@desk.example' });
    expect(payload?.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['email'] }]);
    const same = await mutate(gateway, 'agentUpdate', { agentId, email: email.toUpperCase(), name });
    expect(same.payload?.userErrors).toEqual([]);
  });

  it('sends no message without an agent, as LiveAgent would make a note of it', async () => {
    const { payload } = await mutate(gateway, 'conversationMessageSend', {
      conversationId,
      message: 'Hello',
    });
    expect(payload?.userErrors).toMatchObject([{ field: ['agentId'] }]);
    expect(gateway.calls()).toEqual([]);
  });

  it('takes an empty list of codes for a mistake and not for all fields', async () => {
    const { payload } = await mutate(gateway, 'conversationFieldsClear', { conversationId, codes: [] });
    expect(payload?.userErrors).toMatchObject([{ field: ['codes'] }]);
    expect(gateway.calls()).toEqual([]);
  });
});

describe('a mutation that cannot be taken', () => {
  it.each([
    ['an id that is none', 'conversationNoteAdd', () => ({ conversationId: 'nonsense', note: 'x' })],
    ['an id of another type', 'conversationNoteAdd', () => ({ conversationId: ids.agents[0], note: 'x' })],
    ['a source that is none', 'tagCreate', () => ({ source: 'nowhere', name: 'x' })],
    ['neither tag', 'conversationTagAdd', () => ({ conversationId })],
    ['both tags', 'conversationTagAdd', () => ({ conversationId, tagId: 'x', tagName: 'y' })],
    ['no target', 'conversationTransfer', () => ({ conversationId })],
    [
      'an empty clientMutationId',
      'tagCreate',
      () => ({ source: 'support', name: 'x', clientMutationId: '' }),
    ],
  ])('is an error for %s', async (_what, name, input) => {
    expect((await mutate(gateway, name, input())).code).toBe('BAD_USER_INPUT');
    expect(gateway.calls()).toEqual([]);
  });

  it('is an error for ids of two sources', async () => {
    const { data } = await gateway.query('{ agents(filter: { sources: ["tickets"] }) { nodes { id } } }');
    const [agent] = (data as { agents: { nodes: { id: string }[] } }).agents.nodes;
    gateway.forgetCalls();
    const { code, answer } = await mutate(gateway, 'conversationNoteAdd', {
      conversationId,
      note: 'x',
      agentId: agent?.id,
    });
    expect(code).toBe('BAD_USER_INPUT');
    expect(answer.errors[0]?.message).toContain('"support" and "tickets"');
    expect(gateway.calls()).toEqual([]);
  });

  it('is UNSUPPORTED where the vendor has no such operation, before any call', async () => {
    const refused = await mutate(gateway, 'tagCreate', { source: 'legacy', name: 'x' });
    expect(refused.code).toBe('UNSUPPORTED');
    expect(refused.answer.errors[0]?.extensions).toMatchObject({ source: 'legacy', vendor: 'ZAZACHAT' });
    expect(gateway.calls()).toEqual([]);
  });
});

describe('a dry run', () => {
  it('shows the calls that would be made, and makes none', async () => {
    const fields = [{ code: 'order', value: '7' }];
    const input = { conversationId, fields, dryRun: true };
    const { payload } = await mutate(gateway, 'conversationFieldsSet', input, 'conversation { id }');
    expect(payload?.['conversation']).toBeNull();
    expect(payload?.plannedCalls?.map(({ method }) => method)).toEqual(['DELETE', 'POST']);
    expect(payload?.plannedCalls?.[1]?.parameters).toEqual({ customfields: JSON.stringify(fields) });
    expect(gateway.calls()).toEqual([]);
  });

  it('shows exactly what is sent afterwards', async () => {
    const input = { conversationId, tagName: 'planned' };
    const planned = await mutate(gateway, 'conversationTagAdd', { ...input, dryRun: true });
    gateway.forgetCalls();
    await mutate(gateway, 'conversationTagAdd', input);
    const shown = planned.payload?.plannedCalls?.map(({ method, path }) => `${method} ${path}`);
    expect(callsOf('support')).toEqual(shown);
  });

  it.each(['shop', 'tickets'])('shows no secret of %s', async (source) => {
    const agent = { source, name: 'A B', email: 'ab@example.com', password: 'canary-password', dryRun: true };
    const { payload, answer } = await mutate(gateway, 'agentCreate', agent);
    expect(payload?.plannedCalls?.[0]?.parameters['password']).toBe('[secret]');
    expect(answer.text).not.toMatch(/canary-password|sandbox-\w+-key/);
  });

  it('checks the input like the mutation itself', async () => {
    const input = { conversationId, status: 'SPAM', dryRun: true };
    const { payload } = await mutate(gateway, 'conversationStatusChange', input);
    expect(payload).toMatchObject({ plannedCalls: null, userErrors: [{ field: ['status'] }] });
  });
});

describe('a password', () => {
  it('is seen nowhere but in the call itself', async () => {
    const operator = { source: 'shop', name: 'P W', email: 'pw@example.com', password: 'canary-password-2' };
    const headers = { 'x-deskgraph-explain': '1' };
    const made = await mutate(gateway, 'agentCreate', operator, 'agent { id }', headers);
    const refused = await mutate(gateway, 'agentCreate', operator, 'agent { id }', headers);
    expect(refused.payload?.userErrors).toHaveLength(1);
    expect(made.answer.text + refused.answer.text).not.toContain('canary-password');
  });
});
