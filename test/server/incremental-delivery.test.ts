import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGatedGateway, type GatedGateway } from './gated-gateway.ts';
import { allParts, readParts, type Part } from './part-reader.ts';

let gateway: GatedGateway;

beforeAll(async () => {
  gateway = await openGatedGateway();
});
beforeEach(() => {
  gateway.gate.open();
  gateway.lines.length = 0;
});
afterAll(() => gateway.stop());

function ask(query: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> {
  return fetch(`${gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'multipart/mixed', ...headers },
    body: JSON.stringify({ query }),
    ...init,
  });
}

/** Waits until the slow vendor was asked. */
function asked(): Promise<void> {
  return expect.poll(() => gateway.gate.waiting).toBeGreaterThan(0);
}

const slowLast = `query SlowLast {
  fast: conversations(first: 2, filter: { sources: ["support"] }) { nodes { id } }
  ... @defer(label: "slow") {
    slow: conversations(first: 2, filter: { sources: ["legacy"] }) { nodes { id } sources { state } }
  }
}`;
const rows = '(first: 5, filter: { sources: ["support"] })';

/** The answer that the parts add up to. */
function merged(parts: readonly Part[]): unknown {
  const whole = structuredClone(parts[0]?.data ?? {});
  for (const { data, items, path } of parts.flatMap(({ incremental = [] }) => incremental)) {
    const at = items ? path.slice(0, -1) : path;
    const place = at.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], whole);
    if (items) (place as unknown[]).push(...items);
    else Object.assign(place as object, data);
  }
  return whole;
}

function listIn(part: Part | undefined): unknown {
  return (part?.data?.['conversations'] as { readonly nodes: unknown } | undefined)?.nodes;
}

async function costOf(document: string): Promise<unknown> {
  const [first] = await allParts(await ask(document));
  return first?.extensions?.['cost'];
}

async function callsFor(document: string): Promise<number> {
  gateway.sandbox.emulators.livechat.calls.clear();
  await (await ask(document, { 'cache-control': 'no-cache' })).text();
  return gateway.sandbox.emulators.livechat.calls.list().length;
}

async function refusal(query: string): Promise<[number, unknown]> {
  const response = await ask(query, { accept: 'application/json' });
  const { errors = [] } = (await response.json()) as Part;
  return [response.status, errors[0]?.extensions['code']];
}

describe.each(['multipart/mixed', 'text/event-stream'])('an answer in parts as %s', (accept) => {
  it('shows fast vendors while a slow one has not answered', async () => {
    gateway.gate.close();
    const response = await ask(slowLast, { accept });
    expect(response.headers.get('content-type')).toContain(accept);
    const parts = readParts(response);
    const first = (await parts.next()).value as Part;
    expect(first).toMatchObject({ data: { fast: { nodes: [{}, {}] } }, hasNext: true });
    expect(first.data).not.toHaveProperty('slow');
    await asked();
    gateway.gate.open();
    const second = (await parts.next()).value as Part;
    expect(second.incremental).toEqual([
      {
        data: { slow: { nodes: [expect.any(Object), expect.any(Object)], sources: [{ state: 'OK' }] } },
        path: [],
        label: 'slow',
      },
    ]);
    expect(second.hasNext).toBe(false);
    expect((await parts.next()).done).toBe(true);
  });

  it('adds up to the whole answer', async () => {
    const fields =
      'id subject ...Talk @defer } } } fragment Talk on Conversation { messages(first: 2) { nodes { id text } } }';
    const query = (stream: string) => `{ conversations${rows} { nodes ${stream} { ${fields}`;
    const parts = await allParts(await ask(query('@stream(initialCount: 2)'), { accept }));
    expect(parts.length).toBeGreaterThan(1);
    expect(listIn(parts[0])).toHaveLength(2);
    const whole = (await (await ask(query(''), { accept: 'application/json' })).json()) as Part;
    expect(merged(parts)).toEqual(whole.data);
  });

  it('tells errors of later parts like all others: with a code and an id, and nothing of their cause', async () => {
    const response = await ask(
      `query Late { conversations${rows} { nodes { id } }
        ... @defer { tags(strict: true, filter: { sources: ["tickets"] }) { nodes { name } } }
        ... @defer { node(id: "not an id") { id } } }`,
      { accept },
    );
    const parts = await allParts(response);
    const requestId = response.headers.get('x-request-id');
    const errors = parts.flatMap(({ incremental = [] }) =>
      incremental.flatMap((piece) => piece.errors ?? []),
    );
    expect(parts[0]?.errors).toBeUndefined();
    expect(errors.map(({ path, extensions }) => [path, extensions['code'], extensions['requestId']])).toEqual(
      expect.arrayContaining([
        [['node'], 'BAD_USER_INPUT', requestId],
        [['tags'], 'INTERNAL_SERVER_ERROR', requestId],
      ]),
    );
    expect(errors).toHaveLength(2);
    expect(JSON.stringify(parts)).not.toContain('jane@example.com');
    await expect.poll(() => gateway.lines.map(({ operation }) => operation)).toContain('Late');
    expect(gateway.lines.filter(({ operation }) => operation === 'Late')).toEqual([
      expect.objectContaining({
        status: 200,
        codes: expect.arrayContaining(['BAD_USER_INPUT', 'INTERNAL_SERVER_ERROR']),
      }),
    ]);
  });
});

describe('an answer in parts', () => {
  it('takes no more calls than a whole one', async () => {
    const query =
      '{ conversations(first: 5, filter: { sources: ["tickets"] }) { nodes { id ... @defer { customer { name email } messages { nodes { id } } } } } }';
    const whole = await callsFor(query.replace('@defer', ''));
    expect(whole).toBeGreaterThan(0);
    expect(await callsFor(query)).toBe(whole);
  });

  it('tells its cost at first, and at last what was done', async () => {
    const parts = await allParts(await ask(slowLast, { 'x-deskgraph-explain': '1' }));
    expect(parts).toHaveLength(2);
    expect(Object.keys(parts[0]?.extensions ?? {})).toEqual(['cost']);
    expect(parts[1]?.extensions).toMatchObject({
      explain: { sources: expect.arrayContaining([expect.objectContaining({ source: 'legacy' })]) },
    });
  });

  it('is logged once, when it has ended', async () => {
    gateway.gate.close();
    const parts = readParts(await ask(slowLast));
    await parts.next();
    await asked();
    expect(gateway.lines).toEqual([]);
    gateway.gate.open();
    await parts.next();
    await parts.next();
    await expect.poll(() => gateway.lines).toHaveLength(1);
    expect(gateway.lines[0]).toMatchObject({ operation: 'SlowLast', status: 200, codes: [] });
  });

  it('is made for each who asks, and never kept', async () => {
    const both = await Promise.all([ask(slowLast), ask(slowLast)]);
    for (const response of both) {
      expect(response.headers.get('etag')).toBeNull();
      expect(await allParts(response)).toHaveLength(2);
    }
    expect(both[0]?.headers.get('x-request-id')).not.toBe(both[1]?.headers.get('x-request-id'));
    const again = await ask(slowLast);
    expect(again.headers.get('x-request-id')).not.toBe(both[0]?.headers.get('x-request-id'));
    expect(await allParts(again)).toHaveLength(2);
  });

  it('ends when its caller has gone, and is logged', async () => {
    gateway.gate.close();
    const controller = new AbortController();
    const response = await ask(slowLast, {}, { signal: controller.signal });
    await readParts(response).next();
    await asked();
    controller.abort();
    await expect.poll(() => gateway.lines).toHaveLength(1);
    expect(gateway.lines[0]).toMatchObject({ operation: 'SlowLast' });
  });

  it('is not to be kept back by proxies', async () => {
    const both = ['multipart/mixed', 'application/json'].map((accept) => ask(slowLast, { accept }));
    const told = (await Promise.all(both)).map(({ headers }) => headers.get('x-accel-buffering'));
    expect(told).toEqual(['no', null]);
  });

  it.each([
    ['multipart/mixed;q=0, */*', 'text/event-stream'],
    ['multipart/mixed;q=0.5, text/event-stream', 'text/event-stream'],
    ['text/event-stream;q=0, */*', 'multipart/mixed'],
    ['application/json, text/event-stream, multipart/mixed', 'multipart/mixed'],
    ['application/json;q=0.5, */*', 'multipart/mixed'],
    ['*/*', 'multipart/mixed'],
  ])('comes to callers that accept %s as %s', async (accept, type) => {
    const response = await ask(slowLast, { accept });
    expect(response.headers.get('content-type')).toContain(type);
    expect((await allParts(response)).length).toBeGreaterThan(1);
  });

  it('comes whole to callers that take JSON only, like it more, or name nothing else', async () => {
    for (const accept of [
      'application/json',
      'application/json, text/plain, */*',
      'application/graphql-response+json, application/json;q=0.9',
      'application/json, */*;q=0.1',
      'multipart/mixed;q=0.5, application/json',
      'multipart/mixed;q=0, application/json;q=0.1',
    ]) {
      const response = await ask(slowLast, { accept });
      expect(response.headers.get('content-type')).toContain('json');
      const { data, hasNext } = (await response.json()) as Part;
      expect(Object.keys(data ?? {})).toEqual(['fast', 'slow']);
      expect(hasNext).toBeUndefined();
    }
  });

  it('comes whole to callers that read parts of another proposal', async () => {
    const accept = 'multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json;q=0.9';
    const response = await ask(slowLast, { accept });
    expect(response.headers.get('content-type')).toContain('application/graphql-response+json');
    const { data, hasNext } = (await response.json()) as Part;
    expect(Object.keys(data ?? {})).toEqual(['fast', 'slow']);
    expect(hasNext).toBeUndefined();
  });

  it('comes in parts to callers that name their proposal', async () => {
    const accept = 'multipart/mixed;deferSpec=20220824,application/json;q=0.9';
    expect((await allParts(await ask(slowLast, { accept }))).length).toBeGreaterThan(1);
  });

  it('is whole where the caller says so by `if`', async () => {
    const query = `{ conversations${rows} { nodes @stream(if: false) { id ... @defer(if: false) { subject } } } }`;
    const parts = await allParts(await ask(query));
    expect(parts).toHaveLength(1);
    expect(parts[0]).not.toHaveProperty('hasNext');
  });
});

describe('a document with parts', () => {
  it('is refused where changes would be deferred, or what is no list streamed', async () => {
    expect(
      await refusal('mutation { ... @defer { tagDelete(input: { id: "x" }) { userErrors { message } } } }'),
    ).toEqual([200, 'GRAPHQL_VALIDATION_FAILED']);
    expect(await refusal(`{ conversations${rows} @stream { nodes { id } } }`)).toEqual([
      200,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });

  it.each([
    'nodes @stream(initialCount: 1) { id } nodes { id }',
    'nodes { id } ... on ConversationConnection { nodes @stream { id } }',
    'nodes @stream(initialCount: 1) { id } nodes @stream(initialCount: 2) { id }',
    'nodes { tags @stream { id } } ...F } } fragment F on ConversationConnection { nodes { tags { id } ',
  ])('is refused where one list is asked for in several ways: %s', async (fields) => {
    expect(await refusal(`{ conversations${rows} { ${fields} } }`)).toEqual([
      200,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });

  it('may ask for one list several times in the same way, and for lists of one name in several ways', async () => {
    const query = `query Q($all: Boolean = false) {
      conversations${rows} {
        nodes @stream(if: true, initialCount: 1) { id }
        nodes @stream(initialCount: 1, if: true) { subject }
        nodes @skip(if: true) { status }
        nodes @include(if: $all) { status }
      }
      agents(filter: { sources: ["support"] }) { nodes { id } }
    }`;
    const parts = await allParts(await ask(query));
    expect(parts.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(parts.length).toBeGreaterThan(1);
  });

  it.each(['(initialCount: -1)', '(initialCount: null)', '(initialCount: $count)'])(
    'is refused where %s is no count of items',
    async (counted) => {
      const variables = counted.includes('$') ? '($count: Int = -3)' : '';
      const query = `query Q${variables} { conversations${rows} { nodes @stream${counted} { id } } }`;
      expect(await refusal(query)).toEqual([200, 'BAD_USER_INPUT']);
    },
  );

  it('costs as much as without, so that nothing gets past the limit', async () => {
    const query =
      '{ conversations(first: 100, filter: { sources: ["support"] }) { nodes { ... @defer { messages { nodes { id } } } } } }';
    expect(await costOf(query)).toEqual(await costOf(query.replace('@defer', '')));
    expect(await costOf(query)).toMatchObject({ upstreamCalls: 102 });
  });
});
