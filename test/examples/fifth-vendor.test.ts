import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { postbox } from '../../examples/fifth-vendor/postbox-definition.ts';
import { openShared, type SharedParts } from '../../src/assembly/open-shared.ts';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { encodeGlobalId } from '../../src/contract/global-id.ts';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import type { TimelineOrder } from '../../src/contract/timeline.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { createGraphqlServer, type GraphqlServer } from '../../src/server/create-graphql-server.ts';
import { createLog } from '../../src/server/log.ts';
import { vendors } from '../../src/vendors/index.ts';
import { requestContext } from '../contract/open-account.ts';
import { walkWindow } from '../contract/walk-window.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { createTickets, startPostbox, type PostboxServer, type PostboxTicket } from './postbox-server.ts';

const known = [...vendors, postbox];
const day = 86_400_000;

let restoreClock: () => void;
let server: PostboxServer;
let sandbox: Sandbox;
let source: HelpdeskSource;
let shared: SharedParts;
let gateway: GraphqlServer;
let close: () => Promise<void>;

/** A gateway with five vendors, put together as `deskgraph start` does. */
beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  server = await startPostbox(createTickets(calmDay, 230));
  sandbox = await startSandbox({ size: 0.05 });
  const inbox = { vendor: 'postbox', url: server.url, token: server.token, retries: 0 };
  const text = stringify({ sources: { ...sandbox.sources, inbox } });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors: known });
  const log = createLog('silent');
  shared = openShared(config, log);
  const sources = new Map(
    config.sources.map((settings) => {
      const vendor = known.find(({ id }) => id === settings.vendor)!;
      return [settings.name, vendor.create(settings as never, shared.openTransport)];
    }),
  );
  source = sources.get('inbox')!;
  gateway = createGraphqlServer({ config, sources, log });
  close = async () => {
    await gateway.dispose();
    await Promise.all([...sources.values()].map((each) => each.close()));
    await shared.close();
  };
});
afterEach(() => {
  server.failWith = null;
  server.asked.length = 0;
});
afterAll(async () => {
  await close();
  await sandbox.close();
  server.close();
  restoreClock();
});

/** Postbox as a source of its own, with the tickets of a test. */
async function openPostbox(tickets: readonly PostboxTicket[]) {
  const own = await startPostbox(tickets);
  const text = stringify({
    sources: { own: { vendor: 'postbox', url: own.url, token: own.token, retries: 0 } },
  });
  const [settings] = loadConfig({ file: 'test', text, environment: {}, vendors: known }).sources;
  const source = postbox.create(settings as never, shared.openTransport);
  return {
    server: own,
    conversations: source.conversations!,
    async close() {
      await source.close();
      own.close();
    },
  };
}

interface Reply {
  readonly data: Readonly<Record<string, never>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: object }[];
}

async function ask(query: string, variables: object = {}, cacheControl = 'no-cache'): Promise<Reply> {
  const response = await gateway.fetch('http://gateway/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cache-control': cacheControl },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Reply;
}

const orders: readonly TimelineOrder[] = [
  { field: 'CREATED_AT', direction: 'DESC' },
  { field: 'CREATED_AT', direction: 'ASC' },
  { field: 'UPDATED_AT', direction: 'DESC' },
  { field: 'UPDATED_AT', direction: 'ASC' },
];

