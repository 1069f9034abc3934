import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiveTraces } from '../support/trace-receiver.ts';
import { newFolder, project } from './support/copy-project.ts';
import { runWell, startGateway } from './support/run-program.ts';

const folder = newFolder('tracing');

beforeAll(async () => {
  await runWell(folder, 'npm', 'init', '-y', '--init-type=module');
  await runWell(folder, 'npm', 'install', '--prefer-offline', '@opentelemetry/sdk-node@0.301.0');
  const documented = readFileSync(join(project, 'docs', 'operations.md'), 'utf8');
  const code = /^```js\n\/\/ tracing\/tracing\.js\n(?<code>.*?)^```$/ms.exec(documented)?.groups?.['code'];
  writeFileSync(join(folder, 'tracing.js'), code ?? '');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('tells an SDK of a newer generation, in a folder of its own, set up as the documentation says', async () => {
  const [own, theirs] = [project, folder].map((home) => {
    const file = join(home, 'node_modules', '@opentelemetry', 'api', 'package.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  });
  expect([own, theirs]).toEqual([expect.stringMatching(/^1\.9\./), expect.stringMatching(/^1\.1\d\./)]);

  const receiver = await receiveTraces();
  const program = join(project, 'src', 'cli', 'main.ts');
  const gateway = await startGateway(folder, [process.execPath, program, 'start', '--size', '0.02'], {
    PORT: '0',
    NODE_OPTIONS: '--import ./tracing.js',
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  });
  await fetch(`${gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ conversations(first: 2) { nodes { id } } }' }),
  });
  expect(await gateway.stop()).toBe(0);
  receiver.close();
  const request = receiver.spans.find(({ name }) => name === 'query');
  const calls = receiver.spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
  expect(calls.map(({ name }) => name)).toContain('GET /api/conversations');
});
