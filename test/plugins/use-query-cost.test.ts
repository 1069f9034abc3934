import { afterAll, describe, expect, test } from 'vitest';
import { typeDefinitions } from '../../src/server/schema.ts';
import { openSilentGateway } from './limits-gateway.ts';

const gateway = openSilentGateway();
const tight = openSilentGateway({ limits: { maxCost: 100 } });
afterAll(() => Promise.all([gateway.close(), tight.close()]));

/** The cost told with a refusal: nothing is called. */
const limitOfOne = openSilentGateway({ limits: { maxCost: 1 } });
afterAll(() => limitOfOne.close());
async function costOf(document: string, variables: object = {}): Promise<number> {
  const { status, errors, extensions } = await limitOfOne.query(document, variables);
  expect(errors.map((error) => error.extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
  expect(status).toBe(400);
  return (extensions as { cost: { upstreamCalls: number } }).cost.upstreamCalls;
}

function ago(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

/** The cost of a list of conversations of one source. */
function costIn(source: string, filter: object, field = 'CREATED_AT'): Promise<number> {
  const document = `query ($filter: ConversationFilter, $field: ConversationOrderField!) {
    conversations(filter: $filter, orderBy: { field: $field }) { nodes { id } }
  }`;
  return costOf(document, { filter: { sources: [source], ...filter }, field });
}

const support = '(first: 50, filter: { sources: ["support"] })';
const listsOfCustomers = (selected: string) => `{
  customers(first: 5, filter: { sources: ["support"] }) { nodes { conversations(first: 2) { ${selected} } } }
}`;
const slaLog = (row: string) => `{ report(from: "2026-03-01T00:00:00Z", to: "2026-03-02T00:00:00Z") {
  slaLog(medium: CHATS, first: 5) { nodes { ${row} } }
} }`;

describe('the cost of a query in vendor calls', () => {
  test('messages and details take a call for each row, directories one for the query', async () => {
    const rows =
      'subject assignee { name email } tags { name } messages { nodes { text } } customFields { code value }';
    expect(await costOf(`{ conversations${support} { nodes { ${rows} } } }`)).toBe(1 + 50 + 50 + 1 + 1);
  });

  test('what is read besides, such as who of those that write is an agent, counts once', async () => {
    const tagged = '(first: 50, filter: { sources: ["support"], tag: "vip" })';
    expect(await costOf(`{ conversations${support} { nodes { transcript } } }`)).toBe(1 + 50 + 1);
    expect(await costOf(`{ conversations${tagged} { nodes { id } } }`)).toBe(1 + 1);
    expect(await costOf(`{ conversations${tagged} { nodes { tags { name } } } }`)).toBe(1 + 1);
    const agent = await costOf('query ($id: ID!) { agent(id: $id) { name } }', { id: 'any' });
    expect(agent).toBe(1 + 1);
    const ofNobody = '{ conversations(filter: { sources: ["shop"] }) { nodes { transcript } } }';
    expect(await costOf(ofNobody)).toBe(await costIn('shop', {}));
  });

  test('an entity of which only the key is at hand takes a call, unless no more is asked of it', async () => {
    // Two of the four have reports.
    expect(await costOf(slaLog('conversation { subject } customer { name }'))).toBe(2 + 5 * (1 + 1));
    expect(await costOf(slaLog('conversation { id vendorId } customer { id }'))).toBe(2);
  });

  test('what a record does not tell of the customer that it names takes a call, what a list tells of its rows none', async () => {
    const rows = (selected: string) => costOf(`{ conversations${support} { nodes { ${selected} } } }`);
    expect(await rows('note customer { id name email }')).toBe(1 + 50);
    expect(await rows('customer { vendorId }')).toBe(1 + 50);
    expect(await rows('customer { vendorId role }')).toBe(1 + 50);
    expect(await costOf(`{ customers${support} { nodes { vendorId } } }`)).toBe(2);
  });

  test('what came of a chat takes a call for ratings and one for purchases', async () => {
    const selected = '... on Conversation { satisfactionRating { comment } transactions { reference } }';
    const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ${selected} } }`;
    expect(await costOf(document, { ids: ['one', 'two'] })).toBe(2 * (1 + 2) + 1);
  });

  test('what only the record of a company tells takes a call for each', async () => {
    const companies = '(first: 5, filter: { sources: ["support"] })';
    expect(await costOf(`{ companies${companies} { nodes { language phones } } }`)).toBe(1 + 5);
  });

  test('fields that share a call, and fields selected twice, count once', async () => {
    const once = await costOf(`{ conversations${support} { nodes { note dueAt customFields { code } } } }`);
    const twice = await costOf(
      `{ conversations${support} { nodes { note ...A } edges { node { note } } } } fragment A on Conversation { customFields { value } note }`,
    );
    expect([once, twice]).toEqual([51, 51]);
  });

  test('days of ZaZaChat are a list of chats and one of tickets for each', async () => {
    const window = 'createdAfter: "2026-03-01T00:00:00Z", createdBefore: "2026-03-31T00:00:00Z"';
    const cost = (channel: string) =>
      costOf(`{ conversations(filter: { sources: ["legacy"], ${window} ${channel} }) { nodes { id } } }`);
    // Thirty days begin and end within a day where the account is.
    expect(await cost('')).toBe(62);
    expect(await cost('channel: [CHAT]')).toBe(31);
    expect(await cost('channel: [OTHER, EMAIL]')).toBe(31);
    expect(await cost('channel: [CHAT, OTHER]')).toBe(62);
  });

  test.each([
    ['support', 80],
    ['shop', 40],
    ['tickets', 80],
    ['legacy', 80],
  ])(
    'a list of %s that is sifted in the gateway counts %i, what one page may read',
    async (source, calls) => {
      const window = 'createdAfter: "2016-01-01T00:00:00Z"';
      const filter = `{ sources: ["${source}"], ${window}, search: "never" }`;
      expect(await costOf(`{ conversations(filter: ${filter}) { nodes { id } } }`)).toBe(calls);
    },
  );

  describe('with dates of one kind in the order of the other', () => {
    const quarter = { updatedAfter: ago(5.01), updatedBefore: ago(5) };

    test('a list counts as sifted where the gateway applies them', async () => {
      expect(await costIn('tickets', { createdAfter: ago(30) })).toBe(9);
      expect(await costIn('tickets', { createdAfter: ago(30), ...quarter })).toBe(80);
      expect(await costIn('tickets', quarter)).toBe(80);
      expect(await costIn('shop', quarter)).toBe(31);
    });

    test('a list in the order of change is sifted by creation, unless only a date of change begins it', async () => {
      expect(await costIn('tickets', quarter, 'UPDATED_AT')).toBe(9);
      expect(await costIn('tickets', {}, 'UPDATED_AT')).toBe(80);
      expect(await costIn('tickets', { updatedBefore: ago(5) }, 'UPDATED_AT')).toBe(80);
      expect(await costIn('tickets', { ...quarter, createdAfter: ago(30) }, 'UPDATED_AT')).toBe(80);
    });

    test('days are those of the window that the order goes by', async () => {
      expect(await costIn('legacy', { createdAfter: ago(9.5), ...quarter })).toBe(22);
      expect(await costIn('legacy', quarter)).toBe(62);
      expect(await costIn('legacy', quarter, 'UPDATED_AT')).toBe(4);
      expect(await costIn('legacy', { createdAfter: ago(9.5), createdBefore: ago(9.4) }, 'UPDATED_AT')).toBe(
        22,
      );
    });
  });

  describe('customers by their address', () => {
    const email = 'x@y.example';
    const byEmail = 'query ($filter: CustomerFilter) { customers(filter: $filter) { nodes { id } } }';

    test('cost what the person of the address costs', async () => {
      const person = await costOf('query ($email: String!) { person(email: $email) { name } }', { email });
      expect(person).toBe(2 * 31 + 1 + 3);
      expect(await costOf(byEmail, { filter: { email } })).toBe(person);
      expect(await costOf(`{ customers(filter: { email: "${email}" }) { nodes { id } } }`)).toBe(person);
      expect(await costOf(byEmail, { filter: { email, search: 'x' } })).toBe(person);
      expect(
        await costOf('query ($email: String) { customers(filter: { email: $email }) { nodes { id } } }', {
          email,
        }),
      ).toBe(person);
    });

    test('cost only what the sources named take', async () => {
      expect(await costOf(byEmail, { filter: { email, sources: ['legacy'] } })).toBe(62);
      expect(await costOf(byEmail, { filter: { email, sources: ['support'] } })).toBe(3);
    });

    test('are looked for in days that are read once for all addresses', async () => {
      const lists = `{ a: customers(filter: { email: "a@y.example" }) { nodes { id } } b: customers(filter: { email: "${email}" }) { nodes { id } } }`;
      expect(await costOf(lists)).toBe(62 + 2 * (1 + 3));
    });

    test('are looked for in all sources for a person, whatever the list that names them', async () => {
      const rows = 'nodes { customer { person { name } } }';
      const list = `conversations(first: 2, filter: { sources: ["tickets"] })`;
      expect(await costOf(`{ ${list} { ${rows} } }`)).toBe(9 + 2 * (1 + 3) + 62);
    });
  });

  test('a window and a page size may come by variables and defaults', async () => {
    const document = `query ($first: Int = 10, $from: DateTime!, $filter: ConversationFilter) {
      conversations(first: $first, filter: $filter) { nodes { messages { nodes { text } } } }
      again: conversations(first: $first, filter: { sources: ["legacy"], createdAfter: $from }) { nodes { id } }
    }`;
    const from = ago(9.5);
    expect(await costOf(document, { from, filter: { sources: ['support'] } })).toBe(1 + 10 + 1 + 22);
    expect(await costOf(document, { first: 5, from, filter: { sources: ['support'] } })).toBe(1 + 5 + 1 + 22);
  });

  test('a window may begin with a leap second', async () => {
    const [leap, next] = ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'];
    expect(await costIn('legacy', { createdAfter: leap })).toBe(
      await costIn('legacy', { createdAfter: next }),
    );
  });

  test('rows of a list over all sources count at the dearest one', async () => {
    const filter = '{ sources: ["support", "tickets"] }';
    const one = await costOf(`{ conversations(first: 25, filter: ${filter}) { nodes { id } } }`);
    const withMessages = await costOf(
      `{ conversations(first: 25, filter: ${filter}) { nodes { transcript } } }`,
    );
    expect(withMessages - one).toBe(25 + 1);
  });

  test('one source by its name alone costs what a list of it does', async () => {
    const costFor = (sources: unknown) =>
      costOf('query ($filter: ConversationFilter) { conversations(filter: $filter) { nodes { id } } }', {
        filter: { sources },
      });
    expect(await costFor('shop')).toBe(await costFor(['shop']));
    expect(await costOf('{ conversations(filter: { sources: "shop" }) { nodes { id } } }')).toBe(
      await costFor(['shop']),
    );
  });

  test('sources that cannot list such rows do not count for them', async () => {
    const conversations = 'conversations(first: 5) { nodes { id } }';
    const ofSupport = `{ customers(first: 5, filter: { sources: ["support"] }) { nodes { ${conversations} } } }`;
    expect(await costOf(`{ customers(first: 5) { nodes { ${conversations} } } }`)).toBe(
      await costOf(ofSupport),
    );
    // Those that have an address are found in any source that can look for one.
    const byEmail = (row: string) =>
      costOf(`{ customers(filter: { email: "a@x.example" }) { nodes { ${row} } } }`);
    expect(await byEmail(`id ${conversations}`)).toBeGreaterThan((await byEmail('id')) + 100);
  });

  test('a source that finds customers by their number reads a range or two for each', async () => {
    const ofCustomers = `{ conversations(first: 5, filter: { sources: ["shop"] }) { nodes {
      customer { conversations { nodes { id } } }
    } } }`;
    expect(await costOf(ofCustomers)).toBe((await costIn('shop', {})) + 5 * 2);
  });

  test('lists that are made of the same days are read once, however many rows have one', async () => {
    const filter = '{ sources: ["legacy"] }';
    const conversations = 'conversations(first: 5) { nodes { id } }';
    const ofRows = (rows: number) =>
      costOf(
        `{ conversations(first: ${rows}, filter: ${filter}) { nodes { customer { ${conversations} } } } }`,
      );
    expect(await ofRows(50)).toBe(await ofRows(1));
    expect(await ofRows(1)).toBe(2 * (await costIn('legacy', {})));
  });

  test('lists in lists multiply', async () => {
    const inner = 'conversations(first: 10) { nodes { messages { nodes { id } } } }';
    expect(
      await costOf(`{ customers(first: 5, filter: { sources: ["support"] }) { nodes { ${inner} } } }`),
    ).toBe(2 + 5 * (1 + 10) + 1);
  });

  test('a fragment on an interface counts at each type that it is spread at', async () => {
    const fragment = 'fragment Told on Node { ... on Conversation { messages { nodes { text } } } }';
    const costBy = (spread: string) => costOf(`{ nodes(ids: ["a", "b", "c"]) { ${spread} } } ${fragment}`);
    const plain = await costBy('... on Conversation { ...Told }');
    expect(plain).toBeGreaterThan(3);
    expect(await costBy('... on Agent { ...Told } ... on Conversation { ...Told }')).toBe(plain);
    expect(await costBy('...Told ... on Agent { ...Told } ... on Conversation { ...Told }')).toBe(plain);
  });

  test('what @skip and @include leave out costs nothing', async () => {
    const document = `query ($deep: Boolean!) { conversations${support} { nodes { id note messages @include(if: $deep) { nodes { id } } } } }`;
    expect([await costOf(document, { deep: true }), await costOf(document, { deep: false })]).toEqual([
      102, 51,
    ]);
  });

  describe('a change', () => {
    const agent = { name: 'n', email: 'e@example.com', password: 'secret 1' };
    const agentCreate = (source: string) =>
      costOf(
        'mutation ($input: AgentCreateInput!) { agentCreate(input: $input) { agent { id name } userErrors { code } } }',
        { input: { source, ...agent } },
      );

    test('counts with the reads for it, and with what is read of the entity', async () => {
      expect(await agentCreate('shop')).toBe(3 + 1);
      expect(await agentCreate('tickets')).toBe(1 + 1);
    });

    test('counts a call for every custom field', async () => {
      const codes = ['a', 'b', 'c'];
      const conversationId = Buffer.from('["c","support","c1"]').toString('base64url');
      const set =
        'mutation ($input: ConversationFieldsSetInput!) { conversationFieldsSet(input: $input) { conversation { id note } } }';
      const fields = codes.map((code) => ({ code, value: '1' }));
      expect(await costOf(set, { input: { conversationId, fields } })).toBe(3 + 1 + 2);
      const clear =
        'mutation ($input: ConversationFieldsClearInput!) { conversationFieldsClear(input: $input) { conversation { id } } }';
      expect(await costOf(clear, { input: { conversationId, codes } })).toBe(3 + 1);
      expect(await costOf(clear, { input: { conversationId } })).toBe(1 + 1);
    });

    test('counts beside others', async () => {
      const add =
        'conversationTagAdd(input: { conversationId: "x", tagName: "vip" }) { userErrors { code } }';
      expect(await costOf(`mutation { a: ${add} b: ${add} }`)).toBe(2 * 2);
    });
  });

  test('aliases of one list add up', async () => {
    const list = `conversations${support} { nodes { note } }`;
    expect(await costOf(`{ a: ${list} b: ${list} }`)).toBe(102);
  });

  test('what is asked of the sources of a list counts for each source that the list is made of', async () => {
    const source = 'application { version } widgets { department { description agents { id } } }';
    const outcomes = `sources { source { ${source} } }`;
    const ofSources = await costOf(`{ sources { ${source} } }`);
    expect(await costOf('{ sources { application { version } widgets { name } } }')).toBe(2);
    expect(await costOf(`{ websites { ${outcomes} } }`)).toBe(1 + ofSources);
    expect(await costOf(`{ websites { all: ${outcomes} sources { state } } }`)).toBe(1 + ofSources);
    const ofShop = 'websites(filter: { sources: ["shop"] })';
    expect(await costOf(`{ a: ${ofShop} { ${outcomes} } b: ${ofShop} { nodes { agents { id } } } }`)).toBe(
      await costOf(`{ a: ${ofShop} { sources { state } } b: ${ofShop} { nodes { agents { id } } } }`),
    );
    expect(await costOf(listsOfCustomers('sources { source { application { version } } }'))).toBe(
      (await costOf(listsOfCustomers('sources { state }'))) + 1,
    );
  });

  test('an absurd page size is left to the rule for page sizes', async () => {
    const { errors } = await gateway.query(
      '{ conversations(first: 1000000, filter: { sources: ["support"] }) { nodes { transcript } } }',
    );
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('the limit', () => {
  test('above it, nothing is called and the answer says how much was asked and is allowed', async () => {
    const { errors, extensions, data } = await tight.query(
      `{ conversations(first: 100, filter: { sources: ["support"] }) { nodes { note transcript } } }`,
    );
    expect(errors[0]?.message).toBe('the query may need 202 calls to vendors; 100 are allowed');
    expect(extensions).toEqual({ cost: { upstreamCalls: 202, limit: 100 } });
    expect(data).toBeUndefined();
  });

  test('below it, the answer tells the cost', async () => {
    const { extensions } = await tight.query('{ tags(filter: { sources: ["support"] }) { nodes { name } } }');
    expect(extensions).toEqual({ cost: { upstreamCalls: 1, limit: 100 } });
  });

  test('a query that calls nobody tells no cost', async () => {
    const { extensions } = await tight.query('{ sources { name status } }');
    expect(extensions).toBeUndefined();
  });

  test('a wide list over all sources is within the default limit', async () => {
    const { errors } = await gateway.query(
      '{ conversations(filter: { createdAfter: "2001-01-01T00:00:00Z" }) { sources { state } } }',
    );
    expect(errors).toEqual([]);
  });
});

describe('the published schema', () => {
  test('says what fields cost and how lists are counted', () => {
    const definitions = typeDefinitions();
    expect(definitions).toMatch(/directive @cost\(/);
    expect(definitions).toMatch(/transcript: String @cost\(weight: "1"\)/);
    expect(definitions).toMatch(
      /\): ConversationConnection! @cost\(weight: "1"\) @listSize\(assumedSize: 25, slicingArguments: \["first"\]/,
    );
  });
});
