import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway-over.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

interface Seen {
  readonly id: string;
  readonly updatedAt: string;
  readonly tags: readonly { readonly name: string }[];
}

let gateway: SandboxGateway;
/** Shares nothing with the first one, as people who work at the vendor's own pages. */
let elsewhere: TestGateway;

beforeAll(async () => {
  gateway = await openSandboxGateway({ everySource: { cacheSeconds: { list: 0 } } });
  elsewhere = gateway.another();
});

afterAll(() => gateway.close());

async function listed(source: string): Promise<readonly Seen[]> {
  const { data } = await gateway.query(
    `query ($filter: ConversationFilter) {
      conversations(first: 20, filter: $filter) { nodes { id updatedAt tags { name } } }
    }`,
    { filter: { sources: [source], status: ['RESOLVED', 'SPAM'] } },
  );
  return (data as { readonly conversations: { readonly nodes: readonly Seen[] } }).conversations.nodes;
}

async function opened(id: string): Promise<Seen> {
  const { data } = await gateway.query(
    'query ($id: ID!) { conversation(id: $id) { id updatedAt tags { name } } }',
    { id },
  );
  return (data as { readonly conversation: Seen }).conversation;
}

async function tagElsewhere(conversationId: string): Promise<void> {
  const { errors } = await elsewhere.query(
    `mutation ($input: ConversationTagAddInput!) { conversationTagAdd(input: $input) { userErrors { message } } }`,
    { input: { conversationId, tagName: 'elsewhere' } },
  );
  expect(errors).toEqual([]);
}

describe('a closed conversation that changes without the gateway', () => {
  it.each(['support', 'tickets'])(
    'shows the change by its id once a list of %s has shown it',
    async (source) => {
      const id = (await listed(source))[0]!.id;
      const before = await opened(id);
      await sleep(1100);
      await tagElsewhere(id);
      expect(await opened(id)).toEqual(before);

      const rows = await listed(source);
      const row = rows.find((each) => each.id === id)!;
      expect(row.updatedAt > before.updatedAt).toBe(true);
      const after = await opened(id);
      expect(after).toEqual(row);
      expect(after.tags.map(({ name }) => name)).toContain('elsewhere');
    },
  );
});
