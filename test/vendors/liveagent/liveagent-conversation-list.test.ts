import {
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
  tuple,
} from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConversationCriteria } from '../../../src/contract/conversation-reader.ts';
import type { Conversation } from '../../../src/contract/conversation.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import type { TimelineOrder, TimeWindow } from '../../../src/contract/timeline.ts';
import type { VendorError } from '../../../src/contract/vendor-error.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { answerList, type ListBehaviour, type ListedTicket } from './conversation-list.ts';
import { callContext, openSource } from './open-source.ts';
import { refusal, type TestDesk } from './test-desk.ts';
import { walkTimeline } from './walk-timeline.ts';

const timeZone = 'America/Los_Angeles';
const start = Date.UTC(2024, 4, 1);
const second = 1000;
const hour = 3_600_000;
const window: TimeWindow = { from: start, to: start + 40 * 24 * hour };
const newestFirst: TimelineOrder = { field: 'CREATED_AT', direction: 'DESC' };

let desk: TestDesk;
let source: HelpdeskSource;

deskForEachTest((opened) => ({ desk, source } = opened), { answer: () => ({ record: {} }) });

function serve(tickets: readonly ListedTicket[], behaviour: Partial<ListBehaviour> = {}): void {
  const full: ListBehaviour = { timeZone, sortedBy: 'created', paging: 'cursor', ...behaviour };
  desk.answer = (call) => answerList(tickets, full, call);
}

/** Tickets an hour apart; every third one was changed days later. */
function hourly(count: number): ListedTicket[] {
  return Array.from({ length: count }, (_, index) => {
    const created = start + index * hour;
    return { id: `t${index}`, created, changed: created + (index % 3 === 0 ? 70 * hour : 600 * second) };
  });
}

function first(limit: number, order = newestFirst, filter: ConversationCriteria = {}, span = window) {
  return source.conversations!.list({ window: span, order, filter, limit, position: null }, callContext());
}

function timeOf(field: TimelineOrder['field']) {
  return (row: Conversation) => (field === 'CREATED_AT' ? row.createdAt : (row.updatedAt ?? row.createdAt));
}

