import { describe, expect, it } from 'vitest';
import { createCursorCodec } from '../../src/federation/cursor-codec.ts';
import { InvalidCursor } from '../../src/federation/invalid-cursor.ts';
import {
  answer,
  cursors,
  entryOf,
  fakeReader,
  fakeSource,
  idOf,
  keysOf,
  mergePage,
  newestFirst,
  notesAt,
  oldestFirst,
  walk,
  type FakeReader,
  type Note,
} from './fake-world.ts';

/** A reader that gives one row a call, each so much before the one before. */
function stepping(step: number): FakeReader {
  return fakeReader(({ window: { to } }) => ({
    rows: notesAt(to - step),
    coveredTo: to - step,
    position: null,
  }));
}

/** A reader that gives two rows a call; which ones, its position alone says. */
function numbered(rows: readonly Note[]): FakeReader {
  return fakeReader(({ position }) => {
    const start = Number(position ?? 0);
    const given = rows.slice(start, start + 2);
    const last = given.at(-1);
    return last && start + 2 < rows.length
      ? { rows: given, coveredTo: last.at + 1, position: `${start + 2}` }
      : { rows: given, coveredTo: null, position: null };
  });
}

/** A reader that has one row, and is read on by so much a call. */
function pacing(step: number, at: number): FakeReader {
  return fakeReader(({ window: { from, to }, order: { direction } }) => {
    const coveredTo = direction === 'ASC' ? from + step : to - step;
    const isRead = direction === 'ASC' ? at < coveredTo : at >= coveredTo;
    return { rows: isRead ? notesAt(at) : [], coveredTo, position: null };
  });
}

describe('the order of a merged timeline', () => {
  it('is by time, newest or oldest first', async () => {
    const sources = [entryOf('red', notesAt(900, 500, 300)), entryOf('blue', notesAt(700, 500, 100))];
    const times = async (order: typeof newestFirst) =>
      (await mergePage({ sources, order })).rows.map(({ row }) => row.at);
    expect(await times(newestFirst)).toEqual([900, 700, 500, 500, 300, 100]);
    expect(await times(oldestFirst)).toEqual([100, 300, 500, 500, 700, 900]);
  });

  it('has ties by global id ascending in both directions', async () => {
    const sources = [entryOf('b', notesAt(5, 5, 5)), entryOf('a', notesAt(5, 5))];
    const ids = async (order: typeof newestFirst) =>
      (await mergePage({ sources, order })).rows.map(({ id }) => id);
    const expected = ['5-0', '5-1', '5-2'].map((key) => idOf('b', key));
    expected.push(...['5-0', '5-1'].map((key) => idOf('a', key)));
    expected.sort();
    expect(await ids(newestFirst)).toEqual(expected);
    expect(await ids(oldestFirst)).toEqual(expected);
  });

  it('takes the rows of a batch in whatever order they come, and each once', async () => {
    const rows = notesAt(10, 30, 20);
    const reader = fakeReader(() => ({ rows: [...rows, ...rows], coveredTo: null, position: null }));
    const page = await mergePage({ sources: [{ source: fakeSource('red'), reader, criteria: {} }] });
    expect(page.rows.map(({ row }) => row.at)).toEqual([30, 20, 10]);
  });

  it('leaves out rows that a source gives from outside the window', async () => {
    const reader = fakeReader(() => ({ rows: notesAt(1000, 999, 0, -1), coveredTo: null, position: null }));
    const page = await mergePage({ sources: [{ source: fakeSource('red'), reader, criteria: {} }] });
    expect(page.rows.map(({ row }) => row.at)).toEqual([999, 0]);
  });

  it('holds a row back until the source has settled everything before it', async () => {
    const [early, late] = [
      { key: 'early', at: 400 },
      { key: 'late', at: 500 },
    ];
    const reader = fakeReader(({ window: { to } }) =>
      to === 1000
        ? { rows: [early], coveredTo: 600, position: null }
        : { rows: [late, early], coveredTo: null, position: null },
    );
    const page = await mergePage({ sources: [{ source: fakeSource('red'), reader, criteria: {} }] });
    expect(page.rows.map(({ row }) => row.at)).toEqual([500, 400]);
    expect(reader.requests[1]?.window).toEqual({ from: 0, to: 600 });
  });

  it('leaves out a row that comes from before what was settled', async () => {
    const reader = fakeReader(({ window: { to } }) =>
      to === 1000
        ? { rows: notesAt(900), coveredTo: 900, position: null }
        : { rows: notesAt(950, 800), coveredTo: null, position: null },
    );
    const page = await mergePage({ sources: [{ source: fakeSource('red'), reader, criteria: {} }] });
    expect(page.rows.map(({ row }) => row.at)).toEqual([900, 800]);
  });
});

