import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/contract/call-context.ts';
import type { TimelineBatch } from '../../src/contract/timeline.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import { IncompleteListError } from '../../src/federation/incomplete-list-error.ts';
import {
  answer,
  callContext,
  entryOf,
  fakeLife,
  fakeReader,
  fakeSource,
  keysOf,
  mergePage,
  newestFirst,
  notesAt,
  oldestFirst,
  windowBatch,
  type Note,
  type PageRequest,
} from './fake-world.ts';

type Given = Promise<Answer<TimelineBatch<Note>>>;

function outage(): VendorError {
  return new VendorError({
    kind: 'unavailable',
    message: 'no connection',
    source: 'down',
    operation: 'notes.list',
  });
}

/** A source that gives rows, except when its n-th call is to fail or hang. */
function flaky(name: string, rows: readonly Note[], fault: (call: number) => 'fails' | 'hangs' | 'answers') {
  let calls = 0;
  const reader = fakeReader((request, { signal }): Given => {
    calls += 1;
    const action = fault(calls);
    if (action === 'fails') return Promise.reject(outage());
    if (action === 'answers') return Promise.resolve(answer(windowBatch(rows, { ...request, limit: 2 })));
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(outage())));
  });
  return { source: fakeSource(name), reader, criteria: {} };
}

/** A source without rows up to a bound, with one behind it, and whose second call fails. */
function stopping(name: string, at: number, bound: number) {
  const reader = fakeReader((request): Given => {
    const call = reader.requests.length;
    if (call === 2) return Promise.reject(outage());
    return Promise.resolve(
      answer(call === 1 ? { rows: [], coveredTo: bound, position: null } : windowBatch(notesAt(at), request)),
    );
  });
  return { source: fakeSource(name), reader, criteria: {} };
}

describe('a source of which some rows cannot be read', () => {
  const because = new VendorError({
    kind: 'wrong-answer',
    message: 'one without an amount',
    source: 'odd',
    operation: 'notes.list',
  });
  const odd = (span: { from: number; to: number }) => ({
    source: fakeSource('odd'),
    reader: fakeReader((request) => ({
      ...windowBatch(notesAt(9, 7, 3, 1), request),
      unread: { span, because },
    })),
    criteria: {},
  });
  const told = {
    source: { name: 'odd' },
    state: 'PARTIAL',
    error: { code: 'UPSTREAM_BAD_RESPONSE', message: 'one without an amount', retryable: false },
  };

  it('gives the others, and tells until the walk ends when these are from', async () => {
    const sources = [odd({ from: 5, to: 6 }), entryOf('red', notesAt(8, 2))];
    const first = await mergePage({ sources, first: 4 });
    expect(keysOf(first)).toEqual(['odd:9-0', 'red:8-0', 'odd:7-1', 'odd:3-2']);
    expect(first.outcomes[0]).toMatchObject({ ...told, missingFrom: 5, missingTo: 6 });
    expect(first.outcomes[1]).toMatchObject({ state: 'OK' });
    const second = await mergePage({ sources, first: 4, after: first.endCursor });
    expect(keysOf(second)).toEqual(['red:2-1', 'odd:1-3']);
    expect(second.outcomes[0]).toMatchObject({ state: 'PARTIAL', missingFrom: 5, missingTo: 6 });
  });

  it('tells of those in the window only', async () => {
    const sources = [odd({ from: 500, to: 2000 })];
    expect((await mergePage({ sources })).outcomes[0]).toMatchObject({ ...told, missingTo: 1000 });
    const before = { sources, window: { from: 0, to: 400 } };
    expect((await mergePage(before)).outcomes[0]).toMatchObject({ state: 'OK', missingFrom: null });
  });

  it('tells the span of all of them when they came at different calls', async () => {
    const reader = fakeReader(({ window: { to } }) =>
      to === 1000
        ? { rows: [], coveredTo: 500, position: null, unread: { span: { from: 900, to: 901 }, because } }
        : { rows: [], coveredTo: null, position: null, unread: { span: { from: 100, to: 101 }, because } },
    );
    const page = await mergePage({ sources: [{ source: fakeSource('odd'), reader, criteria: {} }] });
    expect(page.outcomes[0]).toMatchObject({ ...told, missingFrom: 100, missingTo: 901 });
  });

  it('is an error of a list that must be complete', async () => {
    const page = mergePage({ sources: [odd({ from: 5, to: 6 })], strict: true });
    await expect(page).rejects.toThrow('odd is PARTIAL (UPSTREAM_BAD_RESPONSE: one without an amount)');
  });
});

