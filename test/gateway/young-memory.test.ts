import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { startGatewayProcess, type GatewayProcess } from '../support/gateway-process.ts';
import { neverFresh } from '../support/never-fresh.ts';
import { roomyTimes } from '../support/roomy-times.ts';

const counter = join(import.meta.dirname, '..', 'support', 'count-survivors.ts');
/** Young objects have room enough that nothing is collected but when the test says so. */
const flags = `--expose-gc --min-semi-space-size=32 --max-semi-space-size=32 --import ${counter}`;

/** Queries until most of the code they run is compiled, which takes memory that is kept. */
const firstTurns = 30;
const countedTurns = 10;

let sandbox: Sandbox;
let gateway: GatewayProcess;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.2 });
  const settings = {
    ...roomyTimes.source,
    cacheSeconds: neverFresh,
    maxConcurrent: 64,
    requestsPerMinute: null,
  };
  const sources = Object.entries(sandbox.sources).map(([name, source]) => [name, { ...source, ...settings }]);
  const config = {
    server: { ...roomyTimes.server, rehearse: true },
    cache: { memoryMb: 0 },
    sources: Object.fromEntries(sources) as object,
  };
  gateway = await startGatewayProcess(config, {}, `node=$1; shift; exec "$node" ${flags} "$@"`);
});
afterAll(async () => {
  await gateway.close();
  await sandbox.close();
});

/** How many kB an answer leaves behind that only a collection of old objects gets rid of: the least of some turns. */
async function leftBehindBy(document: string): Promise<number> {
  let least = Infinity;
  for (let turn = 0; turn < firstTurns + countedTurns; turn += 1) {
    const { errors } = await gateway.query(document);
    expect(errors).toEqual([]);
    const { length } = gateway.output;
    gateway.signal('SIGUSR2');
    const told = /survivors: (?<bytes>-?\d+);/;
    while (!told.test(gateway.output.slice(length))) await sleep(5);
    const bytes = Number(told.exec(gateway.output.slice(length))?.groups?.['bytes']);
    // Where the old objects happened to be collected meanwhile, less is in use than before.
    if (turn >= firstTurns && bytes > 0) least = Math.min(least, bytes / 1024);
  }
  return least;
}

describe('nothing that an answer was made of outlives it', () => {
  it('a list with cursors', async () => {
    const left = await leftBehindBy(`{
      conversations(first: 100, filter: { sources: ["tickets"] }) {
        edges { cursor node { id subject raw messages { edges { cursor node { text } } } } }
        pageInfo { startCursor endCursor }
      }
    }`);
    expect(left).toBeLessThan(150);
  });

  it('a page of many calls', async () => {
    const left = await leftBehindBy(`{
      conversations(first: 50, filter: { sources: ["support"] }) {
        nodes { id subject note tags { name } assignee { name } messages(first: 50) { nodes { body } } }
      }
    }`);
    // A part of it is what undici leaves behind, about 2 kB a call.
    expect(left).toBeLessThan(520);
  });
});
