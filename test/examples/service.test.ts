import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { vendors } from '../../src/vendors/index.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { startGatewayProcess, type GatewayProcess } from '../support/gateway-process.ts';
import { runScript } from './run-script.ts';

const folder = join(import.meta.dirname, '..', '..', 'examples', 'service');
const operations = join(folder, 'generated', 'persisted-documents.json');
const script = join(folder, 'print-unanswered.ts');

let sandbox: Sandbox;
let gateway: GatewayProcess;

beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.05 });
  gateway = await startGatewayProcess({
    server: { persistedOperations: operations, persistedOnly: true },
    sources: sandbox.sources,
  });
});

afterEach(() => Object.values(sandbox.emulators).forEach(({ faults }) => faults.clear()));

afterAll(async () => {
  await gateway?.close();
  await sandbox?.close();
});

const run = () => runScript(script, { GATEWAY_URL: gateway.origin });

describe('the example of a service', () => {
  test('prints what waits at each source, against a gateway that answers registered documents only', async () => {
    const { code, output } = await run();
    expect(output).toMatch(/^support: [1-9]\d* waiting$/m);
    for (const name of ['shop', 'tickets', 'legacy'])
      expect(output).toMatch(new RegExp(`^${name}: \\d+ waiting$`, 'm'));
    expect(code).toBe(0);
  });

  test('asks for nothing that is not registered', async () => {
    const { errors } = await gateway.query('{ sources { name } }');
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    const texts = Object.values(JSON.parse(readFileSync(operations, 'utf8')) as Record<string, string>);
    expect(texts.some((text) => text.startsWith('query Unanswered'))).toBe(true);
  });

  test('has a configuration for the sandbox that can be loaded', () => {
    const file = join(folder, 'gateway.yaml');
    const config = loadConfig({ file, text: readFileSync(file, 'utf8'), environment: {}, vendors });
    expect(config.sources.map(({ name }) => name)).toEqual(Object.keys(sandbox.sources));
    expect(config.operations.size).toBe(2);
  });

  test('tells when a source cannot be asked, and ends with 1', async () => {
    await using fresh = await downGateway();
    const { code, output } = await runScript(script, { GATEWAY_URL: fresh.origin });
    expect(output).toMatch(/^tickets: 0 waiting, not all are known \([A-Z_]+\)$/m);
    expect(output).toMatch(/^support: [1-9]\d* waiting$/m);
    expect(code).toBe(1);
  });
});

/** A gateway that has never reached one of its sources. */
async function downGateway(): Promise<AsyncDisposable & { readonly origin: string }> {
  sandbox.emulators.livechat.faults.set({ status: 503 });
  const server = { persistedOperations: operations };
  const started = await startGatewayProcess({ server, sources: sandbox.sources });
  return {
    origin: started.origin,
    async [Symbol.asyncDispose]() {
      await started.close();
    },
  };
}