describe('a source that fails at once', () => {
  it('is told, and the others give their rows', async () => {
    const page = await mergePage({
      sources: [flaky('down', [], () => 'fails'), entryOf('red', notesAt(5, 4))],
    });
    expect(keysOf(page)).toEqual(['red:5-0', 'red:4-1']);
    expect(page.outcomes).toMatchObject([
      {
        source: { name: 'down' },
        state: 'FAILED',
        error: { code: 'UPSTREAM_UNAVAILABLE', message: 'no connection', retryable: true },
        fetchedAt: null,
        missingFrom: 0,
        missingTo: 1000,
      },
      {
        source: { name: 'red' },
        state: 'OK',
        error: null,
        fetchedAt: 5000,
        missingFrom: null,
        missingTo: null,
      },
    ]);
  });

  it('joins again from the watermark on and is partial until the walk ends', async () => {
    const down = flaky('down', notesAt(9, 7, 5, 3), (call) => (call === 1 ? 'fails' : 'answers'));
    const sources = [down, entryOf('red', notesAt(8, 6, 4, 2))];
    const first = await mergePage({ sources, first: 2 });
    expect(first.outcomes[0]).toMatchObject({ state: 'FAILED', missingFrom: 6, missingTo: 1000 });
    const second = await mergePage({ sources, first: 2, after: first.endCursor });
    expect(keysOf(first, second)).toEqual(['red:8-0', 'red:6-1', 'down:5-2', 'red:4-2']);
    expect(second.outcomes[0]).toMatchObject({
      state: 'PARTIAL',
      error: null,
      missingFrom: 6,
      missingTo: 1000,
    });
    const third = await mergePage({ sources, first: 9, after: second.endCursor });
    expect(keysOf(third)).toEqual(['down:3-3', 'red:2-3']);
    expect(third.outcomes[0]).toMatchObject({ state: 'PARTIAL', missingFrom: 6, missingTo: 1000 });
    expect(third.hasNextPage).toBe(false);
  });

  it('is told its span oldest first too, with the tie of the last row in it', async () => {
    const sources = [flaky('down', [], () => 'fails'), entryOf('red', notesAt(2, 4, 6))];
    const page = await mergePage({ sources, first: 2, order: oldestFirst });
    expect(page.outcomes[0]).toMatchObject({ state: 'FAILED', missingFrom: 0, missingTo: 5 });
  });

  it('may follow when the others have no more rows, and ends the walk when it fails again', async () => {
    const sources = [flaky('down', [], () => 'fails'), entryOf('red', notesAt(5))];
    const first = await mergePage({ sources });
    expect(first.hasNextPage).toBe(true);
    const second = await mergePage({ sources, after: first.endCursor });
    expect(second).toMatchObject({
      rows: [],
      hasNextPage: false,
      outcomes: [{ state: 'FAILED', missingFrom: 0 }, {}],
    });
  });

  it('gives an empty page when there is no other', async () => {
    const page = await mergePage({
      sources: [flaky('down', [], () => 'fails'), flaky('out', [], () => 'fails')],
    });
    expect(page).toMatchObject({ rows: [], hasNextPage: false, startCursor: null, endCursor: null });
    expect(page.outcomes.map(({ state }) => state)).toEqual(['FAILED', 'FAILED']);
  });

  it('is skipped for good when it only then turns out that it cannot', async () => {
    const beyond = new VendorError({
      kind: 'unsupported-filter',
      message: 'not with this filter',
      source: 'bare',
      operation: 'notes.list',
    });
    const reader = fakeReader(() => Promise.reject(beyond));
    const page = await mergePage({
      sources: [{ source: fakeSource('bare'), reader, criteria: {} }, entryOf('red', notesAt(5))],
    });
    expect(page.outcomes[0]).toMatchObject({
      state: 'SKIPPED',
      error: { code: 'UNSUPPORTED_FILTER' },
      missingFrom: null,
    });
    expect(page.hasNextPage).toBe(false);
  });

  it('is masked when the fault is the gateway’s own', async () => {
    const reader = fakeReader(() => Promise.reject(new TypeError('key=s3cret')));
    const page = await mergePage({ sources: [{ source: fakeSource('odd'), reader, criteria: {} }] });
    const error = page.outcomes[0]?.error;
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', retryable: false });
    expect(error?.message).not.toContain('s3cret');
    expect(error?.cause).toBeInstanceOf(TypeError);
  });
});

