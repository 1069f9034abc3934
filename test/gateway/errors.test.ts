import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxCredentials } from '../../src/sandbox/sandbox-sources.ts';
import { desksBySource, openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { sandboxSecrets } from '../support/sandbox-secrets.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';

let restoreClock: () => void;
let gateway: SandboxGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.05 });
});

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

async function codesOf(document: string, variables = {}): Promise<string[]> {
  const { errors } = await gateway.query(document, variables);
  for (const { extensions, message } of errors) {
    expect(extensions.requestId).toEqual(expect.stringMatching(/.{8,}/));
    expect(message).not.toBe('');
  }
  return errors.map(({ extensions }) => extensions.code);
}

describe('documents', () => {
  it.each(['{', 'query { sources { name }', '', 'nonsense!'])(
    'that cannot be parsed say so: %j',
    async (document) => {
      const { status } = await gateway.query(document);
      expect(await codesOf(document)).toEqual([
        document === '' ? expect.any(String) : 'GRAPHQL_PARSE_FAILED',
      ]);
      expect(status).toBeLessThan(500);
    },
  );

  it.each(['{ nothing }', '{ sources }', '{ source { name } }', 'query Q { a: sources { ...F } }'])(
    'that are not valid say so: %j',
    async (document) => {
      const codes = await codesOf(document);
      expect(new Set(codes)).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
    },
  );
});

describe('errors of a vendor', () => {
  it('stand where their field does, however often the like of the document was seen', async () => {
    const other = gateway.another();
    gateway.emulators.livechat.faults.set({ status: 500 });
    const places = [];
    for (let id = 0; id < 4; id += 1) {
      const { errors } = await other.query(`query Q {
  sources { name }
  nodeByVendorId(source: "tickets", type: AGENT, vendorId: "nobody${id}@example.com") { id }
}`);
      places.push(errors.map((error) => ({ ...error, extensions: error.extensions.source })));
    }
    gateway.emulators.livechat.faults.clear();
    await other.close();
    const place = { path: ['nodeByVendorId'], locations: [{ line: 3, column: 3 }], extensions: 'tickets' };
    expect(places).toMatchObject(Array.from({ length: 4 }, () => [place]));
  });
});

