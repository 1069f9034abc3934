import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VendorError } from '../../src/contract/vendor-error.ts';
import type { FederatedPage } from '../../src/federation/list-page.ts';
import {
  answer,
  callContext,
  fakeReader,
  fakeSource,
  idOf,
  newestFirst,
  oldestFirst,
  walk,
  type Note,
} from './fake-world.ts';
import { giveBatch, type Habits } from './random-reader.ts';

const span = { from: 0, to: 40 };

interface RandomSource {
  readonly times: readonly number[];
  readonly habits: Habits;
  /** Which calls fail or hang. */
  readonly faults: readonly { readonly call: number; readonly hangs: boolean }[];
}

interface RandomWorld {
  readonly sources: readonly RandomSource[];
  readonly descending: boolean;
  readonly sizes: readonly number[];
  /** How many rows arrive between two pages, and how far ahead of the page's end. */
  readonly arrivals: readonly number[];
}

const faultless = fc.constant([]);
const faulty = fc.array(fc.record({ call: fc.integer({ min: 1, max: 12 }), hangs: fc.boolean() }), {
  maxLength: 4,
});

function worlds(faults: fc.Arbitrary<RandomSource['faults']>): fc.Arbitrary<RandomWorld> {
  const habits = fc.record({
    style: fc.constantFrom('buckets' as const, 'places' as const, 'window' as const),
    size: fc.integer({ min: 1, max: 6 }),
    extra: fc.integer({ min: 0, max: 4 }),
  });
  // Few different times: many ties.
  const times = fc.array(
    fc.integer({ min: 0, max: 11 }).map((time) => time * 3),
    { maxLength: 30 },
  );
  return fc.record({
    sources: fc.array(fc.record({ times, habits, faults }), { minLength: 1, maxLength: 4 }),
    descending: fc.boolean(),
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
    arrivals: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
  });
}

interface Expected {
  readonly source: string;
  readonly id: string;
  readonly at: number;
}

/** Walks through a world; gives the pages, and all rows that were there from the start in the order wanted. */
async function walkThrough(world: RandomWorld, patience = { lateAfterMs: 5000, requestMs: 30_000 }) {
  const sign = world.descending ? -1 : 1;
  const desks = world.sources.map(({ times, habits, faults }, index) => {
    const name = `source-${index}`;
    const rows: Note[] = times.map((at, key) => ({ at, key: `k${key}` }));
    let call = 0;
    const reader = fakeReader((request, { signal }) => {
      call += 1;
      const fault = faults.find((candidate) => candidate.call === call);
      if (fault?.hangs)
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(outage(name))));
      return fault ? Promise.reject(outage(name)) : Promise.resolve(answer(giveBatch(rows, habits, request)));
    });
    return { rows, entry: { source: fakeSource(name), reader, criteria: {} } };
  });
  const expected = desks
    .flatMap(({ rows, entry: { source } }) =>
      rows.map(({ at, key }): Expected => ({ source: source.name, id: idOf(source.name, key), at })),
    )
    .sort((a, b) => sign * (a.at - b.at) || (a.id < b.id ? -1 : 1));
  const pages = await walk(
    (page) => ({
      sources: desks.map(({ entry }) => entry),
      order: world.descending ? newestFirst : oldestFirst,
      window: span,
      first: world.sizes[page % world.sizes.length]!,
      ...patience,
      context: callContext({ deadline: Date.now() + patience.requestMs }),
    }),
    ({ rows }) => {
      const end = rows.at(-1)?.row.at;
      if (end === undefined) return;
      for (const [index, ahead] of world.arrivals.entries()) {
        const at = end - sign * ahead * 2;
        // A tie with the page's last row may sort behind it: that is no arrival at the top.
        if (ahead > 0)
          desks[index % desks.length]?.rows.push({
            at,
            key: `new-${desks[index % desks.length]?.rows.length}`,
          });
      }
    },
  );
  return { pages, expected };
}

function outage(source: string): VendorError {
  return new VendorError({ kind: 'timeout', message: 'no answer', source, operation: 'notes.list' });
}

function idsOf(pages: readonly FederatedPage<Note>[]): string[] {
  return pages.flatMap(({ rows }) => rows.map(({ id }) => id));
}

describe('walking through all pages', () => {
  it('gives the rows of all sources in order, each once, while others arrive at the top', async () => {
    await fc.assert(
      fc.asyncProperty(worlds(faultless), async (world) => {
        const { pages, expected } = await walkThrough(world);
        expect(idsOf(pages)).toEqual(expected.map(({ id }) => id));
        expect(pages.flatMap(({ outcomes }) => outcomes.map(({ state }) => state))).not.toContain('PARTIAL');
        for (const [index, page] of pages.slice(0, -1).entries()) {
          expect(page.rows).toHaveLength(world.sizes[index % world.sizes.length]!);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives all but the rows in the spans told as missing when sources fail or are late', async () => {
    await fc.assert(
      fc.asyncProperty(worlds(faulty), async (world) => {
        const { pages, expected } = await walkThrough(world, { lateAfterMs: 2, requestMs: 60 });
        const given = idsOf(pages);
        const wasGiven = new Set(given);
        expect(given).toEqual(expected.map(({ id }) => id).filter((id) => wasGiven.has(id)));
        const outcomes = new Map(pages.at(-1)?.outcomes.map((outcome) => [outcome.source.name, outcome]));
        for (const { id, source, at } of expected) {
          const { missingFrom, missingTo } = outcomes.get(source)!;
          const told = missingFrom !== null && missingTo !== null && at >= missingFrom && at < missingTo;
          expect(wasGiven.has(id) || told, `row at ${at} of ${source}`).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