describe('a source that fails in a later round', () => {
  it('keeps the rows known to be safe and is partial with the span', async () => {
    const down = flaky('down', notesAt(9, 8, 7, 6), (call) => (call === 2 ? 'fails' : 'answers'));
    const sources = [down, entryOf('red', notesAt(5, 4, 3))];
    const page = await mergePage({ sources, first: 4 });
    expect(keysOf(page)).toEqual(['down:9-0', 'down:8-1', 'red:5-0', 'red:4-1']);
    expect(page.outcomes[0]).toMatchObject({
      state: 'PARTIAL',
      error: { code: 'UPSTREAM_UNAVAILABLE' },
      fetchedAt: 5000,
      missingFrom: 4,
      missingTo: 8,
    });
  });

  it('lets the walk go on from where it was read to when no other is left', async () => {
    const down = flaky('down', notesAt(9, 8, 7, 6), (call) => (call === 2 ? 'fails' : 'answers'));
    const first = await mergePage({ sources: [down] });
    expect(keysOf(first)).toEqual(['down:9-0', 'down:8-1']);
    expect(first.outcomes[0]).toMatchObject({ state: 'PARTIAL', missingFrom: 0, missingTo: 8 });
    expect(first.hasNextPage).toBe(true);
    const second = await mergePage({ sources: [down], after: first.endCursor });
    expect(keysOf(second)).toEqual(['down:7-2', 'down:6-3']);
    expect(second.outcomes[0]).toMatchObject({ state: 'OK', missingFrom: null });
  });

  it('holds back rows that others of its own may come before, and gives all on the next page', async () => {
    const reader = fakeReader((): Given => {
      const call = reader.requests.length;
      if (call === 2) return Promise.reject(outage());
      return Promise.resolve(
        answer(
          call === 1
            ? { rows: notesAt(400), coveredTo: 600, position: null }
            : { rows: notesAt(400, 500), coveredTo: null, position: null },
        ),
      );
    });
    const sources = [{ source: fakeSource('down'), reader, criteria: {} }, entryOf('red', notesAt(700, 300))];
    const first = await mergePage({ sources, first: 2 });
    expect(keysOf(first)).toEqual(['red:700-0', 'red:300-1']);
    expect(first.outcomes[0]).toMatchObject({ state: 'PARTIAL', missingFrom: 300, missingTo: 600 });
    const again = await mergePage({ sources, first: 9, after: first.rows[0]?.cursor });
    expect(keysOf(again)).toEqual(['down:500-1', 'down:400-0', 'red:300-1']);
  });

  it('loses no rows to another that fails farther on', async () => {
    for (const [order, near, far, last] of [
      [newestFirst, 800, 300, 100],
      [oldestFirst, 200, 700, 900],
    ] as const) {
      const sources = [stopping('near', 500, near), stopping('far', last, far)];
      const first = await mergePage({ sources, order });
      expect(first).toMatchObject({ rows: [], hasNextPage: true });
      const second = await mergePage({ sources, order, after: first.endCursor });
      expect(keysOf(second)).toEqual(['near:500-0', `far:${last}-0`]);
    }
  });

  it('loses no rows of another behind a page that is full', async () => {
    const bounds = [15, null];
    const red = fakeReader(() => {
      const coveredTo = bounds.shift() ?? null;
      return { rows: coveredTo === null ? notesAt(14, 13, 12, 11) : [], coveredTo, position: null };
    });
    const sources = [stopping('down', 5, 8), { source: fakeSource('red'), reader: red, criteria: {} }];
    const first = await mergePage({ sources, first: 2 });
    const second = await mergePage({ sources, first: 9, after: first.endCursor });
    expect(keysOf(first, second)).toEqual(['red:14-0', 'red:13-1', 'red:12-2', 'red:11-3', 'down:5-0']);
    expect(second.outcomes[0]).toMatchObject({ state: 'OK', missingFrom: null });
  });

  it('gives no row twice when several fail, each at a place of its own', async () => {
    const sources = [
      flaky('down', notesAt(9, 8, 7), (call) => (call === 2 ? 'fails' : 'answers')),
      flaky('out', notesAt(20, 19, 18), (call) => (call === 2 ? 'fails' : 'answers')),
    ];
    const first = await mergePage({ sources });
    expect(keysOf(first)).toEqual(['out:20-0', 'out:19-1', 'down:9-0', 'down:8-1']);
    const second = await mergePage({ sources, after: first.endCursor });
    expect(keysOf(second)).toEqual(['down:7-2']);
    expect(second.outcomes[1]).toMatchObject({ state: 'PARTIAL', missingFrom: 8, missingTo: 19 });
  });

  it('costs nothing when the page was complete already', async () => {
    const down = flaky('down', notesAt(9, 8, 7), (call) => (call === 2 ? 'fails' : 'answers'));
    const page = await mergePage({ sources: [down], first: 2 });
    expect(keysOf(page)).toEqual(['down:9-0', 'down:8-1']);
    expect(page).toMatchObject({ hasNextPage: true, outcomes: [{ state: 'OK', error: null }] });
  });
});

