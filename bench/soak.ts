// npm run bench:soak [-- --queries 100000]: queries of all sorts, and whether memory stays where it is.
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { leaveServerCore, startChild } from './child-process.ts';
import { LoadClient } from './load.ts';
import { pageBody, typenameBody, type PageAnswer } from './query.ts';
import { startStub } from './stub-client.ts';

/** What the gateway holds when everything is freed that nobody needs, in bytes. */
interface Held {
  readonly heapUsed: number;
  readonly arrayBuffers: number;
}

const { values } = parseArgs({ options: { queries: { type: 'string', default: '100000' } } });
const stretches = 10;
const perStretch = Math.ceil(Number(values.queries) / stretches);
const atOnce = 8;
/** Caches are full long before the end. */
const memoryMb = 24;
/** What may be held is never more than this much above what was held when the caches had filled, in megabytes. */
const mayGrow = 3;

leaveServerCore();
const stub = await startStub();
stub.delay(0);
const flags = ['--max-semi-space-size=16', '--expose-gc'];
const target = join(import.meta.dirname, 'targets', 'gateway.ts');
const gateway = await startChild(target, [stub.origin, 'caches', '10', String(memoryMb)], { core: 0, flags });
const client = new LoadClient(gateway.origin, atOnce);

const pages = [pageBody({ first: 50 })];
while (pages.length < 30) {
  const { text } = await client.ask(pages.at(-1) ?? '');
  const { endCursor } = (JSON.parse(text) as PageAnswer).data.conversations.pageInfo;
  pages.push(pageBody({ first: 50, after: endCursor }));
}

const statuses = new Map<number, number>();
const held: number[] = [];
let asked = 0;
process.stdout.write('queries   a second   held MB   resident MB\n');
for (let stretch = 1; stretch <= stretches; stretch += 1) {
  const end = stretch * perStretch;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (asked < end) {
        asked += 1;
        const { status } = await client.ask(bodyOf(asked));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
  );
  const perSecond = (perStretch / (performance.now() - began)) * 1000;
  const { heapUsed, arrayBuffers } = await gateway.ask<Held>({ held: true });
  held.push((heapUsed + arrayBuffers) / 1e6);
  const figures = [perSecond.toFixed(0), held.at(-1)?.toFixed(1) ?? '', gateway.cost().memoryMb.toFixed(0)];
  process.stdout.write(`${[end, ...figures].map((figure) => String(figure).padStart(8)).join('   ')}\n`);
}
const settled = held.slice(2);
const growth = Math.max(...settled) - (settled[0] ?? 0);
process.stdout.write(`answers by status: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
process.stdout.write(`held since the caches filled: ${growth.toFixed(1)} MB more at most\n`);
process.exitCode = growth <= mayGrow ? 0 : 1;
await client.close();
await gateway.stop();
await stub.stop();

/** Of twenty queries: pages asked before, documents and pages never seen, the smallest of all, and wrong ones. */
function bodyOf(number: number): string {
  const page = pages[(number * 7) % pages.length] ?? '';
  switch (number % 20) {
    case 0:
    case 1:
      return pageBody({ first: 10, operationName: `Page${number}`, messages: 50 + (number % 900) });
    case 2:
      return pageBody({ first: 1 + (number % 40), operationName: `Other${number % 5000}` });
    case 3:
    case 4:
      return typenameBody;
    case 5:
      return JSON.stringify({ query: `{ conversation(id: "nobody${number}") { id } }` });
    case 6:
      return JSON.stringify({ query: `{ missing${number} }` });
    case 7:
      return JSON.stringify({ query: `{ broken${number}` });
    case 8:
      return pageBody({ first: 5, after: `nowhere${number}` });
    default:
      return page;
  }
}
