import * as fc from 'fast-check';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { VendorError, type VendorErrorKind } from '../../src/contract/vendor-error.ts';
import { InvalidCursor } from '../../src/federation/invalid-cursor.ts';
import {
  mergeReports,
  type MergedReport,
  type MergeReportsOptions,
  type ReportCall,
  type ReportEntry,
} from '../../src/federation/report-merge.ts';
import { answer, callContext, cursors, fakeLife, fakeSource } from './fake-world.ts';

type Entry = ReportEntry<string>;

function entry(name: string, part: Entry['part']): Entry {
  return { source: fakeSource(name), part };
}

/** A source that has some rows, and a record of the places it was asked for. */
function reporting(name: string, ...rows: readonly (string | null)[]) {
  const asked: { offset: number; limit: number }[] = [];
  const call: ReportCall<string> = async (place) => {
    asked.push(place);
    const end = place.offset + place.limit;
    return answer({ rows: rows.slice(place.offset, end), hasMore: end < rows.length });
  };
  return { ...entry(name, call), asked };
}

function failure(source: string, kind: VendorErrorKind): VendorError {
  return new VendorError({ kind, message: 'no', source, operation: 'reports.agents' });
}

function failing(name: string, kind: VendorErrorKind): Entry {
  return entry(name, () => Promise.reject(failure(name, kind)));
}

/** Takes longer than anybody waits. */
const slow: ReportCall<string> = async (_place, { signal }) => {
  await wait(2000, null, { signal });
  return answer({ rows: ['z'], hasMore: false });
};

function merge(
  entries: readonly Entry[],
  more: Partial<MergeReportsOptions<string>> = {},
): Promise<MergedReport<string>> {
  return mergeReports({
    reportName: 'agents',
    entries,
    identity: {},
    first: 10,
    lateAfterMs: 1000,
    cursors,
    context: callContext(),
    ...more,
  });
}

function told(...pages: readonly MergedReport<string>[]): string[] {
  return pages.flatMap(({ rows }) => rows.map(({ row }) => `${row.source.name}:${row.row}`));
}

/** Walks to the end; `entriesOf` gives the sources of each page. */
async function walk(first: number, entriesOf: (page: number) => readonly Entry[]) {
  const pages: MergedReport<string>[] = [];
  for (let after: string | null = null; pages.length < 100;) {
    const page = await merge(entriesOf(pages.length), { first, after });
    pages.push(page);
    if (!page.hasNextPage) return pages;
    after = page.endCursor;
  }
  throw new Error('the walk does not end');
}

function states({ outcomes }: MergedReport<string>) {
  return outcomes.map(({ source, state }) => `${source.name} ${state}`);
}

