import { channel } from 'node:diagnostics_channel';
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

/** Rehearses with a vendor that counts calls, and tells those and how many servers were opened for it. */
async function rehearseWith(server: object): Promise<{ readonly calls: number; readonly opened: number }> {
  let calls = 0;
  const vendor = createServer((_request, response) => {
    calls += 1;
    response.end();
  });
  await new Promise<void>((resolve) => void vendor.listen(0, '127.0.0.1', resolve));
  let opened = 0;
  const listening = channel('tracing:net.server.listen:asyncStart');
  const count = (): void => void (opened += 1);
  listening.subscribe(count);
  const url = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
  const text = stringify({ server, sources: { support: { vendor: 'liveagent', url, apiKey: 'x' } } });
  await rehearse(loadConfig({ file: 'test', text, environment: {}, vendors }));
  listening.unsubscribe(count);
  vendor.close();
  return { calls, opened };
}

it('opens a made-up help desk and two gateways, and calls no vendor', async () => {
  expect(await rehearseWith({})).toEqual({ calls: 0, opened: 3 });
});

it('opens nothing where the configuration says not to rehearse', async () => {
  expect(await rehearseWith({ rehearse: false })).toEqual({ calls: 0, opened: 0 });
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
