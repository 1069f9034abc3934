import { describe, expect, it } from 'vitest';
import { readAllPages, type ReadPage } from '../../../src/vendors/livechat/livechat-ticket-pages.ts';
import { TicketList, type ListedTicket } from './ticket-list.ts';

const tickets = Array.from({ length: 60 }, (_, index): ListedTicket => ({
  id: `T${String(index).padStart(3, '0')}`,
  created: 1_700_000_000_000,
  modified: 1_700_000_000_000 + index * 1000,
  activity: [],
  status: 'open',
}));

async function readAll(read: ReadPage) {
  return readAllPages(await read(1), read);
}

describe('all pages of a query', () => {
  it('have every ticket once, and none is missing', async () => {
    const { rows, unread } = await readAll(new TicketList([...tickets]).open({ order: 'desc' }));
    expect(rows).toHaveLength(60);
    expect(unread).toEqual([]);
  });

  it.each([true, false])(
    'tell that tickets are missing where a server ignores the number of a page (counts: %s)',
    async (counts) => {
      const list = new TicketList([...tickets]);
      list.counts = counts;
      const read = list.open({ order: 'desc' });
      const { rows, unread } = await readAll(() => read(1));
      expect(rows).toHaveLength(25);
      expect(unread).toHaveLength(1);
    },
  );

  it('tell so where pages of tickets of one second overlap at each reading', async () => {
    const list = new TicketList(tickets.map((ticket) => ({ ...ticket, modified: 1_700_000_000_000 })));
    const read = list.open({ order: 'desc' });
    const overlapping: ReadPage = async (number) => {
      const answer = await read(number);
      const first = await read(1);
      return number === 1
        ? answer
        : {
            ...answer,
            value: {
              ...answer.value,
              rows: [...first.value.rows.slice(0, 3), ...answer.value.rows.slice(3)],
            },
          };
    };
    const { rows, unread } = await readAll(overlapping);
    expect(rows.length).toBeLessThan(60);
    expect(unread).toHaveLength(1);
  });
});
