import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/contract/call-context.ts';
import type { Tag } from '../../src/contract/directory.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import {
  mergeDirectories,
  type DirectoryEntry,
  type MergeDirectoriesOptions,
} from '../../src/federation/directory-merge.ts';
import { compareDirectoryPlaces } from '../../src/federation/directory-order.ts';
import { IncompleteListError } from '../../src/federation/incomplete-list-error.ts';
import { InvalidCursor } from '../../src/federation/invalid-cursor.ts';
import type { FederatedPage } from '../../src/federation/list-page.ts';
import { answer, callContext, cursors, fakeLife, fakeSource } from './fake-world.ts';

type Page = FederatedPage<Tag>;

function tags(...names: readonly (string | null)[]): Tag[] {
  return names.map((name, index) => ({ key: `${index}`, name }));
}

function entry(name: string, list: () => Promise<Answer<readonly Tag[]>>): DirectoryEntry<Tag> {
  return { source: fakeSource(name), reader: { list } };
}

function listing(name: string, ...names: readonly (string | null)[]): DirectoryEntry<Tag> {
  return entry(name, async () => answer(tags(...names)));
}

function broken(name: string): DirectoryEntry<Tag> {
  const error = new VendorError({
    kind: 'timeout',
    message: 'no answer',
    source: name,
    operation: 'tags.list',
  });
  return entry(name, () => Promise.reject(error));
}

function merge(
  sources: readonly DirectoryEntry<Tag>[],
  more: Partial<MergeDirectoriesOptions<Tag>> = {},
): Promise<Page> {
  return mergeDirectories({
    listName: 'tags',
    type: 'Tag',
    nameOf: (row) => row.name,
    sources,
    identity: {},
    first: 10,
    strict: false,
    lateAfterMs: 1000,
    cursors,
    context: callContext(),
    ...more,
  });
}

function names(page: Page): (string | null | undefined)[] {
  return page.rows.map(({ row }) => row.name);
}