describe('the calls of a merged timeline', () => {
  it('ask every source once for one row more than wanted', async () => {
    const sources = [entryOf('red', notesAt(9, 8, 7)), entryOf('blue', notesAt(6, 5))];
    await mergePage({ sources, first: 3 });
    expect(sources.map(({ reader }) => reader.requests.map(({ limit }) => limit))).toEqual([[4], [4]]);
  });

  it('ask again only the sources that stand in the way', async () => {
    const dense = { source: fakeSource('dense'), reader: stepping(1), criteria: {} };
    const sparse = { source: fakeSource('sparse'), reader: stepping(100), criteria: {} };
    const page = await mergePage({ sources: [dense, sparse], first: 5 });
    expect(page.rows.map(({ row }) => row.at)).toEqual([999, 998, 997, 996, 995]);
    expect(dense.reader.requests).toHaveLength(5);
    expect(sparse.reader.requests).toHaveLength(1);
  });

  it('cost on a late page what they cost on the first', async () => {
    const times = Array.from({ length: 300 }, (_, index) => 999 - index * 3);
    const sources = ['red', 'blue', 'green'].map((name) => entryOf(name, notesAt(...times)));
    const costs: number[] = [];
    const calls = () => sources.reduce((sum, { reader }) => sum + reader.requests.length, 0);
    const pages = await walk(
      () => ({ sources, first: 30 }),
      () => costs.push(calls()),
    );
    costs.push(calls());
    expect(keysOf(...pages)).toHaveLength(900);
    const perPage = costs.map((cost, index) => cost - (costs[index - 1] ?? 0));
    expect(Math.max(...perPage)).toBe(3);
  });

  it('are not made to a source that has given all its rows', async () => {
    const small = entryOf('small', notesAt(999, 998));
    const large = entryOf('large', notesAt(...Array.from({ length: 50 }, (_, index) => 900 - index)));
    await walk(() => ({ sources: [small, large], first: 10 }));
    expect(small.reader.requests).toHaveLength(1);
    expect(large.reader.requests).toHaveLength(6);
  });

  it('are not made again to a source that has covered the window', async () => {
    const reader = fakeReader(({ window: { from } }) => ({
      rows: notesAt(5),
      coveredTo: from,
      position: null,
    }));
    const page = await mergePage({ sources: [{ source: fakeSource('red'), reader, criteria: {} }] });
    expect(reader.requests).toHaveLength(1);
    expect(page).toMatchObject({ hasNextPage: false, outcomes: [{ state: 'OK' }] });
  });

  it('are not made for an empty window', async () => {
    const red = entryOf('red', notesAt(5));
    const page = await mergePage({ sources: [red], window: { from: 5, to: 5 } });
    expect(red.reader.requests).toHaveLength(0);
    expect(page).toMatchObject({ rows: [], hasNextPage: false, outcomes: [{ state: 'OK' }] });
  });

  it('ask for more rows at a time when the filter leaves few', async () => {
    const rows = notesAt(...Array.from({ length: 500 }, (_, index) => index)).map((row): Note => ({
      ...row,
      word: row.at === 3 ? 'yes' : 'no',
    }));
    const red = { ...entryOf('red', rows), criteria: { word: 'yes' } };
    const page = await mergePage({ sources: [red], first: 1 });
    expect(keysOf(page)).toEqual(['red:3-3']);
    expect(red.reader.requests.map(({ limit }) => limit)).toEqual([2, 4, 8, 16, 32, 64, 128, 256]);
  });

  it('never ask for more than a thousand rows', async () => {
    const reader = fakeReader(({ window: { to } }) => ({ rows: [], coveredTo: to - 1, position: null }));
    await mergePage({ sources: [{ source: fakeSource('red'), reader, criteria: {} }], first: 200 });
    expect(Math.max(...reader.requests.map(({ limit }) => limit))).toBe(1000);
  });
});

