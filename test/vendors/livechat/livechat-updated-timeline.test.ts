import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/contract/conversation.ts';
import type { TimelineOrder } from '../../../src/contract/timeline.ts';
import { listLatestChanges } from '../../../src/vendors/livechat/livechat-latest-changes.ts';
import { listOldestChanges } from '../../../src/vendors/livechat/livechat-oldest-changes.ts';
import { TicketList, type ListedTicket } from './ticket-list.ts';
import { walkTimeline, type List } from './walk-timeline.ts';

const hour = 3_600_000;
const now = Date.UTC(2024, 4, 31, 12);
const ever = { from: now - 1000 * hour, to: now };
const latest: TimelineOrder = { field: 'UPDATED_AT', direction: 'DESC' };
const oldest: TimelineOrder = { field: 'UPDATED_AT', direction: 'ASC' };

function changed(modified: number, index: number): ListedTicket {
  return {
    id: `T${String(index).padStart(4, '0')}`,
    created: modified - hour,
    modified,
    activity: [],
    status: 'open',
  };
}

function hourly(count: number): ListedTicket[] {
  return Array.from({ length: count }, (_, index) => changed(now - (index + 1) * hour, index));
}

function lister(list: TicketList, status?: string): List {
  return (request) =>
    request.order.direction === 'DESC'
      ? listLatestChanges(request, list.open({ order: 'desc', status }))
      : listOldestChanges(request, list.open({ order: 'asc', status }));
}

const changeOf = ({ updatedAt }: Conversation) => updatedAt as number;

