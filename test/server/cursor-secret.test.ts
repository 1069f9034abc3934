import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GatewaySettings } from '../support/gateway-over.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

const firstPage = '{ tags(first: 1) { pageInfo { endCursor } } }';
const nextPage = 'query ($after: String) { tags(first: 1, after: $after) { nodes { name } } }';

let gateway: SandboxGateway;
let after: string;

beforeAll(async () => {
  gateway = await openSandboxGateway({ size: 0.05 });
  const { data } = await gateway.query(firstPage);
  after = (data as { tags: { pageInfo: { endCursor: string } } }).tags.pageInfo.endCursor;
});
afterAll(() => gateway.close());

const codesAt = async (settings: GatewaySettings) => {
  const { errors } = await gateway.another(settings).query(nextPage, { after });
  return errors.map(({ extensions }) => extensions.code);
};

describe('without server.secret, a cursor goes on', () => {
  test.each<[string, GatewaySettings]>([
    ['with the same settings', {}],
    [
      'with other time limits and times to live',
      { everySource: { timeoutMs: 9000, cacheSeconds: { list: 3 } } },
    ],
    ['with another budget of calls', { sources: { support: { requestsPerMinute: 600 } } }],
  ])('at a gateway %s', async (_what, settings) => {
    expect(await codesAt(settings)).toEqual([]);
  });
});

test('without server.secret, a cursor ends with the key of a source', async () => {
  expect(await codesAt({ sources: { tickets: { apiKey: 'renewed' } } })).toEqual(['BAD_USER_INPUT']);
});

test('with server.secret, a cursor outlives the key of a source', async () => {
  const server = { secret: 'kept' };
  const { data } = await gateway.another({ server }).query(firstPage);
  const { endCursor } = (data as { tags: { pageInfo: { endCursor: string } } }).tags.pageInfo;
  const renewed = gateway.another({ server, sources: { tickets: { apiKey: 'renewed' } } });
  expect((await renewed.query(nextPage, { after: endCursor })).errors).toEqual([]);
});