describe('the next page', () => {
  it('is told exactly', async () => {
    const sources = [entryOf('red', notesAt(3, 2)), entryOf('blue', notesAt(1))];
    const more = async (first: number) => (await mergePage({ sources, first })).hasNextPage;
    expect(await more(2)).toBe(true);
    expect(await more(3)).toBe(false);
    expect(await more(4)).toBe(false);
  });

  it('is looked for where the batch ended with the page', async () => {
    const reader = fakeReader(({ window: { to } }) =>
      to === 1000
        ? { rows: notesAt(500), coveredTo: 500, position: null }
        : { rows: [], coveredTo: null, position: null },
    );
    const page = await mergePage({
      sources: [{ source: fakeSource('red'), reader, criteria: {} }],
      first: 1,
    });
    expect(page.hasNextPage).toBe(false);
    expect(reader.requests).toHaveLength(2);
  });

  it('starts behind the cursor of any row, whatever its size', async () => {
    const sources = [entryOf('red', notesAt(9, 7, 7, 5, 3)), entryOf('blue', notesAt(8, 7, 7, 4, 2))];
    const whole = await mergePage({ sources, first: 10 });
    for (const [index, { cursor }] of whole.rows.entries()) {
      const rest = await mergePage({ sources, first: 1 + (index % 4), after: cursor });
      expect(keysOf(rest)).toEqual(keysOf(whole).slice(index + 1, index + 2 + (index % 4)));
      expect(rest.hasPreviousPage).toBe(true);
    }
    expect(whole.hasPreviousPage).toBe(false);
    expect(whole.startCursor).toBe(whole.rows[0]?.cursor);
    expect(whole.endCursor).toBe(whole.rows.at(-1)?.cursor);
  });

  it('does not show rows that arrived at the top', async () => {
    const rows = notesAt(9, 8, 7, 6);
    const sources = [entryOf('red', rows)];
    const pages = await walk(
      () => ({ sources, first: 2 }),
      () => rows.push({ key: 'new', at: 500 }, { key: 'tie', at: 8.5 }),
    );
    expect(keysOf(...pages)).toEqual(['red:9-0', 'red:8-1', 'red:7-2', 'red:6-3']);
  });

  it('keeps the window of the first page', async () => {
    const sources = [entryOf('red', notesAt(9, 8, 7, 6))];
    const first = await mergePage({ sources, first: 2, window: { from: 7, to: 10 } });
    const second = await mergePage({
      sources,
      first: 2,
      window: { from: 0, to: 1000 },
      after: first.endCursor,
    });
    expect(keysOf(second)).toEqual(['red:7-2']);
    expect(second.hasNextPage).toBe(false);
  });

  it('asks an exhausted source again when its window has not ended yet, oldest first', async () => {
    const rows = notesAt(1, 2, 3);
    const sources = [entryOf('red', rows), entryOf('blue', notesAt(20, 21))];
    const request = { sources, first: 3, order: oldestFirst, now: () => 500 };
    const first = await mergePage(request);
    rows.push({ key: 'new', at: 600 });
    const second = await mergePage({ ...request, after: first.endCursor });
    expect(keysOf(second)).toEqual(['blue:20-0', 'blue:21-1', 'red:new']);
  });
});

