import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../../src/contract/global-id.ts';
import { desksBySource, openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { rowsOfDesk } from '../support/world-rows.ts';

interface Named {
  readonly __typename: string;
  readonly id: string;
  readonly vendorId: string;
}

let restoreClock: () => void;
let gateway: SandboxGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.15 });
});

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

async function ask<T>(
  field: (data: Readonly<Record<string, unknown>>) => T,
  document: string,
  variables = {},
) {
  const { data, errors } = await gateway.query(document, variables);
  expect(errors).toEqual([]);
  return field(data as Readonly<Record<string, unknown>>);
}

async function refusal(document: string, variables = {}) {
  const { errors } = await gateway.query(document, variables);
  expect(errors).toHaveLength(1);
  const [error] = errors;
  expect(error?.extensions.requestId).toEqual(expect.any(String));
  return { code: error?.extensions.code, message: error?.message ?? '' };
}

const conversationFields = /* GraphQL */ `
  fragment Whole on Conversation {
    __typename
    id
    vendorId
    reference
    channel
    vendorChannel
    status
    vendorStatus
    subject
    preview
    note
    createdAt
    updatedAt
    dueAt
    durationSeconds
    priority
    category
    publicCode
    department {
      id
      name
    }
    assignee {
      id
      name
    }
    customer {
      id
      name
      email
    }
    visit {
      country
      host
      referrer
      userAgent
    }
    tags {
      id
      name
    }
    customFields {
      code
      value
    }
    messages(first: 100) {
      nodes {
        id
        kind
        body
        sentAt
        authorRole
      }
    }
    transcript
  }
`;

describe.each(desksBySource)('an id from a list of $source', ({ desk, source }) => {
  it('suffices for another gateway to fetch the same conversation again', async () => {
    const list = await ask(
      ({ conversations }) => (conversations as { nodes: Named[] }).nodes,
      `query List($sources: [String!]) { conversations(first: 12, filter: { sources: $sources }) { nodes { ...Whole } } } ${conversationFields}`,
      { sources: [source] },
    );
    expect(list.length).toBeGreaterThan(5);
    const replica = gateway.another();
    const { data, errors } = await replica.query(
      `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { ...Whole } } ${conversationFields}`,
      { ids: list.map(({ id }) => id) },
    );
    expect(errors).toEqual([]);
    expect((data as { nodes: Named[] }).nodes).toEqual(list);
  });

  it('of a message, agent, customer, department or tag leads back to it', async () => {
    const rows = await ask(
      ({ conversations }) => (conversations as { nodes: Record<string, unknown>[] }).nodes,
      /* GraphQL */ `
        query Parts($sources: [String!]) {
          conversations(first: 15, filter: { sources: $sources }) {
            nodes {
              assignee {
                __typename
                id
                vendorId
              }
              customer {
                __typename
                id
                vendorId
              }
              department {
                __typename
                id
                vendorId
              }
              tags {
                __typename
                id
                vendorId
              }
              messages {
                nodes {
                  __typename
                  id
                  messageVendorId: vendorId
                }
              }
            }
          }
        }
      `,
      { sources: [source] },
    );
    const parts = new Map<string, Named>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('id' in value) parts.set((value as Named).id, value as Named);
      else Object.values(value).forEach(collect);
    };
    collect(rows.map(({ messages, ...others }) => [Object.values(others), messages]));
    const wanted = [...parts.values()].filter((_part, index) => index % Math.ceil(parts.size / 60) === 0);
    const found = await ask(
      ({ nodes }) => nodes,
      `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id
        ... on Agent { vendorId } ... on Customer { vendorId } ... on Department { vendorId }
        ... on Tag { vendorId } ... on Message { messageVendorId: vendorId } } }`,
      { ids: wanted.map(({ id }) => id) },
    );
    expect(found).toEqual(wanted);
  });

  it('gives null once the conversation is gone', async () => {
    const row = rowsOfDesk(gateway.world, desk).at(-1);
    const list = await ask(
      ({ conversations }) => (conversations as { nodes: Named[] }).nodes,
      'query L($sources: [String!]) { conversations(first: 1, filter: { sources: $sources }) { nodes { __typename id vendorId } } }',
      { sources: [source] },
    );
    const [{ id } = { id: '' }] = list;
    const [type, name, key] = JSON.parse(Buffer.from(id, 'base64url').toString()) as string[];
    expect([type, name]).toEqual(['c', source]);
    const gone = Buffer.from(JSON.stringify(['c', source, `${key?.slice(0, -2)}zz`])).toString('base64url');
    expect(row).toBeDefined();
    expect(
      await ask(({ node }) => node, 'query N($id: ID!) { node(id: $id) { id } }', { id: gone }),
    ).toBeNull();
    expect(
      await ask(({ conversation }) => conversation, 'query C($id: ID!) { conversation(id: $id) { id } }', {
        id: gone,
      }),
    ).toBeNull();
  });
});

