import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutate } from '../support/mutation-answer.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

let gateway: SandboxGateway;
beforeAll(async () => {
  gateway = await openSandboxGateway();
});
afterAll(() => gateway.close());

function operations(): readonly string[] {
  return gateway.calls().map(({ source, operation }) => `${source} ${operation}`);
}

interface Named {
  readonly name: string;
  readonly vendorId: string;
}

interface Department extends Named {
  readonly source: { readonly name: string };
  readonly availability: {
    readonly online: boolean;
    readonly chat?: boolean | null;
    readonly newCount: number | null;
  } | null;
}

interface Site extends Named {
  readonly id: string;
  readonly agents: readonly Named[] | null;
}

describe('what goes on at this moment', () => {
  it('is told of departments with one call for each help desk, however many there are', async () => {
    gateway.forgetCalls();
    const { data, errors } = await gateway.query(
      '{ departments(first: 50) { nodes { name vendorId source { name } availability { online newCount } } } }',
    );
    expect(errors).toEqual([]);
    const { nodes } = (data as { departments: { nodes: readonly Department[] } }).departments;
    for (const { source, availability } of nodes) {
      expect(availability).toEqual({
        online: expect.any(Boolean),
        newCount: source.name === 'support' ? expect.any(Number) : null,
      });
    }
    expect(new Set(nodes.map(({ source }) => source.name))).toEqual(new Set(['support', 'tickets']));
    expect(operations().toSorted()).toEqual([
      'support GET departments',
      'support GET onlinestatus/departments',
      'tickets GET groups',
    ]);
  });

  it('is told of chats and calls by the help desk that knows, and is null elsewhere', async () => {
    const { data, errors } = await gateway.query(
      '{ sources { name chatsOverview { visitors chats queue agents } callsOverview { running ringing queue } widgets { name department { name } integrationCode } } }',
    );
    expect(errors).toEqual([]);
    const sources = (data as { sources: readonly Record<string, unknown>[] }).sources;
    const { departments } = gateway.world.desks.liveagent;
    for (const { name, chatsOverview, callsOverview, widgets } of sources) {
      if (name !== 'support') {
        expect([chatsOverview, callsOverview, widgets]).toEqual([null, null, null]);
        continue;
      }
      const count: unknown = expect.any(Number);
      expect(chatsOverview).toEqual({ visitors: count, chats: count, queue: count, agents: count });
      expect(callsOverview).toEqual({ running: count, ringing: count, queue: count });
      const names = (widgets as { department: { name: string } }[]).map(({ department }) => department.name);
      expect(new Set(names)).toEqual(new Set(departments.map((department) => department.name)));
    }
  });

  it('stops at its field when the help desk fails', async () => {
    const fresh = gateway.another({ everySource: { retries: 0 } });
    gateway.emulators.liveagent.faults.set({ status: 500, match: 'overview' });
    const { data, errors } = await fresh.query(
      '{ source(name: "support") { name application { version } chatsOverview { chats } } }',
    );
    gateway.emulators.liveagent.faults.clear();
    expect(data).toEqual({
      source: { name: 'support', application: { version: expect.any(String) }, chatsOverview: null },
    });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['source', 'chatsOverview'], 'UPSTREAM_UNAVAILABLE'],
    ]);
  });

  it('is read anew after a change', async () => {
    const read = async (source: string) => {
      const { data } = await gateway.query(
        'query ($of: [String!]) { departments(first: 50, filter: { sources: $of }) { nodes { id name vendorId availability { chat newCount } } } agents(first: 50, filter: { sources: $of }) { nodes { id vendorId } } }',
        { of: [source] },
      );
      return data as {
        departments: { nodes: readonly (Department & { id: string })[] };
        agents: { nodes: readonly { id: string; vendorId: string }[] };
      };
    };
    const support = await read('support');
    const [team] = support.departments.nodes;
    const [agent] = support.agents.nodes;
    const ticket = { source: 'support', subject: 'New', message: 'New', customerEmail: 'kim@example.com' };
    const created = await mutate(gateway, 'conversationCreate', {
      ...ticket,
      departmentId: team!.id,
      agentId: agent!.id,
    });
    expect(created.payload?.userErrors).toEqual([]);
    const [after] = (await read('support')).departments.nodes;
    expect(after?.availability?.newCount).toBe((team?.availability?.newCount ?? 0) + 1);

    const tickets = await read('tickets');
    expect(tickets.departments.nodes.some(({ availability }) => availability?.chat)).toBe(true);
    for (const { id } of tickets.agents.nodes)
      await mutate(gateway, 'agentAvailabilitySet', { agentId: id, available: false });
    const { nodes } = (await read('tickets')).departments;
    expect(nodes.some(({ availability }) => availability?.chat)).toBe(false);
  });

  it('is not asked for where it is not selected', async () => {
    const { data } = await gateway.query(
      '{ departments(filter: { sources: ["support"] }) { nodes { id } } }',
    );
    const [{ id } = { id: '' }] = (data as { departments: { nodes: readonly { id: string }[] } }).departments
      .nodes;
    gateway.forgetCalls();
    const header = { 'cache-control': 'no-cache' };
    await gateway.query('query ($id: ID!) { node(id: $id) { ... on Department { name } } }', { id }, header);
    expect(operations()).toEqual(['support GET departments']);
  });
});

