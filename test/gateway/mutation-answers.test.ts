import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntityType } from '../../src/contract/entity-type.ts';
import { encodeGlobalId } from '../../src/contract/global-id.ts';
import { openGateway, type TestGateway } from '../support/gateway-over.ts';
import { mutate } from '../support/mutation-answer.ts';

/** A call as the vendors' server got it: the method, and the path without a query. */
type Call = `${string} ${string}`;

/** What it answers: JSON with status 200, or a status and a text. */
type Reply = object | readonly [number, string];

const idOf = (type: EntityType, source: string, key: string) => encodeGlobalId({ type, source, key });
const made = { response: { status: 'OK', statuscode: 0 } };
const conversation = (id: string) => ({
  response: {
    conversationid: id,
    datecreated: '2026-03-01 10:00:00',
    status: 'C',
    tags: '',
    channel_type: 'E',
  },
});
const newConversation = { source: 'support', subject: 's', message: 'm', customerEmail: 'a@example.com' };
const newTicket = { ...newConversation, source: 'tickets' };
const newAgent = (source: string) => ({ source, name: 'A B', email: 'a@example.com', password: 'secret 1' });

let gateway: TestGateway;
let answer: (call: Call) => Reply;
const calls: Call[] = [];
const server = createServer((request, response) => {
  const call: Call = `${request.method} ${new URL(request.url ?? '', 'http://vendors').pathname}`;
  calls.push(call);
  const reply = answer(call);
  const [status, body] = Array.isArray(reply) ? (reply as [number, string]) : [200, JSON.stringify(reply)];
  response.writeHead(status).end(body);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  gateway = openGateway(
    {
      support: { vendor: 'liveagent', url: `${origin}/support`, apiKey: 'key of support' },
      shop: { vendor: 'iadvize', url: `${origin}/shop`, apiKey: 'key of shop' },
      tickets: {
        vendor: 'livechat',
        url: `${origin}/tickets`,
        login: 'a@b.example',
        apiKey: 'key of tickets',
      },
    },
    { everySource: { retries: 0 } },
  );
});
afterAll(async () => {
  await gateway.close();
  server.close();
});
beforeEach(() => void (calls.length = 0));

const changes = () => calls.filter((call) => !call.startsWith('GET') || call.includes('createAccount'));

describe('something new of which the vendor does not tell what it is', () => {
  const told = { code: 'UPSTREAM_BAD_RESPONSE', retryable: false };

  it.each([
    ['conversationCreate', newConversation, 'conversation', made],
    ['tagCreate', { source: 'support', name: 'vip' }, 'tag', made],
    ['fileUpload', { source: 'support', url: 'https://files.example.com/a' }, 'file', made],
    ['conversationCreate', newTicket, 'conversation', { ok: true }],
    ['conversationCreate', newTicket, 'conversation', { result: 'ticket created' }],
    ['agentCreate', newAgent('shop'), 'agent', { result: 'success' }],
  ])('is told at its field: %s %j', async (name, input, field, reply) => {
    answer = (call) => (call.includes('OperatorList') ? { operators: [] } : reply);
    const { payload, answer: whole } = await mutate(gateway, name, input, `${field} { id }`);
    expect(payload).toMatchObject({ [field]: null, userErrors: [] });
    expect(whole.errors).toMatchObject([{ path: ['change', field], extensions: told }]);
    expect(whole.errors[0]?.message).toContain('the change was made');
  });

  it('is told at the id of a suggestion', async () => {
    answer = () => made;
    const input = {
      source: 'support',
      categoryId: idOf('SuggestionCategory', 'support', '7'),
      subject: 's',
      message: 'm',
      authorId: idOf('Customer', 'support', 'e:a@example.com'),
    };
    const { payload, answer: whole } = await mutate(gateway, 'suggestionCreate', input, 'suggestionId url');
    expect(payload).toMatchObject({ suggestionId: null, userErrors: [] });
    expect(whole.errors).toMatchObject([{ path: ['change', 'suggestionId'], extensions: told }]);
  });

  it('is told where its id reads as gone', async () => {
    answer = (call) =>
      call.startsWith('POST')
        ? { response: { ...made.response, conversationid: 'gone0001' } }
        : [404, '{"response":{"status":"ERROR","statuscode":404,"errormessage":"not found"}}'];
    const { payload, answer: whole } = await mutate(
      gateway,
      'conversationCreate',
      newConversation,
      'conversation { id }',
    );
    expect(payload).toMatchObject({ conversation: null, userErrors: [] });
    expect(whole.errors).toMatchObject([{ path: ['change', 'conversation'], extensions: told }]);
  });

  it.each([
    ['tagCreate', { source: 'support', name: 'vip' }, 'tag', { id: 'new01', name: 'vip' }],
    [
      'customerGroupCreate',
      { source: 'support', name: 'vip' },
      'customerGroup',
      { id: 'new01', name: 'vip' },
    ],
    ['customerRegister', { source: 'support', email: 'a@example.com' }, 'customer', { contactid: 'new01' }],
    ['fileUpload', { source: 'support', url: 'https://files.example.com/a' }, 'file', { fileid: 'new01' }],
    ['tagCreate', { source: 'tickets', name: 'vip' }, 'tag', { name: 'new01' }],
    ['agentCreate', newAgent('tickets'), 'agent', { login: 'new01', name: 'A B' }],
    ['conversationCreate', newTicket, 'conversation', { id: 'new01', date: '2026-05-20T12:00:00Z' }],
  ])('is what the vendor answered where it cannot be read yet: %s %j', async (name, input, field, record) => {
    const isLiveAgent = input.source === 'support';
    const created = isLiveAgent ? { response: { ...record, email: 'a@example.com', statuscode: 0 } } : record;
    const lists = { tags: [], groups: [], customers: [] };
    answer = (call) => {
      if (call.startsWith('POST')) return created;
      if (/new01$|example.com$/.test(call))
        return [404, '{"response":{"status":"ERROR","errormessage":"gone"}}'];
      return isLiveAgent ? { response: lists } : [200, '[]'];
    };
    const whole = { ...input, clientMutationId: `not read yet: ${name} ${input.source}` };
    for (const time of ['first', 'second']) {
      const { payload, answer: all } = await mutate(gateway, name, whole, `${field} { vendorId }`);
      expect({ time, errors: all.errors, entity: payload?.[field] }).toEqual({
        time,
        errors: [],
        entity: { vendorId: 'new01' },
      });
    }
    expect(changes()).toHaveLength(1);
  });

  it.each([
    ['a conversation', 'conversationCreate', newConversation, 'conversation'],
    ['an agent', 'agentCreate', newAgent('shop'), 'agent'],
  ])(
    'is told where reading %s afterwards fails, without inviting to repeat it',
    async (_what, name, input, field) => {
      const created = { response: { ...made.response, conversationid: 'c9' } };
      answer = (call) => {
        if (call.startsWith('POST')) return created;
        return call.includes('createAccount') ? { result: 'success' } : [503, ''];
      };
      const { payload, answer: whole } = await mutate(gateway, name, input, `${field} { id }`);
      expect(payload).toMatchObject({ [field]: null, userErrors: [] });
      expect(whole.errors).toMatchObject([
        { path: ['change', field], extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: false } },
      ]);
      expect(whole.errors[0]?.message).toMatch(/^the change was made, but /);
      expect(changes()).toHaveLength(1);
    },
  );

  it.each([
    [newConversation, { response: {} }],
    [newTicket, [200, '']],
    [newTicket, [201, '']],
    [newTicket, {}],
    [newTicket, { tickets: [] }],
  ])('may not even be made: %j answered with %j', async (input, reply) => {
    answer = () => reply;
    const { payload, code } = await mutate(gateway, 'conversationCreate', input, 'conversation { id }');
    expect(payload).toBeNull();
    expect(code).toBe('OUTCOME_UNKNOWN');
  });
});

