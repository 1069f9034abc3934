import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { lists, reports } from '../coverage/documents.ts';
import { captureReads, type CapturedRead } from './support/captured-reads.ts';
import { sourceNames, type SourceName } from './support/fault-bench.ts';
import { changeRows } from './support/rows-with-ids.ts';

/** Larger answers are cut at so many points, spread evenly. */
const mostPoints = 2000;
const idsOfEach = 25_000;
const rowsAtOnce = 90;

let sandbox: Sandbox;
let reads: readonly CapturedRead[];
beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.05 });
  const questions = Object.keys(sandbox.sources).flatMap((name) =>
    [lists, reports].map((document) => ({ document, variables: { of: [name] } })),
  );
  reads = await captureReads(sandbox, questions);
});
afterAll(() => sandbox.close());

/** The operation that lists conversations. */
const listing: Readonly<Record<SourceName, string>> = {
  support: 'conversations.list',
  shop: 'conversations.list',
  tickets: 'conversations.list',
  legacy: 'GetDailyTickets',
};

function listOf(name: SourceName): CapturedRead | undefined {
  return reads.find(({ source, operation }) => source === name && operation === listing[name]);
}

/** Points at which a part of the answer was taken for another whole. */
async function wrongPoints({ body, value, read }: CapturedRead) {
  const step = Math.max(1, body.length / mostPoints);
  const wrong: number[] = [];
  let points = 0;
  for (let cut = 0; cut < body.length; cut += step) {
    points += 1;
    const part = await read(body.subarray(0, cut), false).catch(() => value);
    if (!isDeepStrictEqual(part, value)) wrong.push(Math.floor(cut));
  }
  return { points, wrong };
}

describe('answers that end where their connection ends, cut off', () => {
  it.for(sourceNames)('F11 F28 every answer of %s, at every point', async (name, { task }) => {
    const own = reads.filter(({ source }) => source === name);
    let total = 0;
    for (const read of own) {
      const { points, wrong } = await wrongPoints(read);
      total += points;
      expect(wrong, `points of ${read.operation}`).toEqual([]);
    }
    expect(total).toBeGreaterThan(2500);
    task.meta.fault = { figure: `0 wrong answers of ${own.length} operations at ${total} points` };
  });

  it('F11 a table that tells its end is read', async () => {
    const table = reads.find(({ operation }) => operation === 'transactions.list');
    expect(table?.body.toString()).toContain('";"');
    expect(await table?.read(table.body, true)).toEqual(table?.value);
    await expect(table?.read(table.body, false)).rejects.toMatchObject({ kind: 'bad-response' });
  });
});

const digits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 25 })
  .map((all) => all.join(''));
const id = fc.oneof(
  digits,
  digits.map((text) => `0${text}`),
  digits.map((text) => `0x${text}F`),
  fc.tuple(digits, digits).map(([mantissa, exponent]) => `${mantissa}e${exponent}`),
  digits.map((text) => `+${text}`),
  digits.map((text) => `-${text}.0`),
  fc.constantFrom('true', 'false', 'null', 'NaN', 'Infinity', 'undefined', '0', '00', '1.50', '1_000'),
  fc.uuid(),
  fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '_', '.', 'é', '😀', '&', '<', '"'), minLength: 1 }),
);

interface Rows extends ReadonlyArray<{ readonly vendorId: string }> {
  readonly rows?: Rows;
}

describe('ids', () => {
  it.for(sourceNames)('F31 25,000 of %s come out as they went in', async (name, { task }) => {
    const list = listOf(name);
    const first = list?.body.toString() ?? '';
    const ids = fc.sample(id, { numRuns: idsOfEach, seed: 31 });
    const mangled: string[] = [];
    for (let at = 0; at < ids.length; at += rowsAtOnce) {
      const part = [...new Set(ids.slice(at, at + rowsAtOnce))];
      const value = (await list?.read(Buffer.from(changeRows[name](first, { ids: part })), true)) as Rows;
      const got = (value.rows ?? value).map(({ vendorId }) => vendorId);
      mangled.push(...part.filter((each, place) => got[place] !== each));
    }
    expect(mangled).toEqual([]);
    task.meta.fault = { figure: `0 of ${ids.length} mangled` };
  });

  it.for(['support', 'shop', 'tickets'] as const)(
    'F31 numbers of %s that JavaScript cannot hold are refused, never rounded',
    async (name) => {
      const list = listOf(name);
      const text = changeRows[name](list?.body.toString() ?? '', { ids: ['the id'] });
      const read = async (number: string) => {
        const value = (await list?.read(Buffer.from(text.replace('"the id"', number)), true)) as Rows;
        return (value.rows ?? value).map(({ vendorId }) => vendorId);
      };
      for (const number of ['12345678901234567890', '9007199254740993', '1e400'])
        expect([[], [number], 'refused']).toContainEqual(await read(number).catch(() => 'refused'));
    },
  );
});