function isThere(agentId: string, site: Site | undefined): boolean {
  return site?.agents?.some(({ vendorId }) => vendorId === agentId) ?? false;
}

describe('who chats on which web site', () => {
  it('is told of sites and of agents alike', async () => {
    const { data, errors } = await gateway.query(
      '{ websites(first: 50) { nodes { id name vendorId agents { name vendorId } } } agents(first: 50, filter: { sources: ["shop"] }) { nodes { name vendorId websites { vendorId } } } }',
    );
    expect(errors).toEqual([]);
    const { websites, agents } = data as {
      websites: { nodes: readonly Site[] };
      agents: { nodes: readonly (Named & { websites: readonly { vendorId: string }[] })[] };
    };
    const { desks } = gateway.world;
    for (const site of websites.nodes) {
      const there = desks.iadvize.agents.filter(({ websiteIds }) => websiteIds.includes(site.vendorId));
      expect(site.agents?.map(({ vendorId }) => vendorId).sort()).toEqual(there.map(({ id }) => id).sort());
    }
    for (const agent of agents.nodes) {
      const { websiteIds } = desks.iadvize.agents.find(({ id }) => id === agent.vendorId)!;
      expect(agent.websites.map(({ vendorId }) => vendorId).sort()).toEqual([...websiteIds].sort());
    }
    expect(websites.nodes.length).toBeGreaterThan(1);
  });

  it('is read anew after an agent was linked to a site', async () => {
    const read = async () => {
      const { data } = await gateway.query(
        '{ websites { nodes { id name vendorId agents { name vendorId } } } agents(filter: { sources: ["shop"] }) { nodes { id vendorId } } }',
      );
      return data as {
        websites: { nodes: readonly Site[] };
        agents: { nodes: readonly { id: string; vendorId: string }[] };
      };
    };
    const { websites, agents } = await read();
    const [site] = websites.nodes;
    const agent = agents.nodes.find(({ vendorId }) => !isThere(vendorId, site));
    await mutate(gateway, 'agentWebsiteLink', { agentId: agent!.id, websiteId: site!.id });
    const after = (await read()).websites.nodes.find(({ id }) => id === site!.id);
    expect(isThere(agent!.vendorId, after)).toBe(true);
  });

  it('picks agents by their site', async () => {
    const listed = await gateway.query('{ websites { nodes { id vendorId } } }');
    const [site] = (listed.data as { websites: { nodes: readonly Site[] } }).websites.nodes;
    const { data, errors } = await gateway.query(
      'query ($site: ID!) { agents(first: 50, filter: { websiteId: $site }) { nodes { vendorId } } }',
      { site: site!.id },
    );
    expect(errors).toEqual([]);
    const there = gateway.world.desks.iadvize.agents.filter(({ websiteIds }) =>
      websiteIds.includes(site!.vendorId),
    );
    const { nodes } = (data as { agents: { nodes: readonly Named[] } }).agents;
    expect(nodes.map(({ vendorId }) => vendorId).sort()).toEqual(there.map(({ id }) => id).sort());
  });

  it.each(['ignored', 'refused'] as const)(
    'is null, and picks nobody, where the account has the site %s',
    async (siteOfOperators) => {
      const other = await openSandboxGateway({ accounts: { iadvize: { quirks: { siteOfOperators } } } });
      const { data, errors } = await other.query('{ websites { nodes { id agents { name } } } }');
      expect(errors).toEqual([]);
      const { nodes } = (data as { websites: { nodes: readonly Site[] } }).websites;
      expect(nodes.map(({ agents }) => agents)).toEqual(nodes.map(() => null));
      const picked = await other.query(
        'query ($site: ID!) { agents(filter: { websiteId: $site, sources: ["shop"] }) { nodes { name } sources { state error { code } } } }',
        { site: nodes[0]?.id },
      );
      await other.close();
      expect(picked.data).toEqual({
        agents: { nodes: [], sources: [{ state: 'SKIPPED', error: { code: 'UNSUPPORTED_FILTER' } }] },
      });
    },
  );
});
