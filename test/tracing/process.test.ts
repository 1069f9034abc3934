import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { killCommands, startCommand } from '../support/run-command.ts';
import { receiveTraces } from '../support/trace-receiver.ts';

const sdk = pathToFileURL(join(import.meta.dirname, 'start-sdk.ts')).href;
const trace = '0af7651916cd43dd8448eb211c80319c';

afterEach(killCommands);

async function ask(origin: string): Promise<void> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      traceparent: `00-${trace}-b7ad6b7169203331-01`,
    },
    body: JSON.stringify({ query: 'query Inbox { conversations(first: 3) { nodes { subject } } }' }),
  });
  expect(await response.text()).toContain('"subject"');
}

describe('a gateway that is started with an SDK preloaded', () => {
  it('sends its spans to a collector, the last ones as it stops, and names the trace in its log', async () => {
    const receiver = await receiveTraces();
    const gateway = startCommand(['start', '--size', '0.02'], {
      PORT: '0',
      NODE_OPTIONS: `--import ${sdk}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    });
    const [, origin = ''] = await gateway.until(/GraphQL +(http:\S+)\/graphql/);
    await gateway.until(/Ready\./);
    await ask(origin);
    await ask(origin);
    gateway.signal('SIGTERM');
    expect(await gateway.ended).toBe(0);
    receiver.close();

    const [made, shared, ...others] = receiver.spans.filter(({ name }) => name === 'query');
    expect(others).toEqual([]);
    expect([made?.traceId, shared?.traceId]).toEqual([trace, trace]);
    const calls = receiver.spans.filter(({ parentSpanId }) => parentSpanId === made?.spanId);
    expect(calls.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['GET /api/conversations', 'GET /tickets', 'POST /webservices/enterprise.asmx']),
    );
    const lines = gateway.printed.errors.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { trace_id: string }).trace_id)).toEqual([trace, trace]);
  });
});