describe('a late source', () => {
  it('is left out of the page, and its call goes on', async () => {
    let signal: AbortSignal | undefined;
    const { promise, resolve } = Promise.withResolvers<Answer<TimelineBatch<Note>>>();
    const reader = fakeReader((_, context) => {
      signal = context.signal;
      return promise;
    });
    const sources = [{ source: fakeSource('slow'), reader, criteria: {} }, entryOf('red', notesAt(5))];
    const request = new AbortController();
    const page = await mergePage({
      sources,
      lateAfterMs: 5,
      context: callContext({ signal: request.signal }),
    });
    expect(keysOf(page)).toEqual(['red:5-0']);
    expect(page.outcomes[0]).toMatchObject({
      state: 'LATE',
      error: {
        code: 'UPSTREAM_TIMEOUT',
        message: 'source "slow" had not answered when the page was due (late after 5 ms)',
        retryable: true,
      },
      missingFrom: 0,
      missingTo: 1000,
    });
    request.abort();
    expect(signal?.aborted).toBe(false);
    resolve(answer({ rows: [], coveredTo: null, position: null }));
  });

  it('is counted from the first success, not from the first failure', async () => {
    const slow = fakeReader(async () => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      return answer({ rows: notesAt(5), coveredTo: null, position: null });
    });
    const sources = [
      flaky('down', [], () => 'fails'),
      { source: fakeSource('slow'), reader: slow, criteria: {} },
    ];
    const page = await mergePage({ sources, lateAfterMs: 5 });
    expect(keysOf(page)).toEqual(['slow:5-0']);
  });

  it('is counted from its own call in later rounds', async () => {
    const slow = flaky('slow', notesAt(9, 8, 7, 6), (call) => (call === 2 ? 'hangs' : 'answers'));
    const page = await mergePage({ sources: [slow, entryOf('red', notesAt(1))], lateAfterMs: 5 });
    expect(keysOf(page)).toEqual(['slow:9-0', 'slow:8-1', 'red:1-0']);
    expect(page.outcomes[0]).toMatchObject({
      state: 'PARTIAL',
      error: { code: 'UPSTREAM_TIMEOUT' },
      missingTo: 8,
    });
  });

  it('is not late when there is no other to hold up', async () => {
    const rows = notesAt(9, 8, 7);
    const reader = fakeReader(async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return answer(windowBatch(rows, { ...request, limit: 2 }));
    });
    const sources = [{ source: fakeSource('slow'), reader, criteria: {} }];
    const page = await mergePage({ sources, lateAfterMs: 2, strict: true });
    expect(keysOf(page)).toEqual(['slow:9-0', 'slow:8-1', 'slow:7-2']);
    expect(reader.requests).toHaveLength(2);
  });

  it('is not waited for beyond the request, when nobody answers at all', async () => {
    const context = callContext({ deadline: Date.now() + 30 });
    const page = await mergePage({ sources: [flaky('slow', [], () => 'hangs')], context });
    const message = 'source "slow" had not answered when the time of the request was nearly over';
    expect(page).toMatchObject({ rows: [], outcomes: [{ state: 'LATE', error: { message } }] });
    expect(Date.now()).toBeLessThanOrEqual(context.deadline + 2000);
  });

  it('joins again on the next page', async () => {
    const slow = flaky('slow', notesAt(9, 7), (call) => (call === 1 ? 'hangs' : 'answers'));
    const sources = [slow, entryOf('red', notesAt(8, 6))];
    const first = await mergePage({ sources, first: 1, lateAfterMs: 5 });
    const second = await mergePage({ sources, after: first.endCursor, lateAfterMs: 5 });
    expect(keysOf(first, second)).toEqual(['red:8-0', 'slow:7-1', 'red:6-1']);
    expect(second.outcomes[0]).toMatchObject({ state: 'PARTIAL', missingFrom: 8, missingTo: 1000 });
  });
});

