import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/contract/secret.ts';
import { liveagent } from '../../../src/vendors/liveagent/liveagent-definition.ts';
import { withApiKey } from '../../../src/vendors/liveagent/liveagent-resolvers.ts';
import { callContext, openSource } from './open-source.ts';
import { openDesk } from './test-desk.ts';

const settings = z.object(liveagent.settings);

describe('the definition', () => {
  it('has the documented defaults', () => {
    expect(settings.parse({ url: 'https://desk.example.org', apiKey: 'k' })).toMatchObject({
      format: 'json',
      timeZone: 'America/Los_Angeles',
    });
    expect(liveagent.requestsPerMinute).toBe(180);
  });

  it.each([{ apiKey: '' }, { apiKey: 'k', format: 'yaml' }, { apiKey: 'k', timeZone: 'Mars/Olympus' }])(
    'refuses the settings %j',
    (given) => {
      expect(settings.safeParse({ url: 'https://desk.example.org', ...given }).success).toBe(false);
    },
  );

  it('puts the key into the query of every method', () => {
    const authorize = withApiKey(new Secret('k1'));
    for (const method of ['GET', 'PUT', 'POST', 'DELETE'] as const) {
      expect(authorize({ method, path: ['tags'], query: { id: 'a' } }).query).toEqual({
        id: 'a',
        apikey: 'k1',
      });
    }
  });

  it('puts the key into forms, too, and makes no form for it', () => {
    const authorize = withApiKey(new Secret('k1'));
    const change = { method: 'POST', path: ['tags'], form: { name: 'Refund' } } as const;
    expect(authorize(change).form).toEqual({ name: 'Refund', apikey: 'k1' });
    expect(authorize({ method: 'GET', path: ['tags'] })).not.toHaveProperty('form');
  });
});

describe('a source', () => {
  it.each(['https://desk.example.org/help', 'https://desk.example.org/help/'])(
    'has the folder of its installation for links without a host: %s',
    async (url) => {
      const source = openSource(url);
      expect(source.linkBase).toBe('https://desk.example.org/help/');
      await source.close();
    },
  );

  it('names the format at the end of the path and appends /api to the address', async () => {
    const desk = await openDesk(() => ({
      status: 200,
      body: '<response><liveagentversion>5.1</liveagentversion></response>',
      type: 'text/plain',
    }));
    const source = openSource(`${desk.url}/`, { format: 'xml' });
    const { value } = await source.application!(callContext());
    await source.close();
    await desk.close();
    expect(value).toMatchObject({ version: '5.1', serverTime: null, installedAt: null });
    expect(desk.calls).toMatchObject([{ path: 'application/status.xml' }]);
  });

  it('knows the keys of the vendor’s ids', async () => {
    const source = openSource('http://127.0.0.1:9');
    expect(source.keyOfVendorId('Conversation', 'k1')).toBe('k1');
    expect(source.keyOfVendorId('Website', 'w1')).toBeNull();
    await source.close();
  });
});
