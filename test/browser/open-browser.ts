import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const executable = '/usr/bin/chromium';

/** A browser with one page and a profile of its own. */
export interface Browser {
  readonly page: Page;
  /** Addresses of everything the page asked for. */
  readonly requests: readonly string[];
  /** Errors of scripts, and what the page wrote to its console as an error. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** Opens Debian's Chromium without a window. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(executable)) {
    throw new Error(
      `${executable} is not there. Install it: apt-get update && apt-get install --no-install-recommends chromium`,
    );
  }
  const profile = await mkdtemp(join(tmpdir(), 'deskgraph-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    viewport: { width: 1280, height: 800 },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  context.setDefaultTimeout(120_000);
  const requests: string[] = [];
  const faults: string[] = [];
  context.on('request', (request) => void requests.push(request.url()));
  context.on('weberror', (event) => void faults.push(event.error().message));
  context.on('console', (entry) => {
    if (entry.type() === 'error') faults.push(entry.text());
  });
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    requests,
    faults,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
