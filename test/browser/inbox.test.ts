import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { servePage, type PageServer } from '../../examples/inbox/server.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { listenOver } from '../support/listening-gateway.ts';
import type { Route } from 'playwright-core';
import { openBrowser, type Browser } from './open-browser.ts';

let sandbox: Sandbox;
let inbox: Inbox;
let browser: Browser;

/** The example, in front of a gateway that has nothing in its cache. */
interface Inbox extends AsyncDisposable {
  readonly server: PageServer;
}

async function openInbox(): Promise<Inbox> {
  // Nothing is kept for long, so that a fault is seen at once.
  const cacheSeconds = { list: 0, conversation: 0 };
  const entries = Object.entries(sandbox.sources).map(([name, source]) => [
    name,
    { ...source, cacheSeconds },
  ]);
  const gateway = await listenOver({ sources: Object.fromEntries(entries) });
  const server = await servePage({ gateway: gateway.origin, port: 0 });
  origins.add(server.origin);
  return {
    server,
    async [Symbol.asyncDispose]() {
      await server.close();
      await gateway.close();
    },
  };
}

const origins = new Set<string>();
const forgotten = new Set<string>();

/** A fault that a test made on purpose. */
function forget(part: string): void {
  for (const fault of browser.faults) if (fault.includes(part)) forgotten.add(fault);
}

beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.1 });
  inbox = await openInbox();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await inbox?.[Symbol.asyncDispose]();
  await sandbox?.close();
});

beforeEach(async () => {
  await browser.page.goto(inbox.server.origin);
  await rows().first().waitFor();
});

afterEach(() => Object.values(sandbox.emulators).forEach(({ faults }) => faults.clear()));

const rows = () => browser.page.getByRole('navigation', { name: 'Conversations' }).locator('a');

/** Opens the first conversation of a source that can be seen in the list. */
async function openFirstOf(source: string): Promise<void> {
  await browser.page.getByLabel('Help desk').selectOption(source);
  await expect.poll(sourcesShown).toEqual(new Set([source]));
  await rows().first().click();
  await browser.page.locator('.message').first().waitFor();
}

const sourcesShown = async () => new Set(await rows().locator('.badge').allTextContents());

/** The gateway gets the request; the page never hears of it. */
async function losesAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

