import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stringify } from 'yaml';
import { expect, it } from 'vitest';
import { rehearse } from '../../src/cli/rehearse.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { isDeskName } from '../../src/sandbox/world/world.ts';
import { vendors } from '../../src/vendors/index.ts';

it('has a made-up help desk for every vendor', () => {
  expect(vendors.map(({ id }) => id).filter((id) => !isDeskName(id))).toEqual([]);
});

it('calls no vendor', async () => {
  let calls = 0;
  const vendor = createServer((_request, response) => {
    calls += 1;
    response.end();
  });
  await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
  const text = stringify({ sources: { support: { vendor: 'liveagent', url, apiKey: 'x' } } });
  await rehearse(loadConfig({ file: 'test', text, environment: {}, vendors }));
  expect(calls).toBe(0);
  vendor.close();
});