describe('a request that is aborted', () => {
  it('ends the calls and the wait', async () => {
    let signal: AbortSignal | undefined;
    const reader = fakeReader((_, context): Given => {
      signal = context.signal;
      return new Promise(() => {});
    });
    const request = new AbortController();
    const page = mergePage({
      sources: [{ source: fakeSource('slow'), reader, criteria: {} }],
      context: callContext({ signal: request.signal }),
    });
    request.abort(new Error('nobody waits'));
    await expect(page).rejects.toThrow('nobody waits');
    expect(signal?.aborted).toBe(true);
  });

  it('asks nobody when it was aborted before', async () => {
    const red = entryOf('red', notesAt(5));
    const context = callContext({ signal: AbortSignal.abort(new Error('nobody waits')) });
    await expect(mergePage({ sources: [red], context })).rejects.toThrow('nobody waits');
    expect(red.reader.requests).toHaveLength(0);
  });
});

describe('old answers', () => {
  it('are told as stale with the reason and the oldest time', async () => {
    const reader = fakeReader(({ window: { to } }) =>
      Promise.resolve(
        to === 1000
          ? answer({ rows: notesAt(9), coveredTo: 9, position: null })
          : answer(
              { rows: notesAt(8), coveredTo: null, position: null },
              { fetchedAt: 4000, staleBecause: outage() },
            ),
      ),
    );
    const page = await mergePage({
      sources: [{ source: fakeSource('old'), reader, criteria: {} }],
      strict: true,
    });
    expect(page.outcomes).toMatchObject([
      { state: 'STALE', fetchedAt: 4000, error: { code: 'UPSTREAM_UNAVAILABLE' } },
    ]);
    expect(page.rows).toHaveLength(2);
  });

  it('tell the oldest time also where that came first', async () => {
    const times = [3000, 6000];
    const reader = fakeReader(async ({ window: { to } }) => {
      const coveredTo = to === 1000 ? 500 : null;
      return answer({ rows: [], coveredTo, position: null }, { fetchedAt: times.shift() ?? 0 });
    });
    const page = await mergePage({ sources: [{ source: fakeSource('old'), reader, criteria: {} }] });
    expect(page.outcomes).toMatchObject([{ state: 'OK', fetchedAt: 3000 }]);
  });
});

