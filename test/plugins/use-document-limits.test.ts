import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { openSilentGateway } from './limits-gateway.ts';
import { ownTime } from '../support/own-time.ts';

const gateway = openSilentGateway();
afterAll(() => gateway.close());

const nested = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** One field in many fragments. Every text is another one, as what is known of a document is kept. */
const merging = (turn: number) =>
  `{ sources { ${many(18, (index) => `...T${turn}F${index}`)} } } ${many(
    18,
    (index) => `fragment T${turn}F${index} on Source { ${'rateBudget { limit resetAt } '.repeat(18)} }`,
  )}`;

async function askMerging(turn: number): Promise<void> {
  expect((await gateway.query(merging(turn))).errors).toEqual([]);
}

/** Eleven levels and more: conversations, nodes, then customer and its conversations in turn. */
const chain = (turns: number): string =>
  turns === 0 ? 'id' : `customer { conversations { nodes { ${chain(turns - 1)} } } }`;
const conversationsOf = (turns: number) => `{ conversations { nodes { ${chain(turns)} } } }`;

const hostile: readonly (readonly [string, string])[] = [
  ['20,000 levels', nested(20_000)],
  ['1,000 levels', nested(1000)],
  ['nested lists in a literal', `{ nodes(ids: ${'['.repeat(5000)}${']'.repeat(5000)}) { id } }`],
  ['10,000 aliases', `{ ${many(10_000, (index) => `a${index}: __typename`)} }`],
  ['101 aliases', `{ ${many(101, (index) => `a${index}: __typename`)} }`],
  ['10,000 fields', `{ ${'__typename '.repeat(10_000)} }`],
  ['500 times one field', `{ ${'__typename '.repeat(500)} }`],
  ['500 times one field in inline fragments', `{ ${'... { __typename } '.repeat(250)} }`],
  [
    'one field in many parts that are merged',
    `{ ${many(14, () => `conversations { ${many(6, () => `nodes { ${'id '.repeat(14)} }`)} }`)} }`,
  ],
  ['10,000 directives', `{ __typename ${'@a'.repeat(10_000)} }`],
  ['ten directives on one field', `{ __typename ${'@aa'.repeat(10)} }`],
  ['directives all over', `{ ${many(60, (index) => `...F${index} @a`)} }`],
  ['a loop over customers and conversations', conversationsOf(5)],
  ['45 questions for the schema', `{ ${many(45, (index) => `a${index}: __schema { types { name } }`)} }`],
  ['600 operations', many(600, (index) => `query Q${index} { __typename }`)],
];

/** Documents that are only odd, and are answered or told to be wrong. */
const odd: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['an empty selection', '{ }'],
  ['250 kB of commas', `${','.repeat(250_000)}{ __typename }`],
  ['a comment of 250 kB', `#${'x'.repeat(250_000)}\n{ __typename }`],
  ['a mark for the order of bytes', '\uFEFF{ __typename }'],
  ['a byte of zero', '{ \0 }'],
  ['a name of combining signs', `{ a${'\u0301'.repeat(50_000)} }`],
  [
    'a text that turns round',
    `{ conversations(filter: { search: "${'\u202E\u0301🙂'.repeat(9000)}" }) { nodes { id } } }`,
  ],
  ['half a sign', '{ node(id: "\uD800") { id } }'],
  ['half a sign, escaped', '{ node(id: "\\uD800") { id } }'],
  ['an escaped text', `{ node(id: "${'\\u{1F600}'.repeat(20_000)}") { id } }`],
  ['a block of text', `{ node(id: """${'\\n'.repeat(50_000)}""") { id } }`],
  ['a huge number', `{ conversations(first: ${'9'.repeat(300)}) { nodes { id } } }`],
  ['450 variables', `query Q(${many(450, (index) => `$v${index}: String`)}) { __typename }`],
  ['1,900 unknown fields', `{ ${many(1900, (index) => `f${index}`)} }`],
  [
    'nested objects',
    `{ conversations(filter: ${'{ a: '.repeat(400)}1${' }'.repeat(400)}) { nodes { id } } }`,
  ],
  ['a fragment within itself', '{ ...A } fragment A on Query { ...A }'],
  [
    'fragments that use each other twice',
    `{ report(from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z") { agents { ...F0 } } } ${many(
      60,
      (index) => `fragment F${index} on AgentReportConnection { ...F${index + 1} ...F${index + 1} }`,
    )} fragment F60 on AgentReportConnection { nodes { metrics { chats } } }`,
  ],
  ['many parts that come later', `{ ${'... @defer { __typename } '.repeat(15)} }`],
];

