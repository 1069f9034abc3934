import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { openTracing } from '../../src/tracing/tracing.ts';
import { recordSpans } from '../support/recorded-spans.ts';
import { openSandboxGateway } from '../support/sandbox-gateway.ts';

const options = { version: '1', vendorOf: () => undefined, sendTraceContext: true };
const traced = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };

it('there is no tracing, and vendors are told of no trace', async () => {
  expect(openTracing(options)).toBeNull();
  const arrived: IncomingMessage[] = [];
  const onArrival = (message: unknown) =>
    void arrived.push((message as { readonly request: IncomingMessage }).request);
  const gateway = await openSandboxGateway({ size: 0.02 });
  subscribe('http.server.request.start', onArrival);
  await gateway.query('{ conversations(first: 2) { nodes { id } } }', {}, traced);
  unsubscribe('http.server.request.start', onArrival);
  await gateway.close();
  expect(arrived.length).toBeGreaterThan(3);
  for (const { headers } of arrived) expect(headers).not.toHaveProperty('traceparent');
});

it('a gateway that was made before the SDK was registered stays untraced, and one made after it is', async () => {
  const gateway = await openSandboxGateway({ size: 0.02 });
  const spans = recordSpans();
  await gateway.query('{ conversations(first: 2) { nodes { id } } }');
  expect(spans.all()).toEqual([]);
  expect(openTracing(options)).not.toBeNull();
  expect(spans.all()).toEqual([]);
  await gateway.close();
  await spans.stop();
});