describe('a strict list', () => {
  it('is given when every source gave all', async () => {
    await expect(
      mergePage({ sources: [entryOf('red', notesAt(5, 4))], strict: true }),
    ).resolves.toMatchObject({
      outcomes: [{ state: 'OK' }],
    });
  });

  it('throws the outcomes when a source failed', async () => {
    const error = await mergePage({
      sources: [flaky('down', [], () => 'fails'), entryOf('red', notesAt(5, 4))],
      strict: true,
    }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(IncompleteListError);
    expect(error).toMatchObject({
      outcomes: [{ state: 'FAILED' }, { state: 'OK' }],
      message: expect.stringContaining('down is FAILED (UPSTREAM_UNAVAILABLE: no connection)'),
    });
  });

  it('throws when a source was skipped, or was missing on an earlier page', async () => {
    const skipped = { source: fakeSource('bare'), criteria: {} };
    await expect(
      mergePage({ sources: [skipped, entryOf('red', notesAt(5, 4))], strict: true }),
    ).rejects.toThrow(IncompleteListError);
    const sources = [
      flaky('down', notesAt(3), (call) => (call === 1 ? 'fails' : 'answers')),
      entryOf('red', notesAt(5, 4)),
    ];
    const first = await mergePage({ sources, first: 1 });
    await expect(mergePage({ sources, after: first.endCursor, strict: true })).rejects.toThrow(
      'down is PARTIAL',
    );
  });
});

describe('sources that are not asked', () => {
  it('are OK when no row can match, and skipped with the reason when they cannot tell', async () => {
    const never = fakeReader(() => ({ rows: notesAt(1), coveredTo: null, position: null }), 'never');
    const unable = fakeReader(() => ({ rows: notesAt(1), coveredTo: null, position: null }), 'unsupported');
    const page = await mergePage({
      sources: [
        { source: fakeSource('never'), reader: never, criteria: { word: 'x' } },
        { source: fakeSource('unable'), reader: unable, criteria: { word: 'x' } },
        { source: fakeSource('bare'), criteria: { word: 'x' } },
        { source: fakeSource('elsewhere'), criteria: 'none' },
      ],
    });
    expect(page.outcomes).toMatchObject([
      { state: 'OK', error: null },
      { state: 'SKIPPED', error: { code: 'UNSUPPORTED_FILTER', retryable: false } },
      { state: 'SKIPPED', error: { code: 'UNSUPPORTED' } },
      { state: 'OK', error: null },
    ]);
    expect(page.outcomes[1]?.error?.message).toContain('word');
    expect([...never.requests, ...unable.requests]).toEqual([]);
    expect(page.hasNextPage).toBe(false);
  });
});

/** Whether an answer with the page in it may be given out again. */
async function isKept(request: PageRequest): Promise<boolean> {
  const { life, isKept: isAnswerKept } = fakeLife();
  await mergePage({ ...request, context: callContext({ life }) });
  return isAnswerKept();
}

describe('the answer that a page goes into', () => {
  it('may be kept when all gave all, also without those that cannot', async () => {
    const bare = { source: fakeSource('bare'), criteria: {} };
    expect(await isKept({ sources: [entryOf('red', notesAt(5, 4)), bare] })).toBe(true);
  });

  it('is not kept when rows are missing, or are older than they should be', async () => {
    const red = entryOf('red', notesAt(5, 4));
    expect(await isKept({ sources: [red, flaky('down', [], () => 'fails')] })).toBe(false);
    expect(await isKept({ sources: [red, flaky('slow', [], () => 'hangs')], lateAfterMs: 5 })).toBe(false);
    const old = fakeReader(async () =>
      answer({ rows: [], coveredTo: null, position: null }, { staleBecause: outage() }),
    );
    expect(await isKept({ sources: [{ source: fakeSource('old'), reader: old, criteria: {} }] })).toBe(false);
  });

  it('is not kept when the page ended early', async () => {
    const slow = fakeReader(({ window: { to } }) => ({ rows: [], coveredTo: to - 1, position: null }));
    expect(await isKept({ sources: [{ source: fakeSource('slow'), reader: slow, criteria: {} }] })).toBe(
      false,
    );
  });
});