describe('a report of several sources', () => {
  it('tells of rows about another period than the one asked for', async () => {
    const because = failure('days', 'unsupported-filter');
    const misfit = { missing: { from: 1000, to: 2000 }, because };
    const page = await merge([
      entry('days', async () => answer({ rows: ['a'], hasMore: false, misfit })),
      reporting('exact', 'b'),
    ]);
    expect(told(page)).toEqual(['days:a', 'exact:b']);
    expect(page.outcomes).toMatchObject([
      { state: 'PARTIAL', error: { code: 'UNSUPPORTED_FILTER' }, missingFrom: 1000, missingTo: 2000 },
      { state: 'OK', error: null },
    ]);
  });

  it('tells to the end of a walk that rows of earlier pages leave something out of the period', async () => {
    const because = failure('days', 'unsupported-filter');
    const misfit = (missing: { from: number; to: number } | null) => ({ missing, because });
    const days = entry('days', async () =>
      answer({ rows: ['a'], hasMore: false, misfit: misfit({ from: 1000, to: 2000 }) }),
    );
    const longer = entry('longer', async () => answer({ rows: ['b'], hasMore: false, misfit: misfit(null) }));
    const pages = await walk(1, () => [days, longer, reporting('exact', 'c', 'd')]);
    expect(pages.map((page) => states(page))).toEqual([
      ['days PARTIAL', 'longer PARTIAL', 'exact OK'],
      ['days PARTIAL', 'longer PARTIAL', 'exact OK'],
      ['days PARTIAL', 'longer PARTIAL', 'exact OK'],
      ['days PARTIAL', 'longer PARTIAL', 'exact OK'],
    ]);
    expect(pages[3]?.outcomes).toMatchObject([
      { error: null, missingFrom: 1000, missingTo: 2000 },
      { error: null, missingFrom: null, missingTo: null },
      {},
    ]);
  });

  it('gives the rows source by source, each in its own order', async () => {
    const page = await merge([reporting('b', '2', '1'), reporting('a', '9', '3')]);
    expect(told(page)).toEqual(['b:2', 'b:1', 'a:9', 'a:3']);
    expect(page).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(states(page)).toEqual(['b OK', 'a OK']);
  });

  it('gives each row once in a walk, whatever rows between them cannot be read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.boolean(), { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 4 }),
        async (sources, first) => {
          const entries = sources.map((readable, index) =>
            reporting(`s${index}`, ...readable.map((isReadable, row) => (isReadable ? String(row) : null))),
          );
          const expected = sources.flatMap((readable, index) =>
            readable.flatMap((isReadable, row) => (isReadable ? [`s${index}:${row}`] : [])),
          );
          expect(told(...(await walk(first, () => entries)))).toEqual(expected);
        },
      ),
    );
  });

  it('gives each row once in a walk, whatever the size of its pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        async (sizes, first) => {
          const entries = sizes.map((size, index) =>
            reporting(`s${index}`, ...Array.from({ length: size }, (_, row) => String(row))),
          );
          const pages = await walk(first, () => entries);
          const expected = sizes.flatMap((size, index) =>
            Array.from({ length: size }, (_, row) => `s${index}:${row}`),
          );
          expect(told(...pages)).toEqual(expected);
          expect(pages.slice(0, -1).every(({ rows }) => rows.length === first)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('goes on from where it was and asks no source again that gave all', async () => {
    const one = reporting('one', 'a', 'b', 'c');
    const two = reporting('two', 'd', 'e', 'f');
    await walk(2, () => [one, two]);
    expect(one.asked).toEqual([
      { offset: 0, limit: 2 },
      { offset: 2, limit: 2 },
    ]);
    expect(two.asked.at(-1)).toEqual({ offset: 1, limit: 2 });
  });

  it('goes on behind any row', async () => {
    const entries = [reporting('one', 'a', 'b'), reporting('two', 'c', 'd')];
    const { rows } = await merge(entries);
    const rests = await Promise.all(rows.map(({ cursor }) => merge(entries, { after: cursor })));
    expect(rests.map((rest) => told(rest).join(' '))).toEqual([
      'one:b two:c two:d',
      'two:c two:d',
      'two:d',
      '',
    ]);
  });

  it('keeps the rest of a source that gave fewer rows than asked before those of the next', async () => {
    const scant = entry('scant', async ({ offset }) =>
      answer({ rows: offset === 0 ? ['a'] : ['b'], hasMore: offset === 0 }),
    );
    const pages = await walk(5, () => [scant, reporting('next', 'c')]);
    expect(told(...pages)).toEqual(['scant:a', 'scant:b', 'next:c']);
  });
});

