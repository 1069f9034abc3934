import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimelineOrder } from '../../../src/contract/timeline.ts';
import { listByCreation } from '../../../src/vendors/livechat/livechat-created-timeline.ts';
import { TicketList, type ListedTicket } from './ticket-list.ts';
import { walkTimeline, type List } from './walk-timeline.ts';

const day = 86_400_000;
const now = Date.UTC(2024, 4, 31, 12);
const lastMonth = { from: now - 30 * day, to: now };
const descending: TimelineOrder = { field: 'CREATED_AT', direction: 'DESC' };
const ascending: TimelineOrder = { field: 'CREATED_AT', direction: 'ASC' };

function ticketAt(created: number, index: number, modified = created, activity: number[] = []): ListedTicket {
  return { id: `T${String(index).padStart(4, '0')}`, created, modified, activity, status: 'open' };
}

/** So many tickets, evenly over the month, each changed some hours after its creation. */
function evenly(count: number): ListedTicket[] {
  return Array.from({ length: count }, (_, index) => {
    const created = Math.floor((lastMonth.from + (index + 0.5) * ((30 * day) / count)) / 1000) * 1000;
    return ticketAt(created, index, created + 7_200_000, [created + 7_200_000]);
  });
}

function lister(list: TicketList): List {
  return (request) => listByCreation(request, {}, list.open, now);
}

