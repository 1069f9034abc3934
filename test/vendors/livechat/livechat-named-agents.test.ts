import { describe, expect, it } from 'vitest';
import { sampleTicket } from './sample-ticket.ts';
import { contextOf, startStub } from './stub-server.ts';

const login = 'sven@example.com';

describe('a ticket that names an agent', () => {
  it.each([
    ['who is in charge', (agent: object) => ({ assignee: agent, events: [] })],
    [
      'who wrote in it',
      (agent: object) => ({
        assignee: null,
        events: [{ type: 'message', date: '2020-01-01T00:00:00Z', author: agent, message: 'Hi' }],
      }),
    ],
  ])('%s is read anew once the agent has another name', async (_who, ticketOf) => {
    let name = 'Sven';
    await using stub = await startStub(({ path }) => {
      const isChange = path.includes('/agents/');
      if (isChange) name = 'Svea';
      const agent = { id: login, name, type: 'agent' };
      return isChange ? { login, name } : sampleTicket({ status: 'solved', ...ticketOf(agent) });
    });
    const read = async () => {
      const references = [{ key: 'H3LPA', revision: null }];
      return JSON.stringify(await stub.source.conversations?.get(references, contextOf()));
    };
    expect(await read()).toContain('Sven');
    await stub.source.mutations!.agentUpdate!({ agentKey: login, name: 'Svea' }).run(contextOf());
    expect(await read()).not.toContain('Sven');
  });
});
