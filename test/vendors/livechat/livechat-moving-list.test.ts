import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/contract/conversation.ts';
import type { TimelineOrder } from '../../../src/contract/timeline.ts';
import { listLatestChanges } from '../../../src/vendors/livechat/livechat-latest-changes.ts';
import { listOldestChanges } from '../../../src/vendors/livechat/livechat-oldest-changes.ts';
import { contextOf, startStub, type Stub } from './stub-server.ts';
import { TicketList, type ListedTicket } from './ticket-list.ts';
import { walkTimeline, type List } from './walk-timeline.ts';

const hour = 3_600_000;
const now = Date.UTC(2024, 4, 31, 12);
const touchedAt = now + 1000;
const window = { from: now - 1000 * hour, to: now + 60_000 };
const latest: TimelineOrder = { field: 'UPDATED_AT', direction: 'DESC' };
const oldest: TimelineOrder = { field: 'UPDATED_AT', direction: 'ASC' };

/** Tickets changed an hour apart, the latest first. */
function hourly(count: number): ListedTicket[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `T${String(index).padStart(4, '0')}`,
    created: now - (index + 2) * hour,
    modified: now - (index + 1) * hour,
    activity: [],
    status: 'open',
  }));
}

const changeOf = ({ updatedAt, createdAt }: Conversation) => updatedAt ?? createdAt;
const idsOf = (tickets: readonly ListedTicket[]) => tickets.map(({ id }) => id).toSorted();

/** A LiveChat whose list moves right before it answers a page for the first time. */
function startMoving(list: TicketList, move: (page: number) => void): Promise<Stub> {
  const asked = new Set<number>();
  return startStub(({ query }) => {
    const page = Number(query.get('page'));
    if (!asked.has(page)) move(page);
    asked.add(page);
    const order = query.get('order') === 'asc' ? 'asc' : 'desc';
    const { value } = list.page({ order }, page);
    return { ...value, tickets: value.rows.map(({ raw }) => raw), rows: undefined };
  });
}

function touch(tickets: readonly ListedTicket[]): void {
  for (const ticket of tickets) ticket.modified = touchedAt;
}

function walkOf(stub: Stub, order: TimelineOrder) {
  const ask: List = (request) => stub.source.conversations!.list(request, contextOf());
  return walkTimeline(ask, changeOf, { order, window, limit: 101 });
}

describe('a list by the time of change that moves while it is read', () => {
  it.each([
    ['the oldest', (tickets: ListedTicket[]) => tickets.slice(40)],
    ['the latest', (tickets: ListedTicket[]) => tickets.slice(0, 60)],
    ['some of all', (tickets: ListedTicket[]) => tickets.filter((_, index) => index % 5 < 3)],
  ])('oldest first: has every ticket when sixty, %s, change within one second', async (_which, pick) => {
    const list = new TicketList(hourly(100));
    await using stub = await startMoving(list, (page) => page === 3 && touch(pick(list.tickets)));
    const { keys } = await walkOf(stub, oldest);
    expect(keys.toSorted()).toEqual(idsOf(list.tickets));
  });

  it.each([1, 2, 25, 40, 60, 75])('latest first: has every ticket when %i change', async (count) => {
    for (const at of [2, 3, 4]) {
      const list = new TicketList(hourly(100));
      await using stub = await startMoving(list, (page) => page === at && touch(list.tickets.slice(-count)));
      const { keys, batches } = await walkOf(stub, latest);
      expect(keys.toSorted()).toEqual(idsOf(list.tickets));
      expect(batches).toBe(1);
      expect(stub.calls.length).toBeLessThanOrEqual(8);
    }
  });

  it('latest first: does not go back to the top for tickets that left the window', async () => {
    const list = new TicketList(hourly(100));
    await using stub = await startMoving(list, (page) => page === 2 && touch(list.tickets.slice(-1)));
    const past = { from: window.from, to: now - hour };
    const answer = await stub.source.conversations?.list(
      { window: past, order: latest, filter: {}, limit: 101, position: null },
      contextOf(),
    );
    expect(answer?.value.rows).toHaveLength(98);
    expect(stub.calls).toHaveLength(4);
  });

  it('latest first: is not told to be covered while it never stands still', async () => {
    const list = new TicketList(hourly(100));
    list.beforeRead = (read) => {
      touch(list.tickets);
      for (const ticket of list.tickets.slice((read % 3) * 30, (read % 3) * 30 + 30))
        ticket.modified += read * 1000;
    };
    const { value } = await listLatestChanges(
      { window: { ...window, to: now + hour }, order: latest, filter: {}, limit: 101, position: null },
      list.open({ order: 'desc' }),
    );
    expect(value.coveredTo).toBe(now + hour);
    expect(list.reads).toBeLessThanOrEqual(40);
  });

  it('latest first: has every ticket when more than four pages of them change, also where no counts are told', async () => {
    const list = new TicketList(hourly(176));
    list.counts = false;
    list.beforeRead = (read) => {
      if (read === 4) touch(list.tickets.slice(58, 131));
      if (read === 6) touch(list.tickets.slice(131, 175));
    };
    const ask: List = (request) => listLatestChanges(request, list.open({ order: 'desc' }));
    const { keys } = await walkTimeline(ask, changeOf, { order: latest, window, limit: 201 });
    expect(keys.toSorted()).toEqual(idsOf(list.tickets));
  });

  const moves = fc.array(
    fc.record({
      atRead: fc.integer({ min: 1, max: 12 }),
      from: fc.nat(190),
      count: fc.integer({ min: 1, max: 90 }),
    }),
    { minLength: 1, maxLength: 2 },
  );

  it('has every ticket whichever change, and whenever', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 26, max: 190 }),
        fc.constantFrom(latest, oldest),
        moves,
        fc.boolean(),
        async (count, order, moves, counts) => {
          const list = new TicketList(hourly(count));
          list.counts = counts;
          list.beforeRead = (read) => {
            for (const { atRead, from, count: some } of moves)
              if (atRead === read) touch(list.tickets.slice(from % count, (from % count) + some));
          };
          const ask: List = (request) =>
            order === latest
              ? listLatestChanges(request, list.open({ order: 'desc' }))
              : listOldestChanges(request, list.open({ order: 'asc' }));
          const { keys } = await walkTimeline(ask, changeOf, { order, window, limit: 201 });
          expect(keys.toSorted()).toEqual(idsOf(list.tickets));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has every ticket that stays when others leave a filtered list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 26, max: 190 }),
        fc.constantFrom(latest, oldest),
        moves,
        async (count, order, moves) => {
          const list = new TicketList(hourly(count));
          list.beforeRead = (read) => {
            for (const { atRead, from, count: some } of moves)
              if (atRead === read)
                for (const ticket of list.tickets.slice(from % count, (from % count) + some))
                  ticket.status = 'solved';
          };
          const query = { status: 'open' };
          const ask: List = (request) =>
            order === latest
              ? listLatestChanges(request, list.open({ ...query, order: 'desc' }))
              : listOldestChanges(request, list.open({ ...query, order: 'asc' }));
          const { keys } = await walkTimeline(ask, changeOf, { order, window, limit: 201 });
          const left = list.tickets.filter(({ status }) => status === 'open');
          expect(keys).toEqual(expect.arrayContaining(idsOf(left)));
        },
      ),
      { numRuns: 300 },
    );
  });
});
