import { buildSchema, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../src/contract/entity.ts';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import type { Waiter } from '../../src/contract/waiter.ts';
import type { ListPage, SourcedRow } from '../../src/federation/list-page.ts';
import type { GatewayContext } from '../../src/resolvers/context.ts';
import { roomForDetails } from '../../src/resolvers/room-for-details.ts';
import { callContext, fakeSource } from '../federation/fake-world.ts';

const schema = buildSchema(`
  type Query { conversations: Conversations }
  type Conversations { nodes: [Conversation!]! edges: [Edge!]! total: Int }
  type Edge { node: Conversation! }
  type Conversation { id: ID! vendorId: String! source: String! subject: String note: String messages: [String!] satisfactionRating: String }
  directive @defer(if: Boolean, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
`);

/** A source whose line of details is crowded until it is told to have room. */
function crowdedSource(name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const asked: { readonly reads: number; readonly waiter: Waiter }[] = [];
  const detailLine = {
    isCrowded: true,
    whenRoomy: (reads: number, waiter: Waiter) => {
      asked.push({ reads, waiter });
      return promise;
    },
  };
  return { source: { ...fakeSource(name), detailLine }, asked, makeRoom: resolve };
}

const rowOf = (source: HelpdeskSource, row: object): SourcedRow<Entity> => ({
  row: { key: 'k', ...row },
  source,
  id: 'x',
  cursor: '',
});

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Begins a query, and tells whether its page still waits. */
function ask(selection: string, rows: readonly SourcedRow<Entity>[], deadline = Date.now() + 10_000) {
  let isWaiting = true;
  const page = { rows } as ListPage<SourcedRow<Entity>>;
  const context = { call: callContext({ deadline }), lists: { lateAfterMs: 3000 } } as GatewayContext;
  const done = graphql({
    schema,
    source: `{ conversations { ${selection} } }`,
    rootValue: {
      conversations: async (_arguments: object, _context: unknown, info: never) => {
        await roomForDetails(page, context, info);
        isWaiting = false;
        return { nodes: [], edges: [] };
      },
    },
  });
  return { done, isWaiting: async () => (await settled(), isWaiting) };
}

describe('a page whose rows need details', () => {
  it('waits until its source has room for them', async () => {
    const { source, asked, makeRoom } = crowdedSource('desk');
    const deadline = Date.now() + 10_000;
    const page = ask('nodes { subject messages }', [rowOf(source, {}), rowOf(source, {})], deadline);
    expect(await page.isWaiting()).toBe(true);
    expect(asked).toMatchObject([{ reads: 4 }]);
    // Early enough for an answer without the details.
    expect(asked[0]?.waiter.deadline).toBeLessThan(deadline);
    makeRoom();
    await page.done;
    expect(await page.isWaiting()).toBe(false);
  });

  it.each(['edges { node { note } }', 'nodes { ...on Conversation { alias: note } }'])(
    'is found by what is selected: %s',
    async (selection) => {
      const { source } = crowdedSource('desk');
      const page = ask(selection, [rowOf(source, { note: null }), rowOf(source, {})]);
      expect(await page.isWaiting()).toBe(true);
    },
  );

  it.each(['nodes { id vendorId source __typename subject note satisfactionRating }', 'total'])(
    'does not wait where the rows tell all that is selected: %s',
    async (selection) => {
      const { source } = crowdedSource('desk');
      const page = ask(selection, [rowOf(source, { subject: 'a', note: null })]);
      expect(await page.isWaiting()).toBe(false);
    },
  );

  it('does not wait where the answer comes in parts, of which the first needs no details', async () => {
    const { source } = crowdedSource('desk');
    const page = ask('nodes { subject ... @defer { messages } }', [rowOf(source, { subject: 'a' })]);
    expect(await page.isWaiting()).toBe(false);
  });

  it('does not wait where a source has room, or no line, or there are no rows', async () => {
    const crowded = rowOf(crowdedSource('desk').source, {});
    const roomy = {
      ...fakeSource('shop'),
      detailLine: { isCrowded: false, whenRoomy: () => expect.unreachable() },
    };
    for (const rows of [[crowded, rowOf(roomy, {})], [crowded, rowOf(fakeSource('chat'), {})], []]) {
      expect(await ask('nodes { messages }', rows).isWaiting()).toBe(false);
    }
  });

  it('waits for the first of its sources to have room, and leaves the lines of the others', async () => {
    const [desk, shop] = [crowdedSource('desk'), crowdedSource('shop')];
    const page = ask('nodes { messages }', [rowOf(desk.source, {}), rowOf(shop.source, {})]);
    expect(await page.isWaiting()).toBe(true);
    shop.makeRoom();
    await page.done;
    expect(desk.asked[0]?.waiter.signal.aborted).toBe(true);
  });
});