describe('the position of a source', () => {
  it('is given back with the next call', async () => {
    const reader = numbered(notesAt(9, 8, 7, 6, 5));
    const page = await mergePage({ sources: [{ source: fakeSource('red'), reader, criteria: {} }] });
    expect(reader.requests.map(({ position }) => position)).toEqual([null, '2', '4']);
    expect(page.rows.map(({ row }) => row.at)).toEqual([9, 8, 7, 6, 5]);
  });

  it('goes into the cursor as it was before the batch that still holds rows', async () => {
    const reader = numbered(notesAt(9, 8, 7, 6, 5, 4, 3));
    const sources = [{ source: fakeSource('red'), reader, criteria: {} }];
    const first = await mergePage({ sources, first: 3 });
    reader.requests.length = 0;
    const second = await mergePage({ sources, first: 2, after: first.endCursor });
    expect(reader.requests[0]).toMatchObject({ position: '2', window: { from: 0, to: 8 } });
    expect(second.rows.map(({ row }) => row.at)).toEqual([6, 5]);
  });

  it('goes into the cursor from the later of two batches that hold the same row', async () => {
    const reader = fakeReader(({ position }) =>
      position === null
        ? { rows: notesAt(9, 5), coveredTo: 8, position: 'b' }
        : { rows: [{ key: '5-1', at: 5 }, ...notesAt(7)], coveredTo: null, position: null },
    );
    const sources = [{ source: fakeSource('red'), reader, criteria: {} }];
    const first = await mergePage({ sources, first: 2 });
    expect(keysOf(first)).toEqual(['red:9-0', 'red:7-0']);
    reader.requests.length = 0;
    const second = await mergePage({ sources, first: 2, after: first.endCursor });
    expect(keysOf(second)).toEqual(['red:5-1']);
    expect(reader.requests.map(({ position }) => position)).toEqual(['b']);
  });

  it('gets a source through more ties than it gives at once', async () => {
    const rows = notesAt(...Array.from({ length: 15 }, () => 7), 6);
    const sources = [{ source: fakeSource('red'), reader: numbered(rows), criteria: {} }];
    const pages = await walk(() => ({ sources, first: 4 }));
    const expected = rows.map(({ key, at }) => ({ key, at, id: idOf('red', key) }));
    expected.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
    expect(keysOf(...pages)).toEqual(expected.map(({ key }) => `red:${key}`));
  });
});

describe('a source that takes many calls', () => {
  it('ends the page early, with a cursor from which the walk goes on', async () => {
    const reader = fakeReader(({ window: { from, to } }) => {
      const at = to - 1;
      return { rows: at % 100 === 0 ? notesAt(at) : [], coveredTo: at > from ? at : null, position: null };
    });
    const sources = [{ source: fakeSource('slow'), reader, criteria: {} }];
    const first = await mergePage({ sources });
    expect(first).toMatchObject({
      rows: [],
      hasNextPage: true,
      startCursor: null,
      outcomes: [{ state: 'OK' }],
    });
    expect(reader.requests).toHaveLength(40);
    const pages = await walk(() => ({ sources }));
    expect(pages.flatMap(({ rows }) => rows.map(({ row }) => row.at))).toEqual([
      900, 800, 700, 600, 500, 400, 300, 200, 100, 0,
    ]);
    expect(pages).toHaveLength(25);
  });

  it('goes on from the place that all were read to, whatever the pace of each', async () => {
    for (const order of [newestFirst, oldestFirst]) {
      const middle = order === newestFirst ? 940 : 59;
      const sources = [
        { source: fakeSource('slow'), reader: pacing(1, middle), criteria: {} },
        { source: fakeSource('fast'), reader: pacing(2, middle), criteria: {} },
      ];
      const pages = await walk(() => ({ sources, order, window: { from: 0, to: 1000 } }));
      expect(pages[0]?.rows).toEqual([]);
      expect(keysOf(...pages).toSorted()).toEqual([`fast:${middle}-0`, `slow:${middle}-0`]);
    }
  });

  it('ends the page early also when a few batches take them', async () => {
    const batch = fakeReader(({ window: { to } }) => ({ rows: [], coveredTo: to - 1, position: null }));
    const call = { type: 'call', source: 'dear', operation: 'things.list', path: '/things' } as const;
    const costing = { ...call, milliseconds: 1, bytes: 1, status: 200 };
    const reader: typeof batch = {
      ...batch,
      list(request, context) {
        for (let made = 0; made < 10; made += 1) context.observe?.(costing);
        return batch.list(request, context);
      },
    };
    const page = await mergePage({ sources: [{ source: fakeSource('dear'), reader, criteria: {} }] });
    expect(page).toMatchObject({ rows: [], hasNextPage: true, outcomes: [{ state: 'OK' }] });
    expect(batch.requests).toHaveLength(7);
  });

  it('gives the last row of a page that ended early the cursor of the place reached', async () => {
    const reader = fakeReader(({ window: { to } }) => ({
      rows: to > 999 ? notesAt(999) : [],
      coveredTo: to - 1,
      position: null,
    }));
    const sources = [{ source: fakeSource('slow'), reader, criteria: {} }];
    const page = await mergePage({ sources });
    expect(page.rows).toHaveLength(1);
    expect(page.rows[0]?.cursor).toBe(page.endCursor);
    reader.requests.length = 0;
    await mergePage({ sources, after: page.endCursor });
    expect(reader.requests[0]?.window).toEqual({ from: 0, to: 960 });
  });

  it('fails when its calls settle nothing, and does not hold up the others', async () => {
    let calls = 0;
    const reader = fakeReader(() => ({ rows: [], coveredTo: 1000, position: `${(calls += 1)}` }));
    const sources = [{ source: fakeSource('endless'), reader, criteria: {} }, entryOf('red', notesAt(3, 2))];
    const page = await mergePage({ sources });
    expect(keysOf(page)).toEqual(['red:3-0', 'red:2-1']);
    expect(calls).toBe(40);
    expect(page.outcomes[0]).toMatchObject({ state: 'PARTIAL', error: { code: 'UPSTREAM_BAD_RESPONSE' } });
  });

  it('is late when its calls settle nothing until the request is due', async () => {
    let time = 0;
    const reader = fakeReader(() => {
      time += 100;
      return { rows: [], coveredTo: 1000, position: `${time}` };
    });
    const context = { signal: new AbortController().signal, deadline: 1000, bypassCache: false };
    const sources = [{ source: fakeSource('endless'), reader, criteria: {} }];
    const page = await mergePage({ sources, now: () => time, context });
    expect(page.outcomes[0]).toMatchObject({ error: { code: 'UPSTREAM_TIMEOUT', retryable: true } });
  });

  it('fails at the second answer that repeats the first', async () => {
    const reader = fakeReader(() => ({ rows: notesAt(5), coveredTo: 1000, position: null }));
    const page = await mergePage({ sources: [{ source: fakeSource('round'), reader, criteria: {} }] });
    expect(reader.requests).toHaveLength(2);
    expect(page.outcomes[0]).toMatchObject({ state: 'PARTIAL', error: { code: 'UPSTREAM_BAD_RESPONSE' } });
  });

  it('ends the page before the request is due', async () => {
    let time = 0;
    const reader = fakeReader(({ window: { to } }) => {
      time += 100;
      return { rows: notesAt(to - 1), coveredTo: to - 1, position: null };
    });
    const context = { signal: new AbortController().signal, deadline: 1000, bypassCache: false };
    const sources = [{ source: fakeSource('slow'), reader, criteria: {} }];
    const page = await mergePage({ sources, first: 30, now: () => time, context });
    expect(page.rows).toHaveLength(8);
    expect(page).toMatchObject({ hasNextPage: true, outcomes: [{ state: 'OK' }] });
  });
});