describe('documents that are too much', () => {
  test.each(hostile)('%s are refused with QUERY_TOO_COMPLEX and 400', async (_name, document) => {
    const { status, errors, data } = await gateway.query(document);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(errors[0]?.extensions.requestId).toMatch(/./);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
  });

  test.each(hostile)('%s are refused in no time', async (_name, document) => {
    await gateway.query(document);
    expect(await ownTime(() => gateway.query(document))).toBeLessThan(200);
  });

  test.each(odd)('%s does no harm', async (_name, document) => {
    const { status, errors, text } = await gateway.query(document);
    expect(status).toBeLessThan(500);
    expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
    // What came is repeated in part only.
    expect(text.length).toBeLessThan(50_000);
  });

  test('fragments that double at every level are refused', async () => {
    const fragments = many(
      20,
      (index) =>
        `fragment F${index} on Conversation { customer { conversations { nodes { ...F${index + 1} } } } }`,
    );
    const document = `{ conversations { nodes { ...F0 } } } ${fragments} fragment F20 on Conversation { id }`;
    const { status, errors } = await gateway.query(document);
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
  });

  test('fragments that double without a level cost nothing', async () => {
    const fragments = many(
      20,
      (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
    );
    const document = `{ ...F0 } ${fragments} fragment F20 on Query { __typename }`;
    const spent = await ownTime(async () =>
      expect((await gateway.query(document)).data).toEqual({ __typename: 'Query' }),
    );
    expect(spent).toBeLessThan(500);
  });

  test('one field in many fragments that are merged takes little more than graphql-js needs to compare them', async () => {
    const schema = buildSchema(`
      type Query { sources: [Source!]! }
      type Source { rateBudget: RateBudget }
      type RateBudget { limit: Int resetAt: String }
    `);
    const compare = (turn: number) => expect(validate(schema, parse(merging(turn)))).toEqual([]);
    for (let turn = 0; turn < 3; turn += 1) await askMerging(turn).then(() => compare(turn));
    let [comparing, asking] = [0, 0];
    for (let turn = 3; turn < 9; turn += 1) {
      comparing += await ownTime(() => compare(turn));
      asking += await ownTime(() => askMerging(turn));
    }
    expect(asking / comparing).toBeLessThan(4);
  });

  test('a cycle of fragments is told as what it is', async () => {
    const { errors } = await gateway.query(
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    );
    expect(errors.map(({ extensions }) => extensions.code)).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('a body above 256 kB is refused with 413', async () => {
    const { status, errors } = await gateway.query(`{ __typename }${' '.repeat(300_000)}`);
    expect([status, errors[0]?.extensions.code]).toEqual([413, 'BAD_USER_INPUT']);
  });

  test('a body above 256 kB is taken where the limits say so, as for files', async () => {
    const roomy = openSilentGateway({ limits: { maxBodyKb: 512 } });
    const { data } = await roomy.query(
      `mutation ($base64: String!) {
        fileUpload(input: { source: "support", name: "a", mimeType: "text/plain", base64: $base64, dryRun: true }) {
          userErrors { message }
        }
      }`,
      { base64: 'aaaa'.repeat(100_000) },
    );
    await roomy.close();
    expect(data).toEqual({ fileUpload: { userErrors: [] } });
  });

  test('250 kB of blanks are no more than a short query', async () => {
    const { data } = await gateway.query(`{ __typename }${' '.repeat(250_000)}`);
    expect(data).toEqual({ __typename: 'Query' });
  });
});

describe('documents that are not', () => {
  test('the question of GraphiQL for the whole schema is answered', async () => {
    const { errors, data } = await gateway.query(getIntrospectionQuery());
    expect(errors).toEqual([]);
    expect(data).toHaveProperty('__schema.queryType.name', 'Query');
  });

  test('depth is counted in fields, from the root to the leaf', async () => {
    const shallow = openSilentGateway({ limits: { maxDepth: 2 } });
    expect((await shallow.query('{ sources { name } }')).errors).toEqual([]);
    expect((await shallow.query('{ sources { ... on Source { name } } }')).errors).toEqual([]);
    const { errors } = await shallow.query('{ sources { rateBudget { limit } } }');
    expect(errors[0]?.message).toContain('nested 3 levels deep; 2 are allowed');
    await shallow.close();
  });

  test('a loop over fields about the schema is refused by validation', async () => {
    const loop = 'fields { type { '.repeat(5);
    const { status, errors } = await gateway.query(
      `{ __schema { types { ${loop} name ${'} }'.repeat(5)} } } }`,
    );
    expect([status, errors[0]?.extensions.code]).toEqual([200, 'GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('introspection switched off', () => {
  const closed = openSilentGateway({ server: { introspection: false } });
  afterAll(() => closed.close());

  test.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }'])(
    '%s is refused',
    async (document) => {
      const { status, errors } = await closed.query(document);
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    },
  );

  test('errors suggest no names', async () => {
    const [open, shut] = await Promise.all(
      [gateway, closed].map(({ query }) => query('{ conversation { id } sourcez { nam } }')),
    );
    expect(open?.text).toContain('Did you mean');
    expect(shut?.text).not.toContain('Did you mean');
  });

  const byVariable = 'query ($of: ConversationFilter) { conversations(filter: $of) { nodes { id } } }';

  test('errors suggest no names, whatever the caller has written', async () => {
    const of = { serch: ' Did you mean this?' };
    expect((await gateway.query(byVariable, { of })).text).toContain('\\"search\\"');
    expect((await closed.query(byVariable, { of })).text).not.toContain('\\"search\\"');
  });

  test('a value that is full of such words holds up nobody', async () => {
    const of = { first: ' Did you mean "'.repeat(12_000) };
    await closed.query(byVariable, { of });
    // It took some ten seconds.
    expect(await ownTime(() => closed.query(byVariable, { of }))).toBeLessThan(1000);
  });

  test('__typename is answered', async () => {
    expect((await closed.query('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});
