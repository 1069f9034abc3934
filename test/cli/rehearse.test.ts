import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stringify } from 'yaml';
import { expect, it } from 'vitest';
import { decodeGlobalId } from '../../src/contract/global-id.ts';
import { roomyTimes } from '../support/roomy-times.ts';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { askRehearsalQuery } from '../../src/cli/rehearsal-query.ts';
import { rehearse } from '../../src/cli/rehearse.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { isDeskName } from '../../src/sandbox/world/world.ts';
import { createLog } from '../../src/server/log.ts';
import { runGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';

/** The answer to a page. */
interface Answer {
  readonly data: { readonly conversations: { readonly nodes: readonly { readonly id: string }[] } };
  readonly errors?: unknown;
}

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

it('asks queries that every help desk answers, whatever the headers of the round', async () => {
  const sandbox = await startSandbox({ size: 0.03 });
  const text = stringify({ server: { ...roomyTimes.server, port: 0 }, sources: sandbox.sources });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  const gateway = await runGateway(openGatewayParts(config, createLog('silent')));
  for (let round = 1; round <= 12; round += 1) {
    const answer = JSON.parse(await askRehearsalQuery(gateway.origin, round)) as Answer;
    expect(answer.errors).toBeUndefined();
    const desks = answer.data.conversations.nodes.map(({ id }) => decodeGlobalId(id)?.source);
    expect(new Set(desks)).toEqual(new Set(Object.keys(sandbox.sources)));
  }
  await gateway.stop();
  await sandbox.close();
});
