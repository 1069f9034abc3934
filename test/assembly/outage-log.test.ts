import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { assembleGateway } from '../../src/server/running-gateway.ts';
import { vendors } from '../../src/vendors/index.ts';
import { roomyTimes } from '../support/roomy-times.ts';

/** How the help desk answers. */
const answers = {
  refusal: [401, { response: { status: 'ERROR', errormessage: 'jane@example.com: bad key canary-key' } }],
  tags: [200, { response: { tags: [] } }],
} as const;

/** A gateway in front of one help desk, and the lines of its log that are of the level warn or above. */
async function openWarned(isWell: () => boolean) {
  const desk = createServer((_request, response) => {
    const [status, body] = answers[isWell() ? 'tags' : 'refusal'];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => void desk.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(desk.address() as AddressInfo).port}`;
  const support = { vendor: 'liveagent', apiKey: 'canary-key', ...roomyTimes.source, url };
  const text = stringify({ sources: { support }, server: { ...roomyTimes.server, port: 0 } });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  const lines: object[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as object);
      done();
    },
  });
  const log = pino({ level: 'warn', base: null, timestamp: false }, sink);
  const gateway = assembleGateway(openGatewayParts(config, log));
  onTestFinished(async () => {
    await gateway.stop();
    desk.close();
  });
  const ask = async (): Promise<string> => {
    const body = JSON.stringify({ query: '{ tags(strict: true) { nodes { name } } }' });
    const headers = { 'content-type': 'application/json' };
    const answer = await gateway.fetch(
      new Request('http://gateway/graphql', { method: 'POST', headers, body }),
    );
    return answer.text();
  };
  return { lines, ask };
}

it('one line says that a source is down and why, in no words of the vendor, and one that it is up again', async () => {
  let isWell = false;
  const { lines, ask } = await openWarned(() => isWell);
  await ask();
  await ask();
  const reason = 'LiveAgent refused the API key (status 401)';
  const down = { source: 'support', status: 'DOWN', code: 'UPSTREAM_AUTH', reason, msg: 'source is down' };
  expect(lines).toEqual([{ level: 40, ...down }]);
  isWell = true;
  await vi.waitFor(async () => expect(await ask()).not.toContain('errors'));
  expect(lines.slice(1)).toEqual([{ level: 40, source: 'support', status: 'UP', msg: 'source is up again' }]);
});