function keysBetween(
  tickets: readonly ListedTicket[],
  { from, to }: { from: number; to: number },
  order: TimelineOrder,
): string[] {
  const sign = order.direction === 'DESC' ? -1 : 1;
  return tickets
    .filter(({ modified }) => modified >= from && modified < to)
    .sort((a, b) => sign * (a.modified - b.modified) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

describe('tickets by the time of change', () => {
  it('takes one call for the first batch and one more page for each further one', async () => {
    const list = new TicketList(hourly(100));
    const walk = await walkTimeline(lister(list), changeOf, { order: latest, window: ever, limit: 26 });
    expect(walk).toEqual({ keys: keysBetween(list.tickets, ever, latest), batches: 4 });
    // The page where a batch stopped is looked at again, out of the cache when it is not long ago.
    expect(list.reads).toBe(1 + 3 * 2);
  });

  it('stops where the window begins', async () => {
    const list = new TicketList(hourly(900));
    const window = { from: now - 30 * hour, to: now };
    const walk = await walkTimeline(lister(list), changeOf, { order: latest, window, limit: 26 });
    expect(walk.keys).toEqual(keysBetween(list.tickets, window, latest));
    expect(list.reads).toBe(3);
  });

  it('finds a window far down the list without reading all before it', async () => {
    const list = new TicketList(hourly(900));
    const window = { from: now - 720 * hour, to: now - 700 * hour };
    for (const order of [latest, oldest]) {
      list.reads = 0;
      const walk = await walkTimeline(lister(list), changeOf, { order, window, limit: 26 });
      expect(walk.keys).toEqual(keysBetween(list.tickets, window, order));
      expect(list.reads).toBeLessThan(16);
    }
  });

  it('takes at most two calls a batch when the oldest changes are walked', async () => {
    const list = new TicketList(hourly(200));
    const walk = await walkTimeline(lister(list), changeOf, { order: oldest, window: ever, limit: 26 });
    expect(walk.keys).toEqual(keysBetween(list.tickets, ever, oldest));
    expect(list.reads).toBeLessThanOrEqual(2 * walk.batches);
  });

  it('gets over a mass change: more tickets of one second than fit on a page', async () => {
    const tickets = [
      ...hourly(60),
      ...Array.from({ length: 140 }, (_, index) => changed(now - 20 * hour, 1000 + index)),
    ];
    for (const order of [latest, oldest]) {
      for (const limit of [11, 51, 101]) {
        const walk = await walkTimeline(lister(new TicketList(tickets)), changeOf, {
          order,
          window: ever,
          limit,
        });
        expect(walk.keys).toEqual(keysBetween(tickets, ever, order));
      }
    }
  });

  it('takes a bounded number of calls for a batch, however many rows are wished for', async () => {
    for (const order of [latest, oldest]) {
      const list = new TicketList(hourly(900));
      const { value } = await lister(list)({ window: ever, order, filter: {}, limit: 1000, position: null });
      expect(list.reads).toBeLessThanOrEqual(9);
      expect(value.rows.length).toBeGreaterThanOrEqual(200);
      expect(value.coveredTo).not.toBeNull();
    }
  });

  it.each([10, 40])('comes to the end of a list with pages of %i rows', async (pageSize) => {
    const second = now - 500 * hour;
    const sameSecond = Array.from({ length: 60 }, (_, index) => changed(second, 900 + index));
    const list = new TicketList([...hourly(80), ...sameSecond]);
    list.pageSize = pageSize;
    list.beforeRead = (read) => expect(read).toBeLessThan(1000);
    for (const order of [latest, oldest]) {
      const { keys } = await walkTimeline(lister(list), changeOf, { order, window: ever, limit: 26 });
      expect(keys).toEqual(keysBetween(list.tickets, ever, order));
    }
  });

  it('goes on from a watermark with the position of an earlier batch', async () => {
    const list = new TicketList(hourly(300));
    const ask = lister(list);
    for (const order of [latest, oldest]) {
      const first = await ask({ window: ever, order, filter: {}, limit: 51, position: null });
      const bound = first.value.coveredTo as number;
      const halfway =
        order === latest
          ? { from: ever.from, to: bound - 7 * hour }
          : { from: bound + 7 * hour, to: ever.to };
      const next = await ask({
        window: halfway,
        order,
        filter: {},
        limit: 26,
        position: first.value.position,
      });
      const until = next.value.coveredTo as number;
      const covered = order === latest ? { from: until, to: halfway.to } : { from: halfway.from, to: until };
      const given = next.value.rows.filter(
        (row) => changeOf(row) >= covered.from && changeOf(row) < covered.to,
      );
      expect(given.map(({ key }) => key).toSorted()).toEqual(
        keysBetween(list.tickets, covered, order).toSorted(),
      );
      expect(given.length).toBeGreaterThan(0);
    }
  });

  it('finds its place again after many changes pushed the list down', async () => {
    const list = new TicketList(hourly(200));
    const ask = lister(list);
    const first = await ask({ window: ever, order: latest, filter: {}, limit: 26, position: null });
    for (let index = 0; index < 80; index++)
      list.tickets.push(changed(now + hour + index * 1000, 5000 + index));
    const bound = first.value.coveredTo as number;
    const rest = { from: ever.from, to: bound };
    const ask2: List = (request) => ask({ ...request, position: request.position ?? first.value.position });
    const walk = await walkTimeline(ask2, changeOf, { order: latest, window: rest, limit: 26 });
    expect(walk.keys).toEqual(keysBetween(list.tickets, rest, latest));
  });

  it('misses nothing when tickets leave a filtered list between two batches', async () => {
    const list = new TicketList(hourly(120));
    const ask = lister(list, 'open');
    const first = await ask({ window: ever, order: latest, filter: {}, limit: 26, position: null });
    for (const ticket of list.tickets.slice(0, 30)) Object.assign(ticket, { status: 'solved' });
    const rest = { from: ever.from, to: first.value.coveredTo as number };
    const second = await ask({
      window: rest,
      order: latest,
      filter: {},
      limit: 26,
      position: first.value.position,
    });
    const covered = { from: second.value.coveredTo ?? rest.from, to: rest.to };
    const left = list.tickets.filter(({ status }) => status === 'open');
    const given = second.value.rows.map(({ key }) => key);
    expect(given).toEqual(expect.arrayContaining(keysBetween(left, covered, latest)));
  });

  it('gives every row of any window once and in order', async () => {
    const changes = fc.array(fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constantFrom(100, 101)), {
      maxLength: 200,
    });
    const times = fc.integer({ min: 0, max: 1000 });
    await fc.assert(
      fc.asyncProperty(
        changes,
        fc.constantFrom(latest, oldest),
        fc.integer({ min: 1, max: 120 }),
        fc.tuple(times, times),
        fc.boolean(),
        async (hours, order, limit, [one, other], counts) => {
          const list = new TicketList(hours.map((ago, index) => changed(now - ago * hour, index)));
          list.counts = counts;
          const window = {
            from: now - Math.max(one, other) * hour,
            to: now - Math.min(one, other) * hour + 1,
          };
          const walk = await walkTimeline(lister(list), changeOf, { order, window, limit });
          expect(walk.keys).toEqual(keysBetween(list.tickets, window, order));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('loses no ticket that stays as it is while others change', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 26, max: 160 }),
        fc.constantFrom(latest, oldest),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(),
        fc.integer({ min: 1, max: 101 }),
        async (count, order, atRead, which, limit) => {
          const list = new TicketList(hourly(count));
          const changing = list.tickets[which % count] as ListedTicket;
          list.beforeRead = (read) => {
            if (read === atRead) changing.modified = now + hour;
          };
          const walk = await walkTimeline(lister(list), changeOf, { order, window: ever, limit });
          const others = list.tickets.filter((ticket) => ticket !== changing);
          expect(walk.keys).toEqual(expect.arrayContaining(keysBetween(others, ever, order)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('shows a ticket that changes during an endless walk of the oldest changes at its new place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 26, max: 120 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(),
        fc.integer({ min: 1, max: 101 }),
        async (count, atRead, which, limit) => {
          const list = new TicketList(hourly(count));
          const changing = list.tickets[which % count] as ListedTicket;
          list.beforeRead = (read) => {
            if (read === atRead) changing.modified = now + hour;
          };
          const window = { from: ever.from, to: now + 100 * hour };
          const walk = await walkTimeline(lister(list), changeOf, { order: oldest, window, limit });
          expect(walk.keys.toSorted()).toEqual(list.tickets.map(({ id }) => id).toSorted());
        },
      ),
      { numRuns: 200 },
    );
  });
});
