import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxSourceNames } from '../../src/sandbox/sandbox-sources.ts';
import { deskNames } from '../../src/sandbox/world/world.ts';
import { changeable } from '../coverage/documents.ts';
import { sampleChanges } from '../coverage/sample-changes.ts';
import { mutate } from '../support/mutation-answer.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';

let restoreClock: () => void;
let gateway: SandboxGateway;
beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  const forLong = {
    list: 3600,
    directory: 3600,
    conversation: 3600,
    closedConversation: 3600,
    pastDay: 3600,
  };
  gateway = await openSandboxGateway({
    size: 0.05,
    limits: { maxCost: 100_000 },
    everySource: { cacheSeconds: forLong },
  });
});
afterAll(async () => {
  await gateway.close();
  restoreClock();
});

/** Whatever a change can change. */
const everything = /* GraphQL */ `
  query Everything($of: [String!]) {
    conversations(first: 5, filter: { sources: $of }) {
      nodes {
        id
        subject
        status
        assignee {
          id
        }
        department {
          id
        }
        tags {
          name
        }
        customFields {
          code
          value
        }
        messages(first: 100) {
          nodes {
            kind
            text
          }
        }
      }
    }
    customers(first: 5, filter: { sources: $of }) {
      nodes {
        id
        name
        groups {
          name
        }
        customFields {
          code
          value
        }
      }
    }
    agents(filter: { sources: $of }) {
      nodes {
        id
        name
        availability {
          chat
          online
        }
      }
    }
    websites(filter: { sources: $of }) {
      nodes {
        id
        agents {
          id
        }
      }
    }
    tags(filter: { sources: $of }) {
      nodes {
        id
        name
        color
        backgroundColor
      }
    }
    customerGroups(filter: { sources: $of }) {
      nodes {
        id
        name
        color
        backgroundColor
      }
    }
    articles(first: 20, filter: { sources: $of }) {
      nodes {
        id
        title
      }
    }
  }
`;

type Listed = Readonly<Record<string, { readonly nodes: readonly { readonly id: string }[] }>>;

describe.each(deskNames)('the changes of %s', (desk) => {
  it('are seen at once in what was read and kept before them', async () => {
    const of = [sandboxSourceNames[desk]];
    const listed = (await gateway.query(changeable, { of })).data as Listed;
    const idOf = (list: string, place = 0) => listed[list]?.nodes[place]?.id ?? '';
    await gateway.query(everything, { of });
    for (const { name, input } of sampleChanges[desk](sandboxSourceNames[desk], idOf)) {
      expect((await mutate(gateway, name, input)).payload, name).toMatchObject({ userErrors: [] });
      const kept = await gateway.query(everything, { of });
      const fresh = await gateway.query(everything, { of }, { 'cache-control': 'no-cache' });
      expect.soft(kept.data, name).toEqual(fresh.data);
    }
  });
});

describe.each(['iadvize', 'livechat'] as const)('an agent of %s', (desk) => {
  interface Row {
    readonly id: string;
    readonly assignee?: { readonly id: string };
  }
  const assigned = /* GraphQL */ `
    query Assigned($of: [String!]) {
      agents(filter: { sources: $of }) {
        nodes {
          id
        }
      }
      conversations(filter: { sources: $of, assigned: true }) {
        nodes {
          id
          assignee {
            id
          }
        }
      }
    }
  `;
  const agentOf = /* GraphQL */ `
    query AgentOf($of: [String!], $id: ID!) {
      conversations(first: 20, filter: { sources: $of, assigned: true }) {
        nodes {
          id
          assignee {
            id
            name
          }
        }
      }
      conversation(id: $id) {
        assignee {
          id
          name
        }
      }
    }
  `;

  it('who is renamed or deleted is so in conversations that were read and kept before', async () => {
    const of = [sandboxSourceNames[desk]];
    const { data } = await gateway.query(assigned, { of });
    const { agents, conversations } = data as Readonly<Record<string, { readonly nodes: readonly Row[] }>>;
    const isThere = ({ assignee }: Row) => agents!.nodes.some((agent) => agent.id === assignee?.id);
    const { id, assignee } = conversations!.nodes.find(isThere)!;
    const read = (headers = {}) => gateway.query(agentOf, { of, id }, headers);
    await read();
    const agentId = assignee?.id;
    await mutate(gateway, 'agentUpdate', { agentId, name: 'Renée Field' });
    expect((await read()).data).toMatchObject({ conversation: { assignee: { name: 'Renée Field' } } });
    expect((await read()).data).toEqual((await read({ 'cache-control': 'no-cache' })).data);
    await mutate(gateway, 'agentDelete', { agentId });
    expect((await read()).data).toEqual((await read({ 'cache-control': 'no-cache' })).data);
  });
});