describe('the example of a fifth vendor', () => {
  it.each(orders)('keeps the promise of every timeline, by $field $direction', async (order) => {
    const window = { from: calmDay - 18 * day, to: calmDay - day };
    const timeOf = ({ created_at, changed_at }: PostboxServer['tickets'][number]) =>
      Date.parse(order.field === 'CREATED_AT' ? created_at : changed_at);
    const wanted = new Map(
      server.tickets
        .map((ticket) => [ticket.id, timeOf(ticket)] as const)
        .filter(([, time]) => time >= window.from && time < window.to),
    );
    expect(wanted.size).toBeGreaterThan(150);
    const found = await walkWindow(source.conversations!, { order, window, limit: 25, wanted });
    expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
  });

  it('is called once for two equal lists a moment apart', async () => {
    const query = `{
      conversations(filter: { sources: ["inbox"], customerEmail: "person17@example.com" }) { nodes { id } }
    }`;
    const first = await ask(query, {}, 'max-age=60');
    await sleep(5);
    expect(await ask(query, {}, 'max-age=60')).toEqual(first);
    expect(server.asked).toHaveLength(1);
  });

  it('loses no ticket of a busy moment where others are deleted meanwhile', async () => {
    const at = new Date(calmDay - day).toISOString();
    const tickets = createTickets(calmDay, 250).map((one) => ({ ...one, created_at: at, changed_at: at }));
    const own = await openPostbox(tickets);
    own.server.afterList = () => void tickets.shift();
    const window = { from: calmDay - day, to: calmDay };
    const order: TimelineOrder = { field: 'CREATED_AT', direction: 'ASC' };
    const request = { window, order, filter: {}, limit: 25, position: null };
    const { value } = await own.conversations.list(request, requestContext());
    await own.close();
    expect(own.server.asked).toHaveLength(3);
    const found = new Set(value.rows.map(({ key }) => key));
    expect(tickets.filter(({ id }) => !found.has(id))).toEqual([]);
  });

  it('leaves out one ticket that cannot be read, tells so, and keeps the secrets of the others', async () => {
    const token = 'canary-session';
    const tickets = createTickets(calmDay, 3).map((one, index) =>
      index === 1 ? { ...one, changed_at: 'yesterday' } : { ...one, number: 'seven', token },
    );
    const own = await openPostbox(tickets as unknown as readonly PostboxTicket[]);
    const window = { from: calmDay - day, to: calmDay + 1 };
    const order: TimelineOrder = { field: 'CREATED_AT', direction: 'DESC' };
    const request = { window, order, filter: {}, limit: 25, position: null };
    const { value } = await own.conversations.list(request, requestContext());
    const [, message] = await own.conversations.messages(
      ['t/1', 't/2'].map((key) => ({ key, revision: null })),
      requestContext(),
    );
    await own.close();
    expect(value.rows.map(({ key, reference }) => [key, reference])).toEqual([
      ['t/0', null],
      ['t/2', null],
    ]);
    expect(value.unread).toEqual({
      span: window,
      because: expect.objectContaining({ message: expect.stringContaining('readable times') }),
    });
    expect(JSON.stringify(value)).not.toContain(token);
    expect(message).toMatchObject([{ body: 'Hello?' }]);
  });

  it('is no list where no ticket of it can be read', async () => {
    const tickets = createTickets(calmDay, 3).map((one) => ({ ...one, changed_at: 'yesterday' }));
    const own = await openPostbox(tickets);
    const order: TimelineOrder = { field: 'CREATED_AT', direction: 'DESC' };
    const request = { window: { from: 0, to: calmDay }, order, filter: {}, limit: 25, position: null };
    const list = own.conversations.list(request, requestContext());
    await expect(list).rejects.toMatchObject({ kind: 'bad-response' });
    await own.close();
  });

  it('stands in one list with the four others', async () => {
    const { data, errors } = await ask(`{
      conversations(first: 50) { nodes { createdAt reference vendorStatus source { name } } sources { state } }
    }`);
    expect(errors).toBeUndefined();
    const { nodes, sources } = (data as unknown as { conversations: Listed }).conversations;
    expect(new Set(nodes.map((row) => row.source.name)).size).toBeGreaterThan(2);
    expect(nodes.filter((row) => row.source.name === 'inbox')[0]?.reference).toBe('#5000');
    const times = nodes.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(sources.map(({ state }) => state)).toEqual(['OK', 'OK', 'OK', 'OK', 'OK']);
  });

  it('tells what its words mean, and the words of others too', async () => {
    const { data } = await ask(`{
      conversations(first: 10, filter: { sources: ["inbox"] }) { nodes { status vendorStatus channel } }
    }`);
    const { nodes } = (data as unknown as { conversations: { nodes: object[] } }).conversations;
    expect(nodes.slice(0, 5)).toEqual([
      { status: 'NEW', vendorStatus: 'new', channel: 'EMAIL' },
      { status: 'OPEN', vendorStatus: 'open', channel: 'EMAIL' },
      { status: 'PENDING', vendorStatus: 'waiting', channel: 'EMAIL' },
      { status: 'CLOSED', vendorStatus: 'closed', channel: 'EMAIL' },
      { status: 'UNKNOWN', vendorStatus: 'parked', channel: 'EMAIL' },
    ]);
  });

  it('knows people by their address, and filters by it in one call', async () => {
    const { data, errors } = await ask(`{
      person(email: " PERSON3@example.com ") { name customers { source { name } } }
      conversations(filter: { sources: ["inbox"], customerEmail: "Person3@example.com" }) { nodes { subject } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      person: { name: 'Person 3', customers: [{ source: { name: 'inbox' } }] },
    });
    const { nodes } = (data as unknown as { conversations: { nodes: object[] } }).conversations;
    expect(nodes).toHaveLength(server.tickets.filter(({ from }) => from.name === 'Person 3').length);
    expect(server.asked.every((address) => address.includes('email=person3%40example.com'))).toBe(true);
  });

  it('adds a note, which the next query tells, and shows before what would be sent', async () => {
    const found = await ask(
      '{ nodeByVendorId(source: "inbox", type: CONVERSATION, vendorId: "t/7") { id } }',
    );
    const { id } = (found.data as unknown as { nodeByVendorId: { id: string } }).nodeByVendorId;
    const change = `mutation ($input: ConversationNoteAddInput!) {
      conversationNoteAdd(input: $input) { userErrors { code message } plannedCalls { method path parameters } }
    }`;
    const dry = await ask(change, { input: { conversationId: id, note: 'call back', dryRun: true } });
    expect(dry.data).toMatchObject({
      conversationNoteAdd: {
        plannedCalls: [
          { method: 'POST', path: '/v1/tickets/t%2F7/notes', parameters: { body: 'call back' } },
        ],
      },
    });
    await ask(change, { input: { conversationId: id, note: 'call back' } });
    const { data } = await ask(
      'query ($id: ID!) { conversation(id: $id) { messages { nodes { kind internal text } } } }',
      { id },
    );
    expect(data).toMatchObject({
      conversation: {
        messages: {
          nodes: [
            { kind: 'MESSAGE', internal: false, text: 'Hello?' },
            { kind: 'NOTE', internal: true, text: 'call back' },
          ],
        },
      },
    });
    const agent = encodeGlobalId({ type: 'Agent', source: 'inbox', key: 'a1' });
    const told = await ask(change, { input: { conversationId: id, note: 'as the head', agentId: agent } });
    expect(told.data).toMatchObject({ conversationNoteAdd: { userErrors: [{ code: 'BAD_USER_INPUT' }] } });
  });

  it('does not spoil a list when it is out of order', async () => {
    server.failWith = 503;
    const { data } = await ask(
      '{ conversations(first: 20) { nodes { source { name } } sources { state error { code } } } }',
    );
    const { nodes, sources } = (data as unknown as { conversations: Listed }).conversations;
    expect(nodes).toHaveLength(20);
    expect(sources.at(-1)).toEqual({ state: 'FAILED', error: { code: 'UPSTREAM_UNAVAILABLE' } });
  });

  it('is null where a ticket is gone', async () => {
    const { data, errors } = await ask(
      '{ nodeByVendorId(source: "inbox", type: CONVERSATION, vendorId: "t/99999") { id } }',
    );
    expect([errors, data]).toEqual([undefined, { nodeByVendorId: null }]);
  });

  it('has its settings checked like those of others', () => {
    const text = stringify({ sources: { inbox: { vendor: 'postbox', tokn: 'x' } } });
    const load = () => loadConfig({ file: 'test', text, environment: {}, vendors: known });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(/token/);
  });
});

interface Listed {
  readonly nodes: readonly {
    readonly createdAt: string;
    readonly reference: string | null;
    readonly source: { readonly name: string };
  }[];
  readonly sources: readonly { readonly state: string }[];
}
