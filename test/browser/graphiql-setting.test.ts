import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser, type Browser } from './open-browser.ts';
import { startProcess, type GatewayProcess } from './start-process.ts';

const key = 'a-key-of-a-person';
const keyBeyondAscii = 'clé-ключ';
const [keyHash, otherHash] = [key, keyBeyondAscii].map((text) =>
  createHash('sha256').update(text).digest('hex'),
);
// Nobody calls the source: the questions here are about the gateway alone.
const configuration = `
clients: [{ name: person, keyHash: ${keyHash} }, { name: other, keyHash: ${otherHash} }]
sources: { desk: { vendor: liveagent, url: http://127.0.0.1:9, apiKey: none } }
`;
const prefix = '/tools/desk';

let folder: string;
let gateway: GatewayProcess;
let proxy: Server;
let proxyOrigin: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskgraph-graphiql-'));
  await writeFile(join(folder, 'deskgraph.yaml'), configuration);
  gateway = await startProcess(['--config', join(folder, 'deskgraph.yaml')]);
  proxy = createServer(({ url = '', method, headers }, response) => {
    const target = new URL(url.replace(prefix, ''), gateway.origin);
    const asked = request(target, { method, headers: { ...headers, host: target.host } }, (answer) => {
      response.writeHead(url.startsWith(prefix) ? (answer.statusCode ?? 500) : 404, answer.headers);
      answer.pipe(response);
    });
    response.req.pipe(asked);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  proxyOrigin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});

afterAll(async () => {
  proxy?.close();
  proxy?.closeAllConnections();
  await gateway?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  browser = await openBrowser();
});

afterEach(() => browser?.close());

const question = `/graphql?query=${encodeURIComponent('query Names { sources { name } }')}`;

/** Runs what is in the editor, an operation of that name, and gives the answer. */
async function run(operation: string): Promise<unknown> {
  const { page } = browser;
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes(`"query":"query ${operation}`) ?? false,
  );
  await page.locator('.graphiql-execute-button').click();
  return (await answered).json();
}

async function giveKey(text: string): Promise<void> {
  await browser.page.getByLabel('API key or token').fill(text);
  await browser.page.keyboard.press('Enter');
}

describe('GraphiQL of a gateway that serves known clients only', () => {
  test('asks for a key until it is a good one, and then knows the schema', async () => {
    const { page } = browser;
    await page.goto(`${gateway.origin}${question}`);
    const dialog = page.getByRole('dialog', { name: 'Who are you?' });
    await dialog.getByLabel('API key or token').waitFor();
    expect(await dialog.getByRole('alert').isVisible()).toBe(false);
    // Nothing but the keyboard: the field has the focus.
    await page.keyboard.type('another');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    await page.keyboard.type(` ${key} `);
    // Not a worker of the editor, which may come at the same time.
    const told = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.status() === 200,
    );
    await page.keyboard.press('Enter');
    expect(Object.keys((await (await told).json()).data)).toEqual(['__schema']);
    await dialog.waitFor({ state: 'hidden' });
  });

  test('sends the key with the requests of every tab, after a reload too, and writes it nowhere for good', async () => {
    const { page } = browser;
    await page.goto(`${gateway.origin}/graphql`);
    await giveKey(key);
    for (const name of ['Inbox', 'Sources']) {
      await page.getByRole('button', { name, exact: true }).click();
      expect(await run(name)).toHaveProperty('data');
    }
    await page.reload();
    await page.getByRole('button', { name: 'Inbox', exact: true }).click();
    expect(await run('Inbox')).toHaveProperty('data.conversations');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(key);
  });

  test('takes a key with letters beyond ASCII', async () => {
    await browser.page.goto(`${gateway.origin}${question}`);
    await giveKey(keyBeyondAscii);
    expect(await run('Names')).toEqual({ data: { sources: [{ name: 'desk' }] } });
  });

  test('leaves alone who does not want to tell, and shows the refusal', async () => {
    const { page } = browser;
    await page.goto(`${gateway.origin}${question}`);
    await page.getByLabel('API key or token').waitFor();
    await page.keyboard.press('Escape');
    expect(await run('Names')).toHaveProperty('errors[0].extensions.code', 'UNAUTHENTICATED');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
  });
});

test('pages behind a proxy that puts something before their address find each other and the gateway', async () => {
  const { page, requests } = browser;
  const outside = `${proxyOrigin}${prefix}/`;
  await page.goto(`${proxyOrigin}${prefix}${question}`);
  await giveKey(key);
  expect(await run('Names')).toEqual({ data: { sources: [{ name: 'desk' }] } });
  for (const address of ['', 'docs']) {
    await page.goto(`${outside}${address}`);
    const places = await page
      .locator('a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(places.length).toBeGreaterThan(1);
    expect(places.filter((place) => !place.startsWith(outside))).toEqual([]);
  }
  const asked = requests.filter((address) => address.startsWith('http'));
  expect(asked.filter((address) => !address.startsWith(outside))).toEqual([]);
});