describe('a report with sources that give nothing', () => {
  it('tells which could not and why, and gives the rows of the others', async () => {
    const page = await merge([
      entry('lacking', { code: 'UNSUPPORTED', message: 'no such report', retryable: false }),
      entry('elsewhere', 'none'),
      failing('unable', 'unsupported-filter'),
      failing('broken', 'timeout'),
      reporting('well', 'a'),
    ]);
    expect(states(page)).toEqual([
      'lacking SKIPPED',
      'elsewhere OK',
      'unable SKIPPED',
      'broken FAILED',
      'well OK',
    ]);
    expect(page.outcomes.map(({ error }) => error?.code ?? null)).toEqual([
      'UNSUPPORTED',
      null,
      'UNSUPPORTED_FILTER',
      'UPSTREAM_TIMEOUT',
      null,
    ]);
    expect(told(page)).toEqual(['well:a']);
  });

  it('lets an answer be kept only when all who can gave their rows', async () => {
    const [whole, partial] = [fakeLife(), fakeLife()];
    const red = reporting('red', 'a');
    await merge([red, failing('bare', 'unsupported')], { context: callContext({ life: whole.life }) });
    await merge([red, failing('down', 'unavailable')], { context: callContext({ life: partial.life }) });
    expect([whole.isKept(), partial.isKept()]).toEqual([true, false]);
  });

  it('has no further page where a source only cannot', async () => {
    const page = await merge([failing('unable', 'unsupported-filter'), reporting('well', 'a')]);
    expect(page.hasNextPage).toBe(false);
  });

  it('gives the rows of a source that failed once it answers again', async () => {
    const pages = await walk(2, (page) => [
      page === 0 ? failing('flaky', 'unavailable') : reporting('flaky', 'x', 'y'),
      reporting('well', 'a', 'b', 'c'),
    ]);
    expect(told(...pages).sort()).toEqual(['flaky:x', 'flaky:y', 'well:a', 'well:b', 'well:c']);
  });

  it('ends a walk when nobody answers', async () => {
    const page = await merge([failing('broken', 'unavailable')]);
    expect(page).toMatchObject({ hasNextPage: false, endCursor: null });
  });

  it('leaves out a source that is late', async () => {
    const context = callContext({ deadline: Date.now() + 300 });
    const page = await merge([entry('slow', slow), reporting('well', 'a')], { lateAfterMs: 10, context });
    expect(told(page)).toEqual(['well:a']);
    expect(states(page)).toEqual(['slow LATE', 'well OK']);
    expect(page.hasNextPage).toBe(true);
  });

  it('tells rows that are old because the vendor failed', async () => {
    const staleBecause = failure('old', 'unavailable');
    const page = await merge([
      entry('old', async () => answer({ rows: ['a'], hasMore: false }, { staleBecause })),
    ]);
    expect(page.outcomes).toMatchObject([
      { state: 'STALE', fetchedAt: 5000, error: { code: 'UPSTREAM_UNAVAILABLE' } },
    ]);
  });

  it('tells of a vendor that failed where its old rows leave something out of the period, too', async () => {
    const misfit = { missing: { from: 1000, to: 2000 }, because: failure('old', 'unsupported-filter') };
    const staleBecause = failure('old', 'unavailable');
    const page = await merge([
      entry('old', async () => answer({ rows: ['a'], hasMore: false, misfit }, { staleBecause })),
    ]);
    expect(page.outcomes).toMatchObject([
      {
        state: 'PARTIAL',
        missingFrom: 1000,
        missingTo: 2000,
        error: { code: 'UPSTREAM_UNAVAILABLE', message: 'no; besides, no', retryable: true },
      },
    ]);
  });
});

describe('the cursor of a report', () => {
  it('is good for the same report and arguments only', async () => {
    const entries = [reporting('one', 'a', 'b')];
    const { endCursor } = await merge(entries, { first: 1, identity: { medium: 'CHATS' } });
    const after = endCursor ?? '';
    await expect(merge(entries, { after, identity: { medium: 'CALLS' } })).rejects.toThrow(InvalidCursor);
    await expect(
      merge(entries, { after, identity: { medium: 'CHATS' }, reportName: 'load' }),
    ).rejects.toThrow(InvalidCursor);
    expect(told(await merge(entries, { after, identity: { medium: 'CHATS' } }))).toEqual(['one:b']);
  });
});
