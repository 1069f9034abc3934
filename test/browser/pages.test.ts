import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Browser } from './open-browser.ts';
import { startProcess, type GatewayProcess } from './start-process.ts';

let gateway: GatewayProcess;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  gateway = await startProcess();
  const query = encodeURIComponent('{ conversations { nodes { id } } }');
  await fetch(`${gateway.origin}/graphql?query=${query}`);
});

afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

// Runs in the page, where nothing around it is known.
/* oxlint-disable unicorn/consistent-function-scoping */
/** Words whose contrast to what is behind them is less than 4.5 to 1, as WCAG 2.2 asks for at level AA. */
function faintWords(): string[] {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element: Element | null): string => {
    if (!element) return 'rgb(255, 255, 255)';
    const colour = getComputedStyle(element).backgroundColor;
    return channels(colour)[3] === 0 ? behind(element.parentElement) : colour;
  };
  return [...document.body.querySelectorAll('*')]
    .filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
    )
    .filter((element) => {
      const both = [luminance(getComputedStyle(element).color), luminance(behind(element))];
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05) < 4.5;
    })
    .map((element) => element.textContent ?? '');
}
/* oxlint-enable unicorn/consistent-function-scoping */

describe.each(['/', '/docs'])('the page %s', (address) => {
  test.each(['light', 'dark'] as const)('can be read in %s, on a phone too', async (colorScheme) => {
    const { page } = browser;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${gateway.origin}${address}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await page.evaluate(faintWords)).toEqual([]);
  });

  test('has landmarks, one first heading, and names for its pictures', async () => {
    const { page } = browser;
    await page.goto(`${gateway.origin}${address}`);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('navigation').count()).toBe(1);
    for (const picture of await page.getByRole('img').all()) {
      expect(await picture.getAttribute('aria-label')).toMatch(/./);
    }
  });

  test('asks for nothing elsewhere and has no fault', async () => {
    const { page, requests, faults } = browser;
    await page.goto(`${gateway.origin}${address}`);
    expect(requests.filter((url) => !url.startsWith(gateway.origin))).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test('the links of the status page lead to pages that are there', async () => {
  const { page } = browser;
  await page.goto(gateway.origin);
  const addresses = await page
    .locator('nav a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const paths = ['/graphql', '/docs', '/schema.graphql', '/metrics', '/ready'];
  expect(addresses).toEqual(paths.map((path) => `${gateway.origin}${path}`));
  for (const address of addresses) {
    const { status } = await fetch(address, { headers: { accept: 'text/html' } });
    expect(status).toBe(200);
  }
});