describe('the vendor’s own id', () => {
  const byVendorId = /* GraphQL */ `
    query Find($source: String!, $type: NodeType!, $vendorId: String!) {
      nodeByVendorId(source: $source, type: $type, vendorId: $vendorId) {
        __typename
        id
      }
    }
  `;

  it.each(['liveagent', 'livechat', 'iadvize'] as const)(
    'finds conversations and agents of %s',
    async (desk) => {
      const row = rowsOfDesk(gateway.world, desk).findLast(({ assignee }) => assignee !== null);
      const asked = [
        { type: 'CONVERSATION', vendorId: row?.vendorId },
        { type: 'AGENT', vendorId: row?.assignee },
      ];
      for (const { type, vendorId } of asked) {
        const found = await ask(({ nodeByVendorId }) => nodeByVendorId as Named | null, byVendorId, {
          source: row?.source,
          type,
          vendorId,
        });
        const again = await ask(
          ({ node }) => node,
          'query N($id: ID!) { node(id: $id) { ... on Conversation { vendorId } ... on Agent { vendorId } } }',
          { id: found?.id },
        );
        expect(again).toEqual({ vendorId });
      }
    },
  );

  it('finds a customer of LiveAgent by the contact’s id', async () => {
    const customer = gateway.world.desks.liveagent.customers.find(({ email }) => email !== null);
    const found = await ask(({ nodeByVendorId }) => nodeByVendorId, byVendorId, {
      source: 'support',
      type: 'CUSTOMER',
      vendorId: customer?.id,
    });
    expect(found).toMatchObject({ __typename: 'Customer' });
  });

  it('is null where the vendor does not know it', async () => {
    const variables = { source: 'support', type: 'CONVERSATION', vendorId: 'no-such1' };
    expect(await ask(({ nodeByVendorId }) => nodeByVendorId, byVendorId, variables)).toBeNull();
  });

  it('is UNSUPPORTED where the vendor can only list by day', async () => {
    const variables = { source: 'legacy', type: 'CONVERSATION', vendorId: '1' };
    expect(await refusal(byVendorId, variables)).toMatchObject({ code: 'UNSUPPORTED' });
  });

  it('of an unknown source is refused with the names of those there are', async () => {
    const { code, message } = await refusal(byVendorId, { source: 'suport', type: 'TAG', vendorId: 'x' });
    expect(code).toBe('BAD_USER_INPUT');
    for (const { source } of desksBySource) expect(message).toContain(source);
  });
});

describe('a reference as people paste it', () => {
  const byReference = /* GraphQL */ `
    query Find($source: String!, $reference: String!) {
      conversationByReference(source: $source, reference: $reference) {
        vendorId
      }
    }
  `;
  const find = (source: string, reference: string) =>
    ask(({ conversationByReference }) => conversationByReference, byReference, { source, reference });

  it('finds a LiveAgent conversation by id, code and public code', async () => {
    const { id, code, publicCode } = gateway.world.desks.liveagent.conversations.at(-3)!;
    for (const reference of [id, code, publicCode, ` ${code}\n`, `[#${code.toLowerCase()}].`]) {
      expect(await find('support', reference)).toEqual({ vendorId: id });
    }
  });

  it('finds a LiveChat ticket and an iAdvize chat by id', async () => {
    const ticket = gateway.world.desks.livechat.conversations.at(-3)!;
    expect(await find('tickets', ticket.id)).toEqual({ vendorId: ticket.id });
    expect(await find('tickets', `#${ticket.id.toLowerCase()}`)).toEqual({ vendorId: ticket.id });
    const chat = gateway.world.desks.iadvize.conversations.at(-3)!;
    expect(await find('shop', chat.id)).toEqual({ vendorId: chat.id });
    expect(await find('shop', `(#${chat.id})`)).toEqual({ vendorId: chat.id });
  });

  it('is null where nothing is called so', async () => {
    for (const source of ['support', 'tickets', 'shop']) {
      for (const reference of ['XXX-XXXXX-000', 'a/b', '']) {
        expect(await find(source, reference), `${source} ${reference}`).toBeNull();
      }
    }
  });

  it('is UNSUPPORTED where the vendor has nothing to look it up by', async () => {
    expect(await refusal(byReference, { source: 'legacy', reference: '12' })).toMatchObject({
      code: 'UNSUPPORTED',
    });
  });
});

