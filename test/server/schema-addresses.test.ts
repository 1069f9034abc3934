import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';
import { silentSources } from '../plugins/limits-gateway.ts';

let open: ListeningGateway;
let closed: ListeningGateway;
beforeAll(async () => {
  open = await listenOver({ sources: silentSources });
  closed = await listenOver({ sources: silentSources, server: { port: 0, introspection: false } });
});
afterAll(() => Promise.all([open.close(), closed.close()]));

describe.each(['/schema.graphql', '/schema.json'])('%s', (address) => {
  it('tells the schema with its descriptions', async () => {
    const response = await fetch(`${open.origin}${address}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Everything that can be read.');
  });

  it('tells nothing where introspection is switched off', async () => {
    const response = await fetch(`${closed.origin}${address}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('Conversation');
  });
});
