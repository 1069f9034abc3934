import { afterEach, describe, expect, it } from 'vitest';
import type { Agent } from '../../../src/contract/agent.ts';
import { callContext, openChatServer, type ChatServer, type ReceivedCall } from './chat-server.ts';

let server: ChatServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const people = { nadia: { id: '412', name: 'Nadia Brunel' }, oscar: { id: '7', name: 'Oscar Petit' } };
const shops = {
  websites: [
    { id: '4', label: 'Boutique' },
    { id: '9', label: 'Outlet' },
  ],
};
const onlyShop = { websites: shops.websites.slice(0, 1) };

/** An account whose `getWebsiteOperatorList` answers as told. */
async function open(operators: (call: ReceivedCall) => unknown, websites: object = shops) {
  server = await openChatServer((call) =>
    call.path.includes('getWebsiteOperatorList')
      ? operators(call)
      : call.path.includes('getClientWebsiteList')
        ? websites
        : { operators: Object.values(people) },
  );
  const { Agent: agents, Website: sites } = server.source.directories;
  return {
    server,
    agents: agents!,
    sites: sites!,
    agentsOf: (...keys: string[]) => sites!.fields!.agents!(keys, callContext()),
    sitesOf: (...keys: string[]) => agents!.fields!.websites!(keys, callContext()),
    asked: () =>
      server!.calls.flatMap(({ path, query }) =>
        path === '/api/operator/getWebsiteOperatorList/' ? [query['sid']] : [],
      ),
  };
}

const bySite = ({ query }: ReceivedCall) => ({
  operators: query['sid'] === '4' ? [people.nadia, people.oscar] : query['sid'] === '9' ? [people.oscar] : [],
});

describe('the operators of a site', () => {
  it('tells who chats on a site with one call for it, named as linkWebsite names it', async () => {
    const { agentsOf, asked } = await open(bySite);
    const [found] = (await agentsOf('9')) as readonly (readonly Agent[])[];
    expect(found).toMatchObject([{ key: '7', name: 'Oscar Petit' }]);
    expect(asked()).toEqual([expect.stringMatching(/^\d{10}$/), '9']);
  });

  it('are read once, from whichever side they are asked for', async () => {
    const { agentsOf, sitesOf, asked } = await open(bySite);
    await agentsOf('4', '9');
    expect(await sitesOf('7', '412', '99')).toMatchObject([
      [{ key: '4', name: 'Boutique' }, { key: '9' }],
      [{ key: '4' }],
      [],
    ]);
    expect(asked()).toHaveLength(3);
  });

  it('are read once for a request from both sides, past the cache too', async () => {
    const { agents, sites, asked } = await open(bySite);
    const context = { ...callContext(), bypassCache: true };
    await sites.fields!.agents!(['4', '9'], context);
    expect(await agents.fields!.websites!(['412'], context)).toMatchObject([[{ key: '4' }]]);
    expect(asked()).toHaveLength(3);
  });

  it('are none where nobody chats on it', async () => {
    const { agentsOf } = await open(() => ({ operators: [] }));
    expect(await agentsOf('4')).toEqual([[]]);
  });

  it('are not told by an account that answers the same whichever site is named', async () => {
    const { agentsOf, sitesOf } = await open(() => ({ operators: [people.nadia] }));
    expect(await agentsOf('4', '9')).toEqual([null, null]);
    expect(await sitesOf('412')).toEqual([null]);
  });

  it('of an only site are right whether the account minds the name or not', async () => {
    const { agentsOf, asked } = await open(() => ({ operators: [people.nadia] }), onlyShop);
    expect(await agentsOf('4')).toMatchObject([[{ key: '412' }]]);
    expect(asked()).toEqual(['4']);
  });

  it.each([
    { result: 'error', message: 'No site is given' },
    { error: 'missing parameter' },
    "{'result':'error'}",
    '<response><result>error</result><message>No site is given</message></response>',
    'Unknown method',
    'false',
  ])('are not told by an account that refuses to: %j', async (refusal) => {
    const { agentsOf, sitesOf } = await open(() => refusal, onlyShop);
    expect(await agentsOf('4')).toEqual([null]);
    expect(await sitesOf('412')).toEqual([null]);
  });

  it('are told by an account that knows no site with the id that nobody has', async () => {
    const { agentsOf } = await open((call) =>
      call.query['sid']!.length > 1 ? { result: 'error', message: 'unknown site' } : bySite(call),
    );
    expect(await agentsOf('9')).toMatchObject([[{ key: '7' }]]);
  });

  it('are a failure where some cannot be read, and so are the sites of an operator', async () => {
    const { agentsOf, sitesOf } = await open((call) => ({
      operators: [...bySite(call).operators, ...(call.query['sid'] === '9' ? [{ name: 'Nobody' }] : [])],
    }));
    const failure = expect.objectContaining({ kind: 'wrong-answer', operation: 'websites.agents' });
    expect(await agentsOf('4', '9')).toMatchObject([[{ key: '412' }, { key: '7' }], failure]);
    expect(await sitesOf('412')).toEqual([failure]);
  });

  it('are told of the sites that can be read, and no operator’s sites where others cannot', async () => {
    const cut = { websites: [...onlyShop.websites, { label: 'Outlet' }] };
    const { agentsOf, sitesOf, asked } = await open(bySite, cut);
    expect(await agentsOf('4')).toMatchObject([[{ key: '412' }, { key: '7' }]]);
    expect(asked()).toEqual([expect.stringMatching(/^\d{10}$/), '4']);
    const failure = expect.objectContaining({ kind: 'wrong-answer', operation: 'websites.list' });
    expect(await sitesOf('412')).toEqual([failure]);
  });

  it.each(['', '<html><body>Down</body></html>', '{"operators":[{"id":"4'])(
    'are a failure, and not nothing, where the answer is %j',
    async (broken) => {
      const { agentsOf, sitesOf } = await open(() => broken, onlyShop);
      const failure = expect.objectContaining({ kind: 'bad-response', operation: 'websites.agents' });
      expect(await agentsOf('4')).toEqual([failure]);
      expect(await sitesOf('412', '7')).toEqual([failure, failure]);
    },
  );
});