describe('the inbox in a browser', () => {
  test('lists the newest conversations of all help desks in one order', async () => {
    const moments = await rows()
      .locator('time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(moments).toHaveLength(25);
    expect(moments).toEqual(moments.toSorted().toReversed());
    const badges = await sourcesShown();
    expect(badges.size).toBeGreaterThan(2);
    expect(await browser.page.locator('.notice').count()).toBe(0);
  });

  test('shows the next page below, no row twice, and goes on from there', async () => {
    await browser.page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => rows().count()).toBeGreaterThan(25);
    const ids = await rows().evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      await rows()
        .nth(25)
        .evaluate((link) => link.matches(':focus')),
    ).toBe(true);
  });

  test('opens a conversation with its messages, and again by its address', async () => {
    const { page } = browser;
    const row = rows().filter({ hasText: 'support' }).first();
    const subject = await row.locator('.subject').textContent();
    await row.click();
    await page.locator('.message').first().waitFor();
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe(subject);
    expect(await row.getAttribute('aria-current')).toBe('true');
    const said = await page.locator('.message .body').first().textContent();
    await page.reload();
    await page.locator('.message').first().waitFor();
    expect(await page.locator('.message .body').first().textContent()).toBe(said);
  });

  test('sends a reply, which then stands at the end', async () => {
    const { page } = browser;
    await openFirstOf('support');
    const before = await page.locator('.message').count();
    const reply = 'A new strap (5 < 10 €) is on its way & free.';
    await page.getByLabel('Reply').fill(reply);
    await expect.poll(() => page.locator('.reply option').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => page.locator('.message').count()).toBeGreaterThan(before);
    await expect.poll(() => page.locator('.message .body').last().textContent()).toContain(reply);
    await expect.poll(() => page.getByLabel('Reply').inputValue()).toBe('');
    await page.reload();
    await expect
      .poll(() => page.locator('.message .body').allTextContents())
      .toContainEqual(expect.stringContaining(reply));
  });

  test('sends nothing twice when the first answer was lost', async () => {
    const { page } = browser;
    await openFirstOf('support');
    await expect.poll(() => page.locator('.reply option').count()).toBeGreaterThan(0);
    const reply = 'Only once, please.';
    await page.route('**/graphql', losesAnswer, { times: 1 });
    await page.getByLabel('Reply').fill(reply);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('The server cannot be reached').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => page.getByLabel('Reply').inputValue()).toBe('');
    await page.locator('.message', { hasText: reply }).first().waitFor();
    expect(await page.locator('.message', { hasText: reply }).count()).toBe(1);
    forget('net::ERR_FAILED');
  });

  test('puts a tag on and takes it off', async () => {
    const { page } = browser;
    await openFirstOf('tickets');
    const tags = page.getByRole('list', { name: 'Tags' }).getByRole('listitem');
    const there = (await tags.allTextContents()).map((text) => text.replace('×', ''));
    await expect.poll(() => page.locator('#tag-names option').count()).toBeGreaterThan(0);
    const names = await page
      .locator('#tag-names option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
    const tag = names.find((name) => !there.includes(name)) ?? '';
    await page.getByLabel('Add a tag').fill(tag);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: `Remove ${tag}` }).click();
    await expect.poll(() => tags.count()).toBe(there.length);
    expect(await page.getByRole('button', { name: `Remove ${tag}` }).count()).toBe(0);
  });

  test('says where no reply can be sent', async () => {
    await openFirstOf('legacy');
    await browser.page.getByText('legacy takes replies only in its own software.').waitFor();
    expect(await browser.page.getByLabel('Reply').count()).toBe(0);
  });

  test('finds by words of the subject', async () => {
    const subjects = () => rows().locator('.subject').allTextContents();
    const [first = ''] = await rows().filter({ hasText: 'support' }).locator('.subject').allTextContents();
    const matches = (text: string) => text.toLowerCase().includes(first.toLowerCase());
    expect((await subjects()).every(matches)).toBe(false);
    await browser.page.getByLabel('Search subjects').fill(first);
    await expect.poll(async () => (await subjects()).every(matches)).toBe(true);
    expect(await subjects()).not.toEqual([]);
  });

  test('fits a phone: the list or the conversation, nothing wider than the screen', async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 360, height: 740 });
    try {
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      expect(await width()).toBe(360);
      await rows().first().click();
      await page.locator('.message').first().waitFor();
      expect(await rows().first().isVisible()).toBe(false);
      expect(await width()).toBe(360);
      await page.getByRole('link', { name: 'All conversations' }).click();
      await rows().first().waitFor();
      expect(await page.locator('#conversation').isVisible()).toBe(false);
    } finally {
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });

  test('tells which help desk is shown as it was before', async () => {
    sandbox.emulators.livechat.faults.set({ status: 503 });
    await browser.page.getByRole('button', { name: 'Refresh' }).click();
    await browser.page.getByText('tickets cannot be reached. You see it as of').waitFor();
    expect(await sourcesShown()).toContain('tickets');
  });

  test('tells which help desk is missing, shows the others, and is whole again when it is back', async () => {
    const { page } = browser;
    sandbox.emulators.livechat.faults.set({ status: 503 });
    await using fresh = await openInbox();
    await page.goto(fresh.server.origin);
    await page.getByText('tickets cannot be reached. Its conversations are missing here.').waitFor();
    const badges = await sourcesShown();
    expect(badges.has('tickets')).toBe(false);
    expect(badges.size).toBeGreaterThan(1);
    sandbox.emulators.livechat.faults.clear();
    const again = page.getByRole('button', { name: 'Try again' });
    const isWhole = async () => {
      if (await again.isVisible()) await again.click();
      return (await sourcesShown()).has('tickets');
    };
    await expect.poll(isWhole, { timeout: 30_000, interval: 1000 }).toBe(true);
    await expect.poll(() => page.locator('.notice').count()).toBe(0);
  });

  test('asks nobody but its own server and reports no fault', () => {
    const asked = new Set(browser.requests.map((address) => new URL(address).origin));
    expect(asked).toEqual(origins);
    expect(browser.faults.filter((fault) => !forgotten.has(fault))).toEqual([]);
  });
});