function keysBetween(
  tickets: readonly ListedTicket[],
  { from, to }: { from: number; to: number },
  direction: string,
): string[] {
  const sign = direction === 'DESC' ? -1 : 1;
  return tickets
    .filter(({ created }) => created >= from && created < to)
    .sort((a, b) => sign * (a.created - b.created) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

const secondsOfMonth = fc.integer({ min: 0, max: 30 * 86_400 - 1 });
const ticketSpecs = fc.array(
  fc.record({
    created: fc.oneof(secondsOfMonth, fc.constantFrom(1_000_000, 1_000_001, 2_000_000)),
    changedAfter: fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.constant(5_000_000)),
    isActivity: fc.boolean(),
  }),
  { maxLength: 260 },
);

function toTickets(
  specs: readonly { created: number; changedAfter: number; isActivity: boolean }[],
): ListedTicket[] {
  return specs.map(({ created, changedAfter, isActivity }, index) => {
    const at = lastMonth.from + created * 1000;
    const modified = at + changedAfter * 1000;
    return ticketAt(at, index, modified, isActivity ? [modified] : []);
  });
}

describe('tickets by creation time', () => {
  it('takes one call where one page holds the whole window', async () => {
    const list = new TicketList(evenly(20));
    const walk = await walkTimeline(lister(list), ({ createdAt }) => createdAt, {
      order: descending,
      window: lastMonth,
      limit: 26,
    });
    expect(walk.keys).toEqual(keysBetween(list.tickets, lastMonth, 'DESC'));
    expect(list.reads).toBe(1);
  });

  it('takes all pages at once where there are few', async () => {
    const list = new TicketList(evenly(95));
    const { value } = await lister(list)({
      window: lastMonth,
      order: ascending,
      filter: {},
      limit: 26,
      position: null,
    });
    expect(value.coveredTo).toBeNull();
    expect(list.reads).toBe(4);
  });

  it('takes one call for the first page of a busy account', async () => {
    const list = new TicketList(evenly(2000));
    const { value } = await lister(list)({
      window: lastMonth,
      order: descending,
      filter: {},
      limit: 11,
      position: null,
    });
    const complete = value.rows.filter(({ createdAt }) => createdAt >= (value.coveredTo as number));
    expect(complete.length).toBeGreaterThanOrEqual(11);
    expect(list.reads).toBe(1);
  });

  it('takes a bounded number of calls for a batch, however many rows are wished for', async () => {
    for (const order of [descending, ascending]) {
      const list = new TicketList(evenly(4000));
      const { value } = await lister(list)({
        window: lastMonth,
        order,
        filter: {},
        limit: 1000,
        position: null,
      });
      expect(list.reads).toBeLessThanOrEqual(10);
      expect(value.rows.length).toBeGreaterThanOrEqual(50);
      expect(value.coveredTo).not.toBeNull();
    }
  });

  it('takes part of a day that has very many tickets, and goes on from there', async () => {
    const list = new TicketList(evenly(15_000));
    const ask = lister(list);
    let window = lastMonth;
    let position: string | null = null;
    for (let batch = 0; batch < 4; batch++) {
      list.reads = 0;
      const { value } = await ask({ window, order: descending, filter: {}, limit: 400, position });
      const bound = value.coveredTo as number;
      const given = value.rows.filter(({ createdAt }) => createdAt >= bound).map(({ key }) => key);
      const covered = { from: bound, to: window.to };
      expect(given.toSorted()).toEqual(keysBetween(list.tickets, covered, 'DESC').toSorted());
      // The pages of the batches before are read again, mostly out of the cache.
      expect(list.reads).toBeLessThanOrEqual(8 * (batch + 1) + 4);
      expect(bound).toBeLessThan(window.to);
      window = { ...window, to: bound };
      position = value.position;
    }
  });

  it('takes all of a day with very many tickets where its list moves meanwhile', async () => {
    const list = new TicketList(evenly(15_000));
    const window = { from: now - 10 * day, to: now - 9 * day };
    list.beforeRead = (read) => {
      if (read % 4 === 0)
        (list.tickets[list.tickets.length - 5000 + read] as ListedTicket).modified = now + read * 1000;
    };
    const walk = await walkTimeline(lister(list), ({ createdAt }) => createdAt, {
      order: descending,
      window,
      limit: 101,
    });
    expect(walk.keys).toEqual(keysBetween(list.tickets, window, 'DESC'));
  });

  it('takes few calls for a batch in the middle of a long window', async () => {
    const list = new TicketList(evenly(600));
    const window = { from: lastMonth.from, to: now - 15 * day };
    const first = await lister(list)({ window, order: descending, filter: {}, limit: 26, position: null });
    const position = first.value.position;
    list.reads = 0;
    const rest = { from: window.from, to: first.value.coveredTo as number };
    const next = await lister(list)({ window: rest, order: descending, filter: {}, limit: 26, position });
    expect(next.value.rows.length).toBeGreaterThan(10);
    expect(list.reads).toBeLessThanOrEqual(3);
  });

  it('finds what was created long before it was changed, in the order of creation', async () => {
    const massChange = now - 1000;
    const tickets = evenly(400).map((ticket, index) =>
      index % 3 === 0 ? { ...ticket, modified: massChange } : ticket,
    );
    const list = new TicketList(tickets);
    const walk = await walkTimeline(lister(list), ({ createdAt }) => createdAt, {
      order: descending,
      window: lastMonth,
      limit: 26,
    });
    expect(walk.keys).toEqual(keysBetween(tickets, lastMonth, 'DESC'));
  });

  it('gets over more tickets of one second than fit on a page', async () => {
    const moment = now - 3 * day;
    const tickets = [
      ...evenly(60),
      ...Array.from({ length: 130 }, (_, index) => ticketAt(moment, 1000 + index)),
    ];
    for (const order of [descending, ascending]) {
      const list = new TicketList(tickets);
      const walk = await walkTimeline(lister(list), ({ createdAt }) => createdAt, {
        order,
        window: lastMonth,
        limit: 11,
      });
      expect(walk.keys).toEqual(keysBetween(tickets, lastMonth, order.direction));
    }
  });

  it('crosses a long time without tickets in a few batches', async () => {
    const year = { from: now - 3000 * day, to: now };
    const tickets = [
      ...evenly(150),
      ...Array.from({ length: 150 }, (_, index) => ticketAt(year.from + index * 60_000, 2000 + index)),
    ];
    for (const order of [descending, ascending]) {
      const walk = await walkTimeline(lister(new TicketList(tickets)), ({ createdAt }) => createdAt, {
        order,
        window: year,
        limit: 26,
      });
      expect(walk.keys).toEqual(keysBetween(tickets, year, order.direction));
      expect(walk.batches).toBeLessThan(25);
    }
  });

  it('asks nothing for a window that lies in the future', async () => {
    const list = new TicketList(evenly(3));
    const window = { from: now + 10 * day, to: now + 20 * day };
    const { value } = await lister(list)({
      window,
      order: descending,
      filter: {},
      limit: 26,
      position: null,
    });
    expect(value).toMatchObject({ rows: [], coveredTo: null, position: null });
    expect(list.reads).toBe(0);
  });

  it('covers windows without a beginning or an end', async () => {
    const list = new TicketList(evenly(40));
    const window = { from: -8.64e15, to: 8.64e15 };
    for (const order of [descending, ascending]) {
      const walk = await walkTimeline(lister(list), ({ createdAt }) => createdAt, {
        order,
        window,
        limit: 101,
      });
      expect(walk.keys).toEqual(keysBetween(list.tickets, window, order.direction));
    }
  });

  it('reads until a page is not full where answers have no counts', async () => {
    const list = new TicketList(evenly(90));
    list.counts = false;
    const walk = await walkTimeline(lister(list), ({ createdAt }) => createdAt, {
      order: ascending,
      window: lastMonth,
      limit: 26,
    });
    expect(walk.keys).toEqual(keysBetween(list.tickets, lastMonth, 'ASC'));
  });

  it('stops at a page that brings nothing new where answers have no counts', async () => {
    const list = new TicketList(evenly(60));
    list.counts = false;
    const stuck: List = (request) => listByCreation(request, {}, (query) => () => list.open(query)(1), now);
    const { value } = await stuck({
      window: lastMonth,
      order: ascending,
      filter: {},
      limit: 26,
      position: null,
    });
    expect(value.rows).toHaveLength(25);
    expect(list.reads).toBe(2);
  });

  it('gives every ticket of any window once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        ticketSpecs,
        fc.constantFrom(descending, ascending),
        fc.integer({ min: 1, max: 120 }),
        fc.tuple(secondsOfMonth, secondsOfMonth),
        async (specs, order, limit, [one, other]) => {
          const tickets = toTickets(specs);
          const window = {
            from: lastMonth.from + Math.min(one, other) * 1000,
            to: lastMonth.from + Math.max(one, other) * 1000 + 1,
          };
          const walk = await walkTimeline(lister(new TicketList(tickets)), ({ createdAt }) => createdAt, {
            order,
            window,
            limit,
          });
          expect(walk.keys).toEqual(keysBetween(tickets, window, order.direction));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('loses no ticket that changes while its pages are read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 26, max: 160 }),
        fc.constantFrom(descending, ascending),
        fc.integer({ min: 2, max: 6 }),
        fc.nat(),
        async (count, order, atRead, which) => {
          const list = new TicketList(evenly(count));
          list.beforeRead = (read) => {
            const ticket = list.tickets[which % count];
            if (read === atRead && ticket) ticket.modified = now;
          };
          const walk = await walkTimeline(lister(list), ({ createdAt }) => createdAt, {
            order,
            window: lastMonth,
            limit: 101,
          });
          expect(walk.keys).toEqual(keysBetween(list.tickets, lastMonth, order.direction));
        },
      ),
      { numRuns: 150 },
    );
  });
});