describe('a 404 without the vendor’s words', () => {
  const bodies = ['', '<html><body>Not Found</body></html>', '{}'];

  it.each([
    ['conversationCreate', newConversation],
    ['conversationCreate', newTicket],
    ['agentCreate', newAgent('tickets')],
    ['agentCreate', newAgent('shop')],
    ['tagCreate', { source: 'support', name: 'vip' }],
  ])('means that the API is elsewhere where something is made: %s %j', async (name, input) => {
    for (const body of bodies) {
      answer = () => [404, body];
      const { payload, answer: told } = await mutate(gateway, name, input);
      expect(payload).toBeNull();
      expect(told.errors).toMatchObject([
        { path: ['change'], extensions: { code: 'UPSTREAM_BAD_RESPONSE', retryable: false } },
      ]);
    }
  });

  it.each([
    ['conversationStatusChange', { conversationId: idOf('Conversation', 'support', 'c1'), status: 'OPEN' }],
    ['agentUpdate', { agentId: idOf('Agent', 'tickets', 'a@example.com'), name: 'B' }],
    ['agentUpdate', { agentId: idOf('Agent', 'shop', '7'), name: 'B' }],
  ])('means that what is named is gone: %s %j', async (name, input) => {
    for (const body of bodies) {
      answer = () => [404, body];
      const { payload } = await mutate(gateway, name, input);
      expect(payload?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
  });

  it('is none where the vendor has words for it', async () => {
    answer = () => [404, '{"error":"Group not found"}'];
    const { payload } = await mutate(gateway, 'conversationCreate', newTicket);
    expect(payload?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('a change that failed halfway', () => {
  const refused = '{"response":{"status":"ERROR","statuscode":401,"errormessage":"wrong key"}}';
  const input = {
    conversationId: idOf('Conversation', 'support', 'c1'),
    fields: [{ code: 'order', value: '9' }],
  };

  it.each([
    ['UPSTREAM_AUTH', [401, refused]],
    ['UPSTREAM_RATE_LIMITED', [429, '']],
  ] as const)('is remembered with its clientMutationId: %s', async (code, reply) => {
    answer = (call) => (call.startsWith('POST') ? reply : made);
    const send = () =>
      mutate(gateway, 'conversationFieldsSet', { ...input, clientMutationId: `halfway ${code}` });
    const first = await send();
    const second = await send();
    for (const { payload, answer: told } of [first, second]) {
      expect(payload).toBeNull();
      expect(told.errors).toMatchObject([{ extensions: { code, retryable: false } }]);
      expect(told.errors[0]?.message).toContain('the earlier values of order are deleted already');
    }
    expect(changes().map((call) => call.split(' ')[0])).toEqual(['DELETE', 'POST']);
  });

  it('may be tried again where its first call failed', async () => {
    const again = { ...input, clientMutationId: 'at first' };
    answer = () => [401, refused];
    expect((await mutate(gateway, 'conversationFieldsSet', again)).code).toBe('UPSTREAM_AUTH');
    answer = (call) => (call.startsWith('GET') ? conversation('c1') : made);
    const { payload } = await mutate(gateway, 'conversationFieldsSet', again);
    expect(payload?.userErrors).toEqual([]);
  });
});