function expectedKeys(
  tickets: readonly ListedTicket[],
  { field, direction }: TimelineOrder,
  span: TimeWindow,
) {
  const time = (ticket: ListedTicket) => (field === 'CREATED_AT' ? ticket.created : ticket.changed);
  const sign = direction === 'DESC' ? -1 : 1;
  return tickets
    .filter((ticket) => time(ticket) >= span.from && time(ticket) < span.to)
    .sort((a, b) => (time(a) - time(b)) * sign || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

describe('the first page', () => {
  it('takes one call for about as many rows as are wanted', async () => {
    serve(hourly(900));
    const { value } = await first(26);
    expect(desk.calls).toHaveLength(1);
    expect(Number(desk.calls[0]?.query.limit)).toBeLessThan(40);
    expect(value.rows.slice(0, 26).map(({ key }) => key)).toEqual(
      Array.from({ length: 26 }, (_, index) => `t${899 - index}`),
    );
    expect(value.rows.filter((row) => row.createdAt >= (value.coveredTo ?? 0)).length).toBeGreaterThanOrEqual(
      26,
    );
  });

  it('takes one call where the whole window fits', async () => {
    serve(hourly(20));
    const { value } = await first(26);
    expect(desk.calls).toHaveLength(1);
    expect(value).toMatchObject({ coveredTo: null, position: null });
    expect(value.rows).toHaveLength(20);
  });

  it('takes one call by time of change where the account sorts by it', async () => {
    serve(hourly(900), { sortedBy: 'changed' });
    const order: TimelineOrder = { field: 'UPDATED_AT', direction: 'DESC' };
    const { value } = await first(26, order);
    expect(desk.calls).toHaveLength(1);
    const covered = value.rows.filter((row) => (row.updatedAt ?? 0) >= (value.coveredTo ?? 0));
    expect(covered.length).toBeGreaterThanOrEqual(26);
  });

  it('takes one call where every conversation was changed equally long after its beginning', async () => {
    const tickets = Array.from({ length: 300 }, (_, index) => {
      const created = start + index * 600 * second;
      return { id: `t${index}`, created, changed: created + 26 * hour };
    });
    serve(tickets);
    const { value } = await first(26);
    expect(desk.calls).toHaveLength(1);
    expect(value.rows.filter((row) => row.createdAt >= (value.coveredTo ?? 0)).length).toBeGreaterThanOrEqual(
      26,
    );
  });

  it('does not take an account that sorts by creation for one that sorts by change', async () => {
    // Sorted by both within the answer, yet the ticket changed last is an old one.
    const tickets = Array.from({ length: 100 }, (_, index) => {
      const created = start + index * hour;
      return { id: `t${index}`, created, changed: index === 3 ? start + 500 * hour : created + second };
    });
    serve(tickets);
    const { value } = await first(10, { field: 'UPDATED_AT', direction: 'DESC' });
    const newest = [...value.rows].sort((a, b) => (b.updatedAt ?? 0) - (a.updatedAt ?? 0))[0];
    expect(newest?.key).toBe('t3');
  });

  it('asks a remembered account at once in the way that worked', async () => {
    serve(hourly(900));
    const order: TimelineOrder = { field: 'UPDATED_AT', direction: 'DESC' };
    await first(26, order);
    const before = desk.calls.length;
    await first(26, order);
    expect(desk.calls.length - before).toBe(1);
  });
});

describe('a walk to the end', () => {
  const behaviours: Partial<ListBehaviour>[] = [
    { sortedBy: 'created' },
    { sortedBy: 'created', ascending: true },
    { sortedBy: 'changed' },
    { sortedBy: 'nothing' },
    { sortedBy: 'created', exclusive: true },
    { sortedBy: 'created', paging: 'offset', ignoresLimit: 100 },
  ];
  const orders: TimelineOrder[] = (['CREATED_AT', 'UPDATED_AT'] as const).flatMap((field) =>
    (['ASC', 'DESC'] as const).map((direction) => ({ field, direction })),
  );

  for (const behaviour of behaviours) {
    for (const order of orders) {
      it(`gives every row once by ${order.field} ${order.direction} from ${JSON.stringify(behaviour)}`, async () => {
        const tickets = hourly(700);
        serve(tickets, behaviour);
        const { conversations } = source;
        const request = { window, order, filter: {}, limit: 200 };
        const walked = await walkTimeline(conversations!, request, timeOf(order.field), callContext());
        expect(walked.keys).toEqual(expectedKeys(tickets, order, window));
      });
    }
  }

  it('gives every row once whatever the times, ties and page size', async () => {
    const ticket = record({ at: nat(3000), later: nat(500) });
    // As imports make them: many of one second, in an order that proves nothing.
    const block = tuple(ticket, integer({ min: 1, max: 40 })).chain(([{ at, later }, count]) =>
      array(
        oneof(
          nat(500).map((each) => ({ at, later: each })),
          constant({ at, later }),
        ),
        { minLength: count, maxLength: count },
      ),
    );
    await assert(
      asyncProperty(
        oneof(
          array(ticket, { maxLength: 60 }),
          array(block, { maxLength: 6 }).map((blocks) => blocks.flat()),
        ),
        constantFrom(...orders),
        constantFrom<ListBehaviour['sortedBy']>('created', 'changed', 'nothing'),
        boolean(),
        integer({ min: 1, max: 40 }),
        async (made, order, sortedBy, ascending, limit) => {
          const tickets = made.map(({ at, later }, index) => {
            const created = start + at * second;
            return { id: `t${index}`, created, changed: created + later * second };
          });
          serve(tickets, { sortedBy, ascending });
          const span = { from: start, to: start + 3000 * second };
          const request = { window: span, order, filter: {}, limit };
          // An account does not change its ways; what one was seen to do must not be held against the next.
          const other = openSource(desk.url);
          const walked = await walkTimeline(
            other.conversations!,
            request,
            timeOf(order.field),
            callContext(),
          );
          await other.close();
          expect(walked.keys).toEqual(expectedKeys(tickets, order, span));
        },
      ),
      { numRuns: 120 },
    );
  });

  it.each(orders)('loses none behind an import of one second, by $field $direction', async (order) => {
    const imported = Array.from({ length: 110 }, (_, index) => {
      const changed = start + (100 + ((index * 37) % 110)) * hour;
      return { id: `a${String(index).padStart(3, '0')}`, created: start + 3 * hour, changed };
    });
    const tickets = [...imported, ...hourly(400).slice(200)];
    for (const ascending of [false, true]) {
      for (const sortedBy of ['created', 'changed', 'nothing'] as const) {
        serve(tickets, { sortedBy, ascending });
        const other = openSource(desk.url);
        const request = { window, order, filter: {}, limit: 26 };
        const walked = await walkTimeline(other.conversations!, request, timeOf(order.field), callContext());
        await other.close();
        expect(walked.keys).toEqual(expectedKeys(tickets, order, window));
      }
    }
  });

  for (const paging of ['cursor', 'offset'] as const) {
    it(`pages by ${paging} through more rows of one second than an answer holds`, async () => {
      const busy = Array.from({ length: 2300 }, (_, index) => ({
        id: `b${String(index).padStart(4, '0')}`,
        created: start + 5 * hour,
        changed: start + 5 * hour,
      }));
      const tickets = [...hourly(50), ...busy];
      serve(tickets, { paging });
      const request = { window, order: newestFirst, filter: {}, limit: 101 };
      const walked = await walkTimeline(source.conversations!, request, timeOf('CREATED_AT'), callContext());
      expect(walked.keys).toEqual(expectedKeys(tickets, newestFirst, window));
      expect(walked.pulls).toBeLessThan(12);
    });
  }

  it.each([26, 1000])('comes to an import of one second in few calls, %i rows at a time', async (limit) => {
    const imported = Array.from({ length: 1200 }, (_, index) => {
      return { id: `a${String(index).padStart(4, '0')}`, created: start, changed: start + 7 * hour };
    });
    const few = Array.from({ length: 40 }, (_, index) => {
      return { id: `f${index}`, created: start, changed: start + (8 + index * index) * hour };
    });
    serve([...imported, ...few], { sortedBy: 'changed', ascending: true });
    const order: TimelineOrder = { field: 'UPDATED_AT', direction: 'DESC' };
    const request = { window: { from: start, to: start + 100 * 24 * hour }, order, filter: {}, limit };
    const walked = await walkTimeline(source.conversations!, request, timeOf('UPDATED_AT'), callContext());
    expect(walked.rows.size).toBe(1240);
    expect(desk.calls.length).toBeLessThan(25);
  });

  it('says so when a second holds too much and the account has no paging', async () => {
    const busy = Array.from({ length: 1500 }, (_, index) => ({
      id: `b${index}`,
      created: start,
      changed: start,
    }));
    serve(busy, { paging: 'none' });
    const request = { window, order: newestFirst, filter: {}, limit: 26 };
    await expect(
      walkTimeline(source.conversations!, request, timeOf('CREATED_AT'), callContext()),
    ).rejects.toMatchObject({ kind: 'bad-response', operation: 'conversations.list' });
  });

  it('costs one call a page where the span has to be narrowed', async () => {
    const tickets = Array.from({ length: 4000 }, (_, index) => {
      const created = start + index * 600 * second;
      return { id: `t${index}`, created, changed: created + ((index * 7919) % 40) * hour };
    });
    serve(tickets);
    const order: TimelineOrder = { field: 'UPDATED_AT', direction: 'DESC' };
    const page = await first(26, order);
    const before = desk.calls.length;
    const bound = page.value.coveredTo ?? 0;
    const { position } = page.value;
    const span = { from: window.from, to: bound };
    const next = await source.conversations!.list(
      { window: span, order, filter: {}, limit: 26, position },
      callContext(),
    );
    expect(before).toBeLessThanOrEqual(5);
    expect(desk.calls.length - before).toBe(1);
    expect(next.value.rows.length).toBeGreaterThan(0);
  });
});

describe('the clocks', () => {
  for (const [what, at] of [
    ['set back', Date.UTC(2024, 10, 3, 9)],
    ['set forward', Date.UTC(2024, 2, 10, 10)],
  ] as const) {
    it(`loses and repeats no row around clocks ${what}`, async () => {
      const tickets = Array.from({ length: 300 }, (_, index) => {
        const created = at - 3 * hour + index * 120 * second;
        return { id: `t${String(index).padStart(3, '0')}`, created, changed: created + 30 * second };
      });
      serve(tickets);
      const span = { from: at - 4 * hour, to: at + 8 * hour };
      const request = { window: span, order: newestFirst, filter: {}, limit: 20 };
      const walked = await walkTimeline(source.conversations!, request, timeOf('CREATED_AT'), callContext());
      expect([...walked.keys].sort()).toEqual(tickets.map(({ id }) => id));
    });

    it(`reads all rows around clocks ${what} from a server without limit and paging`, async () => {
      const tickets = Array.from({ length: 300 }, (_, index) => {
        const created = at + (index - 150) * 160 * second;
        return { id: `t${String(index).padStart(3, '0')}`, created, changed: created };
      });
      serve(tickets, { paging: 'none', ignoresLimit: 100, sortedBy: 'nothing' });
      const span = { from: at - 8 * hour, to: at + 8 * hour };
      const request = { window: span, order: newestFirst, filter: {}, limit: 20 };
      const walked = await walkTimeline(source.conversations!, request, timeOf('CREATED_AT'), callContext());
      expect([...walked.keys].sort()).toEqual(tickets.map(({ id }) => id));
    });

    it(`comes past an import of one second just before clocks ${what} in few calls`, async () => {
      const imported = Array.from({ length: 1100 }, (_, index) => {
        return { id: `a${String(index).padStart(4, '0')}`, created: at - hour, changed: at - hour };
      });
      const few = Array.from({ length: 24 }, (_, index) => {
        const created = at + (index - 12) * hour;
        return { id: `f${String(index).padStart(2, '0')}`, created, changed: created };
      });
      const tickets = [...imported, ...few];
      serve(tickets);
      const request = { window: { from: at - 48 * hour, to: at + 48 * hour }, filter: {}, limit: 26 };
      for (const direction of ['ASC', 'DESC'] as const) {
        const order: TimelineOrder = { field: 'CREATED_AT', direction };
        const walked = await walkTimeline(
          source.conversations!,
          { ...request, order },
          timeOf('CREATED_AT'),
          callContext(),
        );
        expect([...walked.keys].sort()).toEqual(tickets.map(({ id }) => id));
      }
      expect(desk.calls.length).toBeLessThan(60);
    });
  }
});

describe('rows that cannot be read', () => {
  const undated = { datecreated: '0000-00-00 00:00:00', datechanged: null };
  const withOdd = (columns: Readonly<Record<string, unknown>>) =>
    hourly(300).map((ticket, index) => (index % 100 === 50 ? { ...ticket, columns } : ticket));
  const readable = hourly(300).filter((_, index) => index % 100 !== 50);

  it.each([
    ['without a date', undated],
    ['without an id', { conversationid: null }],
    ['with a table for an id', { conversationid: { is: 'odd' } }],
  ])('%s are left out and told, and no other is lost', async (_, columns) => {
    serve(withOdd(columns));
    const request = { window, order: newestFirst, filter: {}, limit: 26 };
    const walked = await walkTimeline(source.conversations!, request, timeOf('CREATED_AT'), callContext());
    expect(walked.keys).toEqual(expectedKeys(readable, newestFirst, window));
    const { value } = await first(1000);
    expect(value.unread).toEqual({
      span: window,
      because: expect.objectContaining({
        kind: 'wrong-answer',
        message: expect.stringContaining('left out') as string,
        source: 'support',
        operation: 'conversations.list',
      }) as VendorError,
    });
  });

  it('count for whether an answer is full', async () => {
    serve(hourly(300).map((ticket, index) => (index < 290 ? ticket : { ...ticket, columns: undated })));
    const { value } = await first(26);
    expect(value.coveredTo).not.toBeNull();
    expect(value.unread?.because.message).toContain('left out');
  });

  it('are no error of a list that has no others', async () => {
    serve(hourly(3).map((ticket) => ({ ...ticket, columns: undated })));
    const { value } = await first(26);
    expect(value).toMatchObject({ rows: [], coveredTo: null });
    expect(value.unread?.because.message).toContain('left out');
  });
});

describe('datefrom and dateto', () => {
  it('are taken as an ordinary span', async () => {
    serve(hourly(100));
    await first(26, newestFirst, {}, { from: start + 10 * hour, to: start + 20 * hour });
    const { datefrom, dateto } = desk.calls[0]?.query ?? {};
    // 1 May 10:00 UTC is 3 in the morning in Los Angeles; a second early for servers that leave the start out.
    expect(datefrom).toBe('2024-05-01 02:59:59');
    expect(dateto).toBe('2024-05-01 13:00:00');
  });

  it('are swapped for an account that means what the references say, once and for all', async () => {
    const now = Math.floor(Date.now() / second) * second;
    const tickets = Array.from({ length: 30 }, (_, index) => {
      const created = now - (index * 24 + 1) * hour;
      return { id: `t${String(index).padStart(2, '0')}`, created, changed: created };
    });
    serve(tickets, { swapped: true });
    const span = { from: now - 10 * 24 * hour, to: now };
    const { value } = await first(26, newestFirst, {}, span);
    const expected = tickets.slice(0, 10).map(({ id }) => id);
    expect(value.rows.map(({ key }) => key)).toEqual(expected);
    expect(desk.calls).toHaveLength(3);
    const past = { from: now - 20 * 24 * hour, to: now - 10 * 24 * hour };
    const older = await first(26, newestFirst, {}, past);
    expect(older.value.rows).toHaveLength(10);
    expect(desk.calls).toHaveLength(4);
  });

  it('are found to be swapped by a span that comes back empty', async () => {
    const tickets = hourly(100);
    serve(tickets, { swapped: true });
    const span = { from: start + 10 * hour, to: start + 20 * hour };
    const { value } = await first(26, newestFirst, {}, span);
    const expected = tickets.filter(({ created }) => created >= span.from && created < span.to);
    expect(value.rows.map(({ key }) => key).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(desk.calls).toHaveLength(3);
    await first(26, newestFirst, {}, { from: start + 20 * hour, to: start + 30 * hour });
    expect(desk.calls).toHaveLength(4);
  });

  it('are found to be swapped where a filter, too, may be why nothing comes', async () => {
    serve(hourly(100), { swapped: true });
    const span = { from: start + 10 * hour, to: start + 20 * hour };
    const created = await first(26, newestFirst, { status: ['OPEN'] }, span);
    expect(created.value.rows).toHaveLength(10);
    const order: TimelineOrder = { field: 'UPDATED_AT', direction: 'DESC' };
    const changed = await first(26, order, { created: span }, window);
    expect(changed.value.rows).toHaveLength(10);
  });

  it('are not taken for kept by rows that lie just outside of the span', async () => {
    const now = Math.floor(Date.now() / second) * second;
    const tickets = [90, 100, 110, 150, 160].map((minutes) => {
      const created = now - minutes * 60 * second;
      return { id: `t${minutes}`, created, changed: created };
    });
    serve(tickets, { swapped: true });
    const { value } = await first(26, newestFirst, {}, { from: now - 2 * hour, to: now });
    expect(value.rows.map(({ key }) => key)).toEqual(['t90', 't100', 't110']);
  });

  it('are asked about once, and never again where a row has told', async () => {
    const empty = { from: start - 20 * hour, to: start - 10 * hour };
    serve(hourly(100));
    await first(26, newestFirst, { status: ['SPAM'] }, empty);
    expect(desk.calls).toHaveLength(2);
    await first(26, newestFirst, {}, empty);
    expect(desk.calls).toHaveLength(3);
    await first(26, newestFirst, {}, { from: start, to: start + 10 * hour });
    expect(desk.calls).toHaveLength(4);
  });

  it('are as they are called where a server takes no list without an owner or a department', async () => {
    desk.answer = ({ query }) =>
      query.department === undefined
        ? refusal(500, 'Owner or department is mandatory')
        : { record: { conversations: [] } };
    const { value } = await first(26, newestFirst, { departmentKey: 'd0' });
    expect(value).toEqual({ rows: [], coveredTo: null, position: null });
  });

  it('are the same for lists asked for within a minute that reach up to now', async () => {
    const minute = Math.floor(Date.now() / 60_000) * 60_000;
    serve([{ id: 't0', created: minute - hour, changed: minute - hour }]);
    const from = minute - 30 * 24 * hour;
    await first(26, newestFirst, {}, { from: from + 1, to: minute + 1000 });
    await first(26, newestFirst, {}, { from: from + 20_000, to: minute + 21_000 });
    expect(desk.calls[0]?.query).toEqual(desk.calls[1]?.query);
  });
});

function columns(index: number) {
  return {
    status: ['C', 'R', 'N', '?'][index % 4],
    channel_type: ['E', 'F', 'A'][index % 3],
    departmentid: `d${index % 2}`,
    owneremail: index % 5 === 0 ? ' Ann@Example.org' : 'bob@example.org',
    tags: index % 10 === 0 ? 'vip1,\nnew2' : index % 7 === 0 ? ' new2 ' : '',
  };
}

async function keysFor(filter: ConversationCriteria): Promise<readonly string[]> {
  const { value } = await first(200, newestFirst, filter);
  return value.rows.map(({ key }) => key).sort();
}

describe('filters', () => {
  const tickets = hourly(120).map((ticket, index) => ({ ...ticket, columns: columns(index) }));

  function those(matches: (index: number) => boolean): readonly string[] {
    return tickets.flatMap(({ id }, index) => (matches(index) ? [id] : [])).sort();
  }

  beforeEach(() => {
    const tags = [
      { id: 'vip1', name: 'VIP' },
      { id: 'new2', name: 'New one' },
    ];
    const full: ListBehaviour = { timeZone, sortedBy: 'created', paging: 'cursor' };
    // An old server that applies none of them.
    desk.answer = (call) => (call.path === 'tags' ? { record: { tags } } : answerList(tickets, full, call));
  });

  it('hand codes to the vendor and hold where it does not apply them', async () => {
    expect(await keysFor({ status: ['OPEN', 'NEW'], channel: ['FACEBOOK'], departmentKey: 'd0' })).toEqual(
      those((index) => index % 2 === 0 && [0, 2].includes(index % 4) && index % 3 !== 0),
    );
    expect(desk.calls[0]?.query).toMatchObject({ status: 'C,N', channel_type: 'A,F', department: 'd0' });
  });

  it('decide states without a code themselves', async () => {
    expect(await keysFor({ status: ['UNKNOWN'] })).toEqual(those((index) => index % 4 === 3));
    expect(desk.calls[0]?.query).not.toHaveProperty('status');
  });

  it('compare addresses trimmed and without case', async () => {
    expect(await keysFor({ customerEmail: 'ann@example.org' })).toEqual(those((index) => index % 5 === 0));
    expect(desk.calls[0]?.query.owneridentifier).toBe('ann@example.org');
  });

  it('find a tag by name', async () => {
    expect(await keysFor({ tag: 'vip' })).toEqual(those((index) => index % 10 === 0));
  });

  it.each([
    ['tag', { tag: 'vip' }, { channel_type: 'E' }],
    ['channel', { channel: ['EMAIL'] }, { tags: '' }],
  ] as const)('by %s are refused where rows have no column for it', async (name, filter, columns) => {
    const [ticket] = hourly(1);
    const full: ListBehaviour = { timeZone, sortedBy: 'created', paging: 'cursor' };
    const tags = { tags: [{ id: 'vip1', name: 'VIP' }] };
    desk.answer = (call) =>
      call.path === 'tags' ? { record: tags } : answerList([{ ...ticket!, columns }], full, call);
    await expect(first(26, newestFirst, filter)).rejects.toMatchObject({
      kind: 'unsupported-filter',
      message: expect.stringContaining(`cannot apply the filter ${name}`) as string,
    });
    const { value } = await first(26);
    expect(value.rows).toHaveLength(1);
  });

  it('by tag and channel leave out rows whose column is empty', async () => {
    const [ticket] = hourly(1);
    const full: ListBehaviour = { timeZone, sortedBy: 'created', paging: 'cursor' };
    const rows = [{ ...ticket!, columns: { tags: '', channel_type: '' } }];
    const tags = { tags: [{ id: 'vip1', name: 'VIP' }] };
    desk.answer = (call) => (call.path === 'tags' ? { record: tags } : answerList(rows, full, call));
    expect(await keysFor({ tag: 'vip', channel: ['EMAIL'] })).toEqual([]);
  });

  it('ask for no conversations when no tag has the name', async () => {
    expect(await keysFor({ tag: 'nothing' })).toEqual([]);
    expect(desk.calls.map(({ path }) => path)).toEqual(['tags']);
  });

  it('name the agent in charge, which rows do not tell', async () => {
    await keysFor({ assigneeKey: 'agent007' });
    expect(desk.calls[0]?.query.agent).toBe('agent007');
  });

  it('by the agent in charge are refused, once asked, where rows are of a server too old for it', async () => {
    serve(hourly(8));
    await expect(keysFor({ assigneeKey: 'agent007' })).rejects.toMatchObject({ kind: 'unsupported-filter' });
    await expect(keysFor({ assigneeKey: 'agent007' })).rejects.toMatchObject({ kind: 'unsupported-filter' });
    expect(desk.calls.map(({ query }) => query.agent)).toEqual(['agent007', 'nobody', 'agent007']);
  });

  it('by the agent in charge hold where a server with old rows heeds them', async () => {
    const mine = hourly(3);
    const full: ListBehaviour = { timeZone, sortedBy: 'created', paging: 'cursor' };
    desk.answer = (call) => answerList(call.query.agent === 'agent007' ? mine : [], full, call);
    expect(await keysFor({ assigneeKey: 'agent007' })).toEqual(mine.map(({ id }) => id));
  });

  it('hold for the other time as well', async () => {
    const span = { from: start + 60 * hour, to: start + 90 * hour };
    expect(await keysFor({ updated: span })).toEqual(
      those((index) => {
        const changed = tickets[index]?.changed ?? 0;
        return changed >= span.from && changed < span.to;
      }),
    );
    expect(desk.calls[0]?.query.datechanged).toMatch(/^btw:/);
  });

  it('find nothing, instead of failing, where the vendor does not know whom they name', async () => {
    desk.answer = () => refusal(500, 'Unable to load contact nobody@example.org');
    expect(await keysFor({ customerEmail: 'nobody@example.org' })).toEqual([]);
  });

  it('fail where the vendor cannot read its list, also where they name somebody', async () => {
    desk.answer = () => refusal(500, 'Could not load conversations');
    await expect(keysFor({ customerEmail: 'ann@example.org' })).rejects.toMatchObject({
      kind: 'unavailable',
    });
    desk.answer = () => refusal(500, 'Unable to load row');
    await expect(first(26)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('take the same words without a name in the call for a broken answer', async () => {
    desk.answer = () => refusal(404, 'Not found');
    await expect(first(26)).rejects.toMatchObject({ kind: 'bad-response' });
  });
});
