import { parse, type OperationDefinitionNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleTabs } from '../../src/server/graphiql-tabs/example-tabs.ts';
import { createSchema } from '../../src/server/schema.ts';
import { openBrowser, type Browser } from './open-browser.ts';
import { startProcess, type GatewayProcess } from './start-process.ts';

let gateway: GatewayProcess;
let browser: Browser;

const names = exampleTabs().map(({ query }) => {
  const [operation] = parse(query).definitions as OperationDefinitionNode[];
  return operation?.name?.value ?? 'untitled';
});

beforeAll(async () => {
  browser = await openBrowser();
  gateway = await startProcess();
  await browser.page.goto(`${gateway.origin}/graphql`);
  await browser.page.locator('.graphiql-execute-button').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

describe('GraphiQL in a browser', () => {
  test('has a title and a tab for every example, named after it', async () => {
    expect(await browser.page.title()).toBe('Deskgraph');
    expect(await browser.page.locator('.graphiql-tab-button').allTextContents()).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });

  test.for(names.map((name, index) => ({ name, index })))(
    'runs the example $name as it stands',
    async ({ name, index }) => {
      const { page } = browser;
      await page.locator('.graphiql-tab-button').nth(index).click();
      await expect
        .poll(() => textOf('.graphiql-query-editor'))
        .toMatch(new RegExp(`^(?:query|mutation) ${name}\\b`, 'm'));
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.locator('.graphiql-execute-button').click();
      const answer = await (await answered).json();
      expect(answer.errors).toBeUndefined();
      for (const value of Object.values(answer.data)) expect(rowsOf(value).length).toBeGreaterThan(0);
      await expect.poll(() => textOf('.graphiql-response')).toContain(`"${Object.keys(answer.data)[0]}"`);
    },
  );

  test('can be used on a phone: what is asked stands above what comes, each as wide as there is room', async () => {
    const { page } = browser;
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.locator('meta[name=viewport]').getAttribute('content')).toContain('width=device-width');
    // The editors follow the size of the window with the next frames.
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const boxes = () =>
      Promise.all(['.graphiql-editors', '.graphiql-response'].map((one) => page.locator(one).boundingBox()));
    await expect
      .poll(async () => {
        const [above, below] = await boxes();
        return {
          areWide: [above, below].every((box) => box!.width > 280),
          isBelow: below!.y >= above!.y + above!.height - 1,
        };
      })
      .toEqual({ areWide: true, isBelow: true });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('shows the descriptions of the schema', async () => {
    const { page } = browser;
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const explorer = page.locator('.graphiql-doc-explorer');
    await explorer.getByRole('link', { name: 'Query', exact: true }).click();
    await explorer.getByRole('link', { name: 'conversations', exact: true }).click();
    const { conversations } = createSchema().getQueryType()?.getFields() ?? {};
    const descriptions = [conversations, ...(conversations?.args ?? [])].map((part) => part?.description);
    expect(descriptions.length).toBeGreaterThan(4);
    await explorer.getByText('ConversationConnection!').waitFor();
    for (const description of descriptions) expect(await explorer.innerText()).toContain(description);
  });

  test('opens a link with a query, as the address is after typing', async () => {
    const { page } = browser;
    await page.goto(
      `${gateway.origin}/graphql?query=${encodeURIComponent('query Linked { sources { id } }')}`,
    );
    await expect.poll(() => textOf('.graphiql-query-editor')).toContain('query Linked');
  });

  test('asks nobody but the gateway and reports no fault', () => {
    const origins = new Set(browser.requests.map((address) => new URL(address).origin));
    expect(origins).toEqual(new Set([gateway.origin]));
    expect(browser.requests.length).toBeGreaterThan(names.length);
    expect(browser.faults).toEqual([]);
  });
});

/** The lines of an editor that are in view; it writes blanks as no-break spaces. */
async function textOf(editor: string): Promise<string> {
  const shown = await browser.page.locator(`${editor} .view-lines`).innerText();
  return shown.replaceAll('\u{A0}', ' ');
}

/** The rows of a list's page, or of a plain list. */
function rowsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return (value as { readonly nodes?: readonly unknown[] }).nodes ?? [value];
}