describe('variables', () => {
  const list =
    'query L($first: Int, $filter: ConversationFilter, $orderBy: ConversationOrder) { conversations(first: $first, filter: $filter, orderBy: $orderBy) { nodes { id } } }';

  it.each([
    { first: 'ten' },
    { filter: { status: ['NO_SUCH'] } },
    { filter: { colour: 'red' } },
    { filter: { createdAfter: 'yesterday' } },
    { filter: { createdAfter: '2026-02-30T00:00:00Z' } },
    { filter: { createdAfter: '2026-02-03' } },
    { filter: { createdAfter: '2026-02-03T24:00:00Z' } },
    { orderBy: { field: 'SUBJECT' } },
  ])('that do not fit are the caller’s fault: %j', async (variables) => {
    const { errors } = await gateway.query(list, variables);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(`Variable "$${Object.keys(variables)[0]}"`);
  });

  it.each([
    ['query ($name: String = "support") { source(name: $name) { name } }', { name: null }],
    [
      'query ($way: SortDirection) { conversations(orderBy: { field: CREATED_AT, direction: $way }) { nodes { id } } }',
      { way: null },
    ],
  ])('that are null where that cannot be are the caller’s fault: %s', async (document, variables) => {
    expect(await codesOf(document, variables)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([0, -1, 101, 2_000_000])('first: %i is refused, never clamped', async (first) => {
    const { data, errors } = await gateway.query(list, { first });
    expect((data as { conversations?: unknown } | null)?.conversations ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(String(first));
  });

  it.each(['tags', 'agents', 'departments', 'websites', 'customerGroups', 'customers'])(
    'first is bounded in %s too',
    async (field) => {
      expect(await codesOf(`{ ${field}(first: 101) { pageInfo { hasNextPage } } }`)).toEqual([
        'BAD_USER_INPUT',
      ]);
      expect(await codesOf(`{ ${field}(first: 0) { pageInfo { hasNextPage } } }`)).toEqual([
        'BAD_USER_INPUT',
      ]);
    },
  );

  it('first of messages is bounded too', async () => {
    const document = '{ conversations(first: 2) { nodes { messages(first: 101) { nodes { id } } } } }';
    expect(await codesOf(document)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  it('a list without first has no more rows than a page may have', async () => {
    const { query } = gateway.another({ limits: { maxPageSize: 4 } });
    const lists = ['conversations', 'customers', 'agents', 'tags', 'departments', 'satisfactionRatings'];
    const rows = '{ nodes { id } pageInfo { hasNextPage } }';
    const inner = 'inner: conversations(first: 2) { nodes { messages { nodes { id } } } }';
    const { data, errors } = await query(`{ ${lists.map((list) => `${list} ${rows}`).join(' ')} ${inner} }`);
    expect(errors).toEqual([]);
    const pages = data as Record<string, { nodes: unknown[]; pageInfo: { hasNextPage: boolean } }>;
    for (const list of lists) expect(pages[list]?.nodes.length).toBeLessThanOrEqual(4);
    expect(pages['conversations']).toMatchObject({ nodes: { length: 4 }, pageInfo: { hasNextPage: true } });
    expect((await query(`{ tags(first: 5) ${rows} }`)).errors[0]?.message).toContain('from 1 to 4');
  });

  it('an end before the start is refused', async () => {
    const filter = { createdAfter: '2026-03-01T00:00:00Z', createdBefore: '2026-02-01T00:00:00Z' };
    expect(await codesOf(list, { filter })).toEqual(['BAD_USER_INPUT']);
    const span = 'from: "2026-03-01T00:00:00Z", to: "2026-02-01T00:00:00Z"';
    const messages = `messages(filter: { ${span} }) { nodes { id } }`;
    expect(await codesOf(`{ conversations(first: 1) { nodes { ${messages} } } }`)).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('a source that there is not is refused with the names of those there are', async () => {
    const { errors } = await gateway.query(list, { filter: { sources: ['support', 'helpdesk'] } });
    expect(errors).toHaveLength(1);
    for (const { source } of desksBySource) expect(errors[0]?.message).toContain(source);
    expect(errors[0]?.message).toContain('helpdesk');
  });

  it('an empty text to search for is refused', async () => {
    expect(await codesOf(list, { filter: { search: '' } })).toEqual(['BAD_USER_INPUT']);
    expect(await codesOf(list, { filter: { tag: ' ' } })).toEqual(['BAD_USER_INPUT']);
    expect(await codesOf(list, { filter: { customerEmail: '' } })).toEqual(['BAD_USER_INPUT']);
  });

  it('an empty id of a service level is refused, and nobody is asked', async () => {
    gateway.forgetCalls();
    const period = 'from: "2026-02-01T00:00:00Z", to: "2026-03-01T00:00:00Z"';
    const report = `report(${period}, filter: { slaLevelId: " " }) { slaLog(medium: CHATS) { nodes { reference } } }`;
    expect(await codesOf(`{ ${report} }`)).toEqual(['BAD_USER_INPUT']);
    expect(gateway.calls()).toEqual([]);
  });

  it.each([
    'customers(filter: { email: " " })',
    'customers(filter: { search: "" })',
    'tags(filter: { name: " " })',
    'articles(filter: { search: " " })',
  ])('an empty text is refused in %s, and nobody is asked', async (field) => {
    gateway.forgetCalls();
    expect(await codesOf(`{ ${field} { nodes { id } } }`)).toEqual(['BAD_USER_INPUT']);
    expect(gateway.calls()).toEqual([]);
  });
});

describe('cursors', () => {
  const page = /* GraphQL */ `
    query P($after: String, $filter: ConversationFilter, $orderBy: ConversationOrder) {
      conversations(first: 3, after: $after, filter: $filter, orderBy: $orderBy) {
        pageInfo {
          endCursor
        }
      }
    }
  `;
  const cursorOf = async () => {
    const { data } = await gateway.query(page);
    return (data as { conversations: { pageInfo: { endCursor: string } } }).conversations.pageInfo.endCursor;
  };

  it('work with the filter and order that they came from', async () => {
    expect(await codesOf(page, { after: await cursorOf() })).toEqual([]);
  });

  it.each([{}, { sources: null, tag: null }])(
    'work with a filter in which nothing is given: %j',
    async (filter) => {
      expect(await codesOf(page, { after: await cursorOf(), filter })).toEqual([]);
    },
  );

  it('go on at their place whatever the order of what the filter accepts', async () => {
    const walk = /* GraphQL */ `
      query W($first: Int!, $after: String, $filter: ConversationFilter) {
        conversations(first: $first, after: $after, filter: $filter) {
          nodes {
            id
          }
          pageInfo {
            endCursor
          }
        }
      }
    `;
    const pageOf = async (first: number, filter: object, after: string | null = null) => {
      const { data, errors } = await gateway.query(walk, { first, filter, after });
      expect(errors).toEqual([]);
      return (data as { conversations: { nodes: object[]; pageInfo: { endCursor: string } } }).conversations;
    };
    const filter = { sources: ['support', 'shop', 'tickets'], status: ['OPEN', 'CLOSED', 'ANSWERED'] };
    const turned = { status: filter.status.toReversed(), sources: filter.sources.toReversed() };
    const whole = await pageOf(12, filter);
    const start = await pageOf(5, filter);
    const rest = await pageOf(7, turned, start.pageInfo.endCursor);
    expect(whole.nodes).toHaveLength(12);
    expect([...start.nodes, ...rest.nodes]).toEqual(whole.nodes);
  });

  it.each([
    { filter: { status: ['OPEN'] } },
    { filter: { sources: ['support'] } },
    { filter: { search: 'x' } },
    { orderBy: { field: 'CREATED_AT', direction: 'ASC' } },
    { orderBy: { field: 'UPDATED_AT', direction: 'DESC' } },
  ])('are refused with %j', async (variables) => {
    expect(await codesOf(page, { ...variables, after: await cursorOf() })).toEqual(['BAD_USER_INPUT']);
  });

  it('are refused in another list', async () => {
    const document = 'query T($after: String) { tags(after: $after) { nodes { id } } }';
    expect(await codesOf(document, { after: await cursorOf() })).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['x', 'AAAA', '[]', '../..', 'e30='])('that nobody gave out are refused: %j', async (after) => {
    expect(await codesOf(page, { after })).toEqual(['BAD_USER_INPUT']);
  });

  it('that were changed are refused', async () => {
    const cursor = await cursorOf();
    const swapped = cursor.startsWith('A') ? `B${cursor.slice(1)}` : `A${cursor.slice(1)}`;
    expect(await codesOf(page, { after: swapped })).toEqual(['BAD_USER_INPUT']);
  });
});

describe('request ids', () => {
  it('are the caller’s own where they are sane', async () => {
    const { errors } = await gateway.query('{ nothing }', {}, { 'x-request-id': 'trace-42' });
    expect(errors[0]?.extensions.requestId).toBe('trace-42');
    const other = await gateway.query('{ nothing }', {}, { 'x-request-id': 'a b"c' });
    expect(other.errors[0]?.extensions.requestId).not.toContain('"');
  });
});

describe('secrets', () => {
  const { livechat } = sandboxCredentials;
  const basic = Buffer.from(`${livechat.login}:${livechat.apiKey}`).toString('base64');
  const secrets = [...sandboxSecrets, basic];

  it('are in no answer, however much of it is asked for', async () => {
    const { text, errors } = await gateway.query(
      /* GraphQL */ `
        {
          sources {
            name
            capabilities
            status
            application {
              version
            }
            rateBudget {
              limit
            }
          }
          conversations(first: 100, filter: { createdAfter: "2020-01-01T00:00:00Z" }) {
            nodes {
              raw
              transcript
              assignee {
                name
                avatarUrl
                availability {
                  vendorStatus
                }
              }
              customer {
                name
                phones
              }
              messages(first: 100) {
                nodes {
                  body
                  html
                  text
                  attachments {
                    name
                    url
                  }
                }
              }
            }
          }
          agents(first: 100) {
            nodes {
              name
              email
              avatarUrl
              externalId
            }
          }
          tags(first: 100) {
            nodes {
              name
            }
          }
          customers(first: 100, filter: { sources: ["support"] }) {
            nodes {
              name
              email
              role
            }
          }
        }
      `,
      {},
      { 'x-deskgraph-explain': '1' },
    );
    expect(errors).toEqual([]);
    expect(text.length).toBeGreaterThan(20_000);
    for (const secret of secrets) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(encodeURIComponent(secret));
      expect(text).not.toContain(Buffer.from(secret).toString('base64'));
    }
    expect(text).not.toMatch(/authtoken|browsercookiename|"api_key":|"password":/i);
  });

  it.each([{ status: 500 }, { status: 401 }, { html: true }, { truncateBytes: 30 }, { reset: true }])(
    'are in no error when a vendor fails by %j',
    async (fault) => {
      const fresh = gateway.another({ everySource: { retries: 0 } });
      for (const { desk } of desksBySource) gateway.emulators[desk].faults.set(fault);
      const texts = await Promise.all([
        fresh.query(
          '{ conversations { sources { error { message } } } }',
          {},
          { 'x-deskgraph-explain': '1' },
        ),
        fresh.query('{ conversations(strict: true) { nodes { id } } }'),
        fresh.query('{ agents(strict: true) { nodes { id } } }'),
        fresh.query('{ person(email: "jane@example.com") { name sources { error { message } } } }'),
      ]);
      for (const { desk } of desksBySource) gateway.emulators[desk].faults.clear();
      const text = texts.map((answer) => answer.text).join('\n');
      for (const secret of secrets) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(encodeURIComponent(secret));
      }
      expect(text).not.toMatch(/127\.0\.0\.1|\?key=|apikey=/);
    },
  );
});
