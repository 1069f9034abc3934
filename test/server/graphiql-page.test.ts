import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentSources } from '../plugins/limits-gateway.ts';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';

let gateway: ListeningGateway;
beforeAll(async () => {
  gateway = await listenOver({ sources: silentSources });
});
afterAll(() => gateway.close());

const open = async (headers: Readonly<Record<string, string>>) => {
  const page = await fetch(`${gateway.origin}/graphql`, { headers: { accept: 'text/html', ...headers } });
  const { status } = page;
  return { status, tag: page.headers.get('etag') ?? '', length: (await page.text()).length };
};

it('is not sent again to a browser that has it, packed or not', async () => {
  const packed = await open({ 'accept-encoding': 'gzip' });
  const plain = await open({ 'accept-encoding': 'identity' });
  expect(packed).toEqual(plain);
  expect(plain).toMatchObject({ status: 200, tag: expect.stringMatching(/^W\/"[\w-]{22}"$/) as string });

  const again = { status: 304, tag: plain.tag, length: 0 };
  expect(await open({ 'if-none-match': plain.tag })).toEqual(again);
  expect(await open({ 'if-none-match': `"other", ${plain.tag}` })).toEqual(again);
  expect(await open({ 'if-none-match': '"other"' })).toEqual(plain);
});
