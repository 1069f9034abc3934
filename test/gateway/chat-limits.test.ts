import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

let gateway: SandboxGateway;
beforeAll(async () => {
  gateway = await openSandboxGateway();
});
afterAll(() => gateway.close());

interface ListedAgent {
  readonly id: string;
  readonly availability: { readonly maxChats: number | null } | null;
}

async function agentsOf(source: string, availability: string): Promise<readonly ListedAgent[]> {
  const { data, errors } = await gateway.query(
    `query ($sources: [String!]) { agents(first: 50, filter: { sources: $sources }) { nodes { id ${availability} } } }`,
    { sources: [source] },
  );
  expect(errors).toEqual([]);
  return (data as { agents: { nodes: readonly ListedAgent[] } }).agents.nodes;
}

async function agentsWith(ids: readonly string[]): Promise<readonly ListedAgent[]> {
  const { data } = await gateway.query(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Agent { id availability { maxChats } } } }',
    { ids },
  );
  return (data as { nodes: readonly ListedAgent[] }).nodes;
}

describe('how many chats an agent takes at once', () => {
  it.each(['shop', 'tickets'])('is the same at %s whichever way it is asked for', async (source) => {
    const listed = await agentsOf(source, 'availability { maxChats }');
    expect(listed.length).toBeGreaterThan(2);
    const online = listed.filter(({ availability }) => availability !== null);
    expect(online.every(({ availability }) => availability!.maxChats! > 0)).toBe(true);
    for (const count of [1, 2, listed.length]) {
      const some = listed.slice(0, count);
      expect(await agentsWith(some.map(({ id }) => id))).toEqual(some);
    }
  });

  it('takes a call for each agent only where it is selected', async () => {
    const other = gateway.another();
    gateway.forgetCalls();
    const document = '{ agents(filter: { sources: ["tickets"] }) { nodes { availability { chat } } } }';
    expect((await other.query(document)).errors).toEqual([]);
    expect(gateway.calls('tickets')).toHaveLength(1);
  });
});