describe('a merged directory', () => {
  it('is sorted by name without regard to case and accents', async () => {
    const page = await merge([
      listing('red', 'zebra', 'Émile', 'apple'),
      listing('blue', 'Banana', 'emil', 'Zoo'),
    ]);
    expect(names(page)).toEqual(['apple', 'Banana', 'emil', 'Émile', 'zebra', 'Zoo']);
  });

  it('has equal names by id, and rows without a name first', async () => {
    const page = await merge([listing('red', 'vip', null), listing('blue', 'vip', 'VIP')]);
    expect(names(page)).toEqual([null, 'VIP', 'vip', 'vip']);
    const [, , third, fourth] = page.rows.map(({ id }) => id);
    expect(third! < fourth!).toBe(true);
  });

  it('gives every row once, also when a source repeats it', async () => {
    const page = await merge([entry('red', async () => answer([...tags('a', 'b'), ...tags('a', 'b')]))]);
    expect(names(page)).toEqual(['a', 'b']);
  });

  it('takes only the rows wanted, and asks no source that can have none', async () => {
    const unasked = entry('blue', () => Promise.reject(new Error('was asked')));
    const page = await merge([
      { ...listing('red', 'a', 'b'), accepts: ({ name }) => name === 'b' },
      { ...unasked, accepts: 'none' },
    ]);
    expect(names(page)).toEqual(['b']);
    expect(page.outcomes).toMatchObject([
      { state: 'OK', fetchedAt: 5000 },
      { state: 'OK', fetchedAt: null },
    ]);
  });

  it('is walked with any page sizes in one order, each row once', async () => {
    const name = fc.constantFrom('a', 'A', 'á', 'b', 'ab', '', 'Z', '😀');
    const worlds = fc.array(fc.array(name, { maxLength: 12 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(worlds, fc.integer({ min: 1, max: 5 }), async (lists, first) => {
        const sources = lists.map((list, index) => listing(`source-${index}`, ...list));
        const seen: Page['rows'][number][] = [];
        for (let after: string | null = null, more = true; more;) {
          const page = await merge(sources, { first, after });
          seen.push(...page.rows);
          ({ endCursor: after, hasNextPage: more } = page);
        }
        const places = seen.map(({ row, id }) => ({ name: row.name ?? '', id }));
        expect(new Set(places.map(({ id }) => id)).size).toBe(lists.flat().length);
        expect(places).toEqual(places.toSorted(compareDirectoryPlaces));
      }),
      { numRuns: 100 },
    );
  });

  it('does not show names in its cursors, and refuses those of another filter or list', async () => {
    const sources = [listing('red', 'Ann Example', 'Bob')];
    const { endCursor } = await merge(sources, { first: 1, identity: { name: 'n' } });
    expect(Buffer.from(endCursor ?? '', 'base64url').includes('Ann')).toBe(false);
    await expect(merge(sources, { after: endCursor, identity: { name: 'n' } })).resolves.toMatchObject({
      hasPreviousPage: true,
    });
    await expect(merge(sources, { after: endCursor })).rejects.toThrow(InvalidCursor);
    await expect(
      merge(sources, { after: endCursor, identity: { name: 'n' }, listName: 'agents' }),
    ).rejects.toThrow(InvalidCursor);
  });
});

describe('the outcomes of a merged directory', () => {
  it('tell failed, late, stale and unable sources, and the others give their rows', async () => {
    const late = entry('late', () => new Promise(() => {}));
    const staleBecause = new VendorError({
      kind: 'busy',
      message: 'full',
      source: 'stale',
      operation: 'tags.list',
    });
    const stale = entry('stale', async () => answer(tags('old'), { fetchedAt: 1, staleBecause }));
    const unable = { source: fakeSource('unable'), reader: {} };
    const page = await merge([broken('down'), late, stale, unable, { source: fakeSource('bare') }], {
      lateAfterMs: 5,
    });
    expect(names(page)).toEqual(['old']);
    expect(page.outcomes).toMatchObject([
      { state: 'FAILED', error: { code: 'UPSTREAM_TIMEOUT', retryable: true }, fetchedAt: null },
      { state: 'LATE', error: { code: 'UPSTREAM_TIMEOUT' } },
      { state: 'STALE', error: { code: 'UPSTREAM_BUSY' }, fetchedAt: 1 },
      { state: 'SKIPPED', error: { code: 'UNSUPPORTED', retryable: false } },
      { state: 'SKIPPED', error: { code: 'UNSUPPORTED' } },
    ]);
  });

  it('let an answer be kept only when all who can gave all', async () => {
    const red = listing('red', 'b');
    const [whole, partial] = [fakeLife(), fakeLife()];
    await merge([red, { source: fakeSource('bare') }], { context: callContext({ life: whole.life }) });
    await merge([red, broken('down')], { context: callContext({ life: partial.life }) });
    expect([whole.isKept(), partial.isKept()]).toEqual([true, false]);
  });

  it('let a source that failed join further on, partial until the walk ends', async () => {
    const red = listing('red', 'b', 'd', 'f');
    const first = await merge([broken('blue'), red], { first: 2 });
    const blue = listing('blue', 'a', 'c', 'e', 'g');
    const second = await merge([blue, red], { first: 2, after: first.endCursor });
    const third = await merge([blue, red], { first: 2, after: second.endCursor });
    expect([first, second, third].map(names)).toEqual([['b', 'd'], ['e', 'f'], ['g']]);
    expect([second, third].map(({ outcomes }) => outcomes[0]?.state)).toEqual(['PARTIAL', 'PARTIAL']);
    expect([second, third].map(({ outcomes }) => outcomes[1]?.state)).toEqual(['OK', 'OK']);
    for (const { outcomes } of [first, second, third])
      expect(outcomes.map(({ source }) => source.name)).toEqual(['blue', 'red']);
    expect(third.hasNextPage).toBe(false);
  });

  it('give an empty page when all sources failed', async () => {
    const page = await merge([broken('red'), broken('blue')]);
    expect(page).toMatchObject({
      rows: [],
      hasNextPage: false,
      outcomes: [{ state: 'FAILED' }, { state: 'FAILED' }],
    });
  });

  it('are thrown when the list has to be complete', async () => {
    await expect(merge([broken('red'), listing('blue', 'a')], { strict: true })).rejects.toThrow(
      IncompleteListError,
    );
    await expect(merge([listing('blue', 'a')], { strict: true })).resolves.toMatchObject({
      hasNextPage: false,
    });
  });
});
