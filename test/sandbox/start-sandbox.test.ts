import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';

describe('startSandbox', () => {
  test('opens four emulators that take the credentials of its sources', async () => {
    const sandbox = await startSandbox({ size: 0.02 });
    try {
      const { support, shop, tickets, legacy } = sandbox.sources as Record<string, Record<string, string>>;
      const basic = Buffer.from(`${tickets?.['login']}:${tickets?.['apiKey']}`).toString('base64');
      const answers = await Promise.all([
        fetch(`${support?.['url']}/api/application/status?apikey=${support?.['apiKey']}`),
        fetch(`${shop?.['url']}/website/getClientWebsiteList/?key=${shop?.['apiKey']}`),
        fetch(`${tickets?.['url']}/tickets`, {
          headers: { authorization: `Basic ${basic}`, 'x-api-version': '2' },
        }),
        fetch(`${legacy?.['url']}`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(Object.values(sandbox.sources).map(({ vendor }) => vendor)).toEqual([
        'liveagent',
        'iadvize',
        'livechat',
        'zazachat',
      ]);
    } finally {
      await sandbox.close();
    }
  });

  test('opens only the desks asked for', async () => {
    const sandbox = await startSandbox({ size: 0.02, desks: ['livechat'] });
    expect(Object.keys(sandbox.emulators)).toEqual(['livechat']);
    expect(Object.keys(sandbox.sources)).toEqual(['tickets']);
    await sandbox.close();
  });

  test('lets the clocks of its emulators begin at the moment given', async () => {
    const now = Date.UTC(2024, 1, 29, 20, 0, 0);
    const sandbox = await startSandbox({ size: 0.02, now, desks: ['liveagent'] });
    const { url, apiKey } = sandbox.sources['support'] ?? {};
    const response = await fetch(`${String(url)}/api/application/status?apikey=${String(apiKey)}`);
    const body = (await response.json()) as { response: { current_server_time: string } };
    expect(body.response.current_server_time).toMatch(/^2024-02-29 12:00:0\d$/);
    await sandbox.close();
  });

  test('rejects when one of its ports is taken, and leaves none open', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    await expect(startSandbox({ size: 0.02, portBase: port - 1 })).rejects.toThrow('EADDRINUSE');
    await expect(fetch(`http://127.0.0.1:${port - 1}/`)).rejects.toThrow('fetch failed');
    squatter.close();
  });
});