describe('a cursor', () => {
  const sources = [entryOf('red', notesAt(3, 2, 1))];
  const identity = { customerEmail: 'ann@example.org', tag: null };

  it('is refused by another list, order or filter', async () => {
    const after = (await mergePage({ sources, identity, first: 1 })).endCursor;
    await expect(
      mergePage({ sources, identity: { customerEmail: 'ann@example.org' }, after }),
    ).resolves.toMatchObject({ hasPreviousPage: true });
    await expect(mergePage({ sources, identity, after, listName: 'others' })).rejects.toThrow(InvalidCursor);
    await expect(mergePage({ sources, identity, after, order: oldestFirst })).rejects.toThrow(InvalidCursor);
    await expect(mergePage({ sources, identity: {}, after })).rejects.toThrow('same filter and order');
  });

  it('is understood by whoever has the secret', async () => {
    const after = (await mergePage({ sources, first: 1 })).endCursor;
    const again = createCursorCodec('a secret of the tests');
    expect(keysOf(await mergePage({ sources, after, cursors: again }))).toEqual(['red:2-1', 'red:1-2']);
    await expect(mergePage({ sources, after, cursors: createCursorCodec('other') })).rejects.toThrow(
      InvalidCursor,
    );
  });

  it('does not show what is in it', async () => {
    const after = (await mergePage({ sources, identity, first: 1 })).endCursor ?? '';
    const bytes = Buffer.from(after, 'base64url').toString('latin1');
    expect(after).toMatch(/^[\w-]+$/);
    expect(bytes).not.toContain('ann@example.org');
    expect(bytes).not.toContain('red');
    expect(cursors.seal('x', answer(1))).toBe(cursors.seal('x', answer(1)));
  });
});