describe('ids', () => {
  const node = 'query N($id: ID!) { node(id: $id) { id } }';

  it.each(['', 'x', 'not an id', '%%%', Buffer.from('["c","support"]').toString('base64url')])(
    'that this API never gave out are refused: %j',
    async (id) => {
      expect(await refusal(node, { id })).toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );

  it.each([
    ['Conversation', '../agents/x'],
    ['Conversation', '..'],
    ['Conversation', ''],
    ['Agent', '..'],
    ['Tag', '.'],
    ['Customer', '\u0000'],
    ['Customer', 'a/../../b'],
    ['Message', 'no json'],
    ['Message', '["x"]'],
    ['Message', 'null'],
  ] as const)(
    'made up for a %s with the key %j give null or a refusal, never an unexpected error',
    async (type, key) => {
      for (const { source } of desksBySource) {
        const id = encodeGlobalId({ type, source, key });
        const { data, errors } = await gateway.query(node, { id });
        if (errors.length === 0) expect(data).toEqual({ node: null });
        else {
          const isUnknown = gateway.sources.get(source)?.directories[type as 'Agent'] === undefined;
          const code = isUnknown && ['Agent', 'Tag'].includes(type) ? 'UNSUPPORTED' : 'BAD_USER_INPUT';
          expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
        }
      }
    },
  );

  it('of a type that a source cannot fetch are UNSUPPORTED: null would mean that it is gone', async () => {
    const id = encodeGlobalId({ type: 'Company', source: 'tickets', key: '1' });
    expect(await refusal(node, { id })).toMatchObject({
      code: 'UNSUPPORTED',
      message: 'source "tickets" cannot fetch entities of type Company by their ids',
    });
  });

  it('of a source that is not configured give null', async () => {
    const id = encodeGlobalId({ type: 'Tag', source: 'elsewhere', key: 'x' });
    expect(await ask(({ node: found }) => found, node, { id })).toBeNull();
  });

  it('of a source itself lead to the source', async () => {
    const sources = await ask(({ sources }) => sources as Named[], '{ sources { id name } }');
    for (const { id, ...source } of sources) {
      const found = await ask(
        ({ node: each }) => each,
        'query N($id: ID!) { node(id: $id) { id ... on Source { name } } }',
        { id },
      );
      expect(found).toEqual({ id, ...source });
    }
  });

  it('of another type are refused where a type is asked for', async () => {
    const id = encodeGlobalId({ type: 'Tag', source: 'support', key: 'abcd' });
    for (const field of ['conversation', 'customer', 'agent']) {
      const { code, message } = await refusal(`query T($id: ID!) { ${field}(id: $id) { id } }`, { id });
      expect(code).toBe('BAD_USER_INPUT');
      expect(message).toContain('Tag');
    }
  });

  it('may be 100 at once and no more', async () => {
    const id = encodeGlobalId({ type: 'Source', source: 'support', key: '' });
    const many = 'query Many($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect(
      await ask(({ nodes }) => nodes, many, { ids: Array.from({ length: 100 }, () => id) }),
    ).toHaveLength(100);
    expect(await refusal(many, { ids: Array.from({ length: 101 }, () => id) })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('that fail leave the others in their places', async () => {
    const good = encodeGlobalId({ type: 'Source', source: 'shop', key: '' });
    const { data, errors } = await gateway.query('query Many($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [good, 'nonsense', good],
    });
    expect(data).toEqual({ nodes: [{ id: good }, null, { id: good }] });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ path: ['nodes', 1], extensions: { code: 'BAD_USER_INPUT' } });
  });
});
