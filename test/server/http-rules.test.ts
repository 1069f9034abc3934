import { afterAll, describe, expect, test } from 'vitest';
import { openHttpGateway } from './http-gateway.ts';

const { fetchGraphql, close } = openHttpGateway();
const named = ['https://desk.example.com', 'https://inbox.example.com'];
const withCors = openHttpGateway({ server: { cors: named } });
const openToAll = openHttpGateway({ server: { cors: ['*'] } });
afterAll(() => Promise.all([close(), withCors.close(), openToAll.close()]));

const typename = '{"query":"{__typename}"}';
const strict = 'application/graphql-response+json';
const post = (body: string, headers: Record<string, string> = {}) =>
  fetchGraphql('', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const get = (query: string, headers: Record<string, string> = {}) => fetchGraphql(query, { headers });

describe('GraphQL over HTTP', () => {
  test.each([strict, 'application/json', '*/*'])(
    'a query is answered for a client that accepts %s',
    async (accept) => {
      const { status, body, headers } = await post(typename, { accept });
      expect([status, body.data]).toEqual([200, { __typename: 'Query' }]);
      expect(headers.get('content-type')).toMatch(
        accept === strict ? /^application\/graphql-response\+json/ : /^application\//,
      );
    },
  );

  test('a client that names no type gets one of the two', async () => {
    expect((await post(typename)).headers.get('content-type')).toMatch(
      /^application\/.*json; charset=utf-8$/,
    );
  });

  test.each(['iso-8859-1', '"utf-16le"', 'windows-1252'])(
    'a body in %s is refused with 415, as it would be misread',
    async (charset) => {
      const { status, body } = await post(typename, {
        'content-type': `application/json; charset=${charset}`,
      });
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([415, 'BAD_USER_INPUT']);
    },
  );

  test.each(['utf-8', 'UTF8', '"utf-8"'])('a body in %s is taken', async (charset) => {
    expect((await post(typename, { 'content-type': `application/json; Charset=${charset}` })).status).toBe(
      200,
    );
  });

  test.each(['APPLICATION/JSON', 'Application/Json; charset=UTF-8', 'application/json ; charset=utf-8'])(
    'a type of body may be written as %s',
    async (type) => {
      const headers = { 'content-type': type, 'x-deskgraph-explain': '1' };
      expect((await post(typename, headers)).status).toBe(200);
    },
  );

  test.each([
    [`${strict};q=0.5, application/json;q=0.9`, 'application/json'],
    [`application/json;q=0.5, ${strict}`, strict],
    [`application/json;q=0, ${strict}`, strict],
    [`*/*;q=0.1, ${strict}`, strict],
    ['*/*, application/json;q=0', strict],
    [`${strict};q=0, */*`, 'application/json'],
    [`application/json;q=0.9, ${strict}; q=0.9`, 'application/json'],
  ])('a client that accepts %s gets what it likes most', async (accept, type) => {
    const answers = await Promise.all([post(typename, { accept }), post('{', { accept })]);
    expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual([
      `${type}; charset=utf-8`,
      `${type}; charset=utf-8`,
    ]);
  });

  test.each(['text/csv', 'image/*', 'application/json; charset=latin1', 'application/json;q=0', ';;,/'])(
    'an answer of type %s is refused with 406 and a code before anything is done',
    async (accept) => {
      const { status, body } = await post('{"query":"{ nobody }"}', { accept });
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([406, 'BAD_USER_INPUT']);
      expect(body.errors?.[0]?.message).toContain('application/json');
    },
  );

  test.each(['application/*', 'text/html, application/json;q=0.9', 'image/png, */*;q=0.1'])(
    'one of several types (%s) is enough',
    async (accept) => {
      expect((await post(typename, { accept })).body.data).toEqual({ __typename: 'Query' });
    },
  );

  test.each([
    'application/json',
    'text/event-stream;q=0, */*',
    'text/*; q=0, application/json',
    'multipart/mixed',
  ])('a subscription is refused with 406 where events are not taken (%s)', async (accept) => {
    const { status, body } = await post('{"query":"subscription { conversationChanged { id } }"}', {
      accept,
    });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([406, 'BAD_USER_INPUT']);
    expect(body.errors?.[0]?.message).toContain('text/event-stream');
  });

  test.each([
    ['application/json;q=0, text/event-stream', 'text/event-stream'],
    ['application/*;q=0, */*;q=0.5', 'multipart/mixed'],
    ['application/*;q=0, multipart/*;q=0, */*', 'text/event-stream'],
    ['text/event-stream, multipart/mixed, application/json;q=0.1', 'application/json'],
  ])('an answer in one piece is no JSON only where that is not taken (%s)', async (accept, type) => {
    const { status, headers, text } = await post(typename, { accept });
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining(type)]);
    expect(text).toContain('{"data":{"__typename":"Query"}');
  });

  test.each([
    ['no GraphQL', '{"query":"{"}', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query":"{ nobody }"}', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable that does not fit',
      '{"query":"query ($id: ID!) { node(id: $id) { id } }","variables":{"id":{}}}',
      'BAD_USER_INPUT',
    ],
    ['a variable that is missing', '{"query":"query ($id: ID!) { node(id: $id) { id } }"}', 'BAD_USER_INPUT'],
  ])('%s is 400 in the new media type and 200 in the old one', async (_name, body, code) => {
    const [now, then] = [
      await post(body, { accept: strict }),
      await post(body, { accept: 'application/json' }),
    ];
    expect([now.status, then.status]).toEqual([400, 200]);
    for (const answer of [now, then]) {
      expect(answer.body).not.toHaveProperty('data');
      expect(answer.body.errors?.[0]?.extensions.code).toBe(code);
    }
  });

  test.each([
    ['no JSON', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['a text', '"{__typename}"'],
    ['no query', '{}'],
    ['a query that is a number', '{"query":7}'],
    ['variables that are a list', '{"query":"{__typename}","variables":[]}'],
    ['variables that are a text', '{"query":"{__typename}","variables":"{}"}'],
    ['extensions that are a list', '{"query":"{__typename}","extensions":[]}'],
    ['an unknown parameter', '{"query":"{__typename}","id":"1"}'],
    ['a batch', `[${typename},${typename}]`],
  ])('%s as a body is refused with 400 and a code, whatever the media type', async (_name, body) => {
    for (const accept of [strict, 'application/json', 'text/event-stream', 'multipart/mixed']) {
      const { status, text } = await post(body, { accept });
      expect(status).toBe(400);
      expect(text).toContain('"code":"BAD_USER_INPUT"');
      expect(text).toMatch(/"requestId":"[^"]/);
    }
  });

  test('what cannot be read is not repeated: it may hold a secret', async () => {
    const { body, text } = await post('{"query":"mutation { x }","variables":{"password":"hunter2"},}');
    expect(body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(Object.keys(body.errors?.[0]?.extensions ?? {}).sort()).toEqual(['code', 'requestId']);
    expect(text).not.toMatch(/hunter2|password/);
  });

  test.each(['gzip', 'br', 'x-anything'])('a body packed by %s is refused with 415', async (encoding) => {
    const { status, body } = await post(typename, { 'content-encoding': encoding });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([415, 'BAD_USER_INPUT']);
    expect(body.errors?.[0]?.message).toContain(encoding);
  });

  test.each([
    '{"query":"query A { __typename }","operationName":"B"}',
    '{"query":"query A { a } query B { b }"}',
  ])('an operation that is not in the document is refused (%s)', async (request) => {
    const { status, body } = await post(request);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(body.errors?.[0]?.message).toContain('operationName');
  });

  test.each([
    ['A', '{"query":"query A { __typename }","operationName":""}', 200],
    ['no name', '{"query":"{ __typename }","operationName":""}', 200],
    ['two', '{"query":"query A { __typename } query B { __typename }","operationName":""}', 400],
  ])('an empty operationName is none (%s)', async (_, request, expected) => {
    expect((await post(request)).status).toBe(expected);
  });

  test('a literal that does not fit is told with its place', async () => {
    const query = '{ __typename conversations(filter: { createdAfter: "yesterday" }) { nodes { id } } }';
    const [error] = (await post(JSON.stringify({ query }))).body.errors ?? [];
    expect(error).toMatchObject({ locations: [{ line: 1, column: 52 }] });
    expect(error?.message).toBe(
      'DateTime expects RFC 3339 with an offset, such as 2026-03-01T08:15:00Z, but got: "yesterday"',
    );
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('%s is refused with 405', async (method) => {
    const { status, headers } = await fetchGraphql('', {
      method,
      body: typename,
      headers: { 'content-type': 'application/json' },
    });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  test('a query by GET is answered, as curl sends it', async () => {
    const { status, body } = await get(
      `?query=${encodeURIComponent('query ($id: ID!) { node(id: $id) { id } x: __typename }')}&variables=%7B%22id%22%3A%22none%22%7D`,
    );
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([200, 'BAD_USER_INPUT']);
  });

  test.each(['variables=%7Bx', 'extensions=%5B'])(
    'parameters of GET that are no JSON (%s) are refused with 400',
    async (part) => {
      const { status, body } = await get(`?query=%7B__typename%7D&${part}`);
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    },
  );

  test('a change by GET is refused with 405', async () => {
    const { status, body } = await get(`?query=${encodeURIComponent('mutation { __typename }')}`);
    expect(status).toBe(405);
    expect(body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('requests that a foreign web page can make a browser send', () => {
  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', ''])(
    'a body of type "%s" is refused with 415 and a code',
    async (type) => {
      const bytes = new TextEncoder().encode(type.includes('form-url') ? 'query=%7B__typename%7D' : typename);
      const { status, body } = await fetchGraphql('', {
        method: 'POST',
        body: bytes,
        headers: type ? { 'content-type': type } : {},
      });
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([415, 'BAD_USER_INPUT']);
    },
  );

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example.com' },
    { origin: 'null' },
  ])('a query by GET with %o is refused with 403', async (headers) => {
    const { status, body } = await get('?query=%7B__typename%7D', headers);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  });

  test.each([
    {},
    { 'sec-fetch-site': 'same-origin', origin: 'https://proxy.example.com' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://gateway' },
    { 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': '1' },
    { 'sec-fetch-site': 'cross-site', 'x-graphql-yoga-csrf': '1' },
  ])('a query by GET with %o is answered', async (headers) => {
    expect((await get('?query=%7B__typename%7D', headers as Record<string, string>)).status).toBe(200);
  });
});

const ask = (gateway: typeof withCors, origin: string, method = 'POST') =>
  gateway.fetchGraphql('', {
    method,
    headers: { origin, 'content-type': 'application/json', 'access-control-request-method': 'POST' },
    ...(method === 'POST' ? { body: typename } : {}),
  });
const allowed = ({ headers }: { headers: Headers }) => headers.get('access-control-allow-origin');

describe('web pages of other origins', () => {
  test('are let in by nobody unless the configuration names them', async () => {
    expect(allowed(await post(typename, { origin: named[0]! }))).toBeNull();
  });

  test.each(named)('are let in where they are named: %s', async (origin) => {
    for (const method of ['OPTIONS', 'POST']) {
      const answer = await ask(withCors, origin, method);
      expect([allowed(answer), answer.headers.get('vary')]).toEqual([
        origin,
        expect.stringContaining('Origin'),
      ]);
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    }
    const preflight = await ask(withCors, origin, 'OPTIONS');
    expect([preflight.status, preflight.headers.get('access-control-max-age')]).toEqual([204, '7200']);
    const byGet = { origin, 'sec-fetch-site': 'cross-site' };
    const got = await withCors.fetchGraphql('?query=%7B__typename%7D', { headers: byGet });
    expect([got.status, allowed(got), got.headers.get('access-control-expose-headers')]).toEqual([
      200,
      origin,
      expect.stringContaining('X-Request-Id'),
    ]);
  });

  // A page in a sandbox has the origin `null`: answering so to strangers would let it in.
  test.each(['https://elsewhere.example.com', 'null', 'https://desk.example.com.evil.example'])(
    'are not where others are: %s',
    async (origin) => {
      for (const method of ['OPTIONS', 'POST'])
        expect(allowed(await ask(withCors, origin, method))).toBeNull();
    },
  );

  test('are all let in by *', async () => {
    expect(allowed(await ask(openToAll, 'https://elsewhere.example.com'))).toBe(
      'https://elsewhere.example.com',
    );
    const noPage = await openToAll.fetchGraphql('?query=%7B__typename%7D', {});
    expect([noPage.status, allowed(noPage)]).toEqual([200, null]);
  });
});

describe('what scanners look for', () => {
  test('no answer holds a trace of the execution, a stack or an exception', async () => {
    const { text } = await post('{"query":"qwerty cop { abc }"}');
    expect(text).not.toMatch(/exception|stack|tracing|node_modules/i);
    const traced = await post(typename, { 'apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1' });
    expect(traced.text).not.toMatch(/tracing|ftv1/i);
  });
});
