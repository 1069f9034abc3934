import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConversationCriteria } from '../../../src/contract/conversation-reader.ts';
import type { Conversation } from '../../../src/contract/conversation.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import type { TimelineOrder, TimelineRequest, TimeWindow } from '../../../src/contract/timeline.ts';
import { addDays, dayOf, wallClockOf } from '../../../src/vendor-kit/time-zone.ts';
import { ticketRow, visitorRow } from './zazachat-rows.ts';
import { openSource, openStub, sampleContext, soapAnswer, type Stub } from './zazachat-stub.ts';

const zone = 'America/New_York';
/** 10 March 2011, 15:00 in New York. */
const now = Date.UTC(2011, 2, 10, 20);
const hours = 3_600_000;
const two = (number: number) => String(number).padStart(2, '0');

/** The rows of each day's lists, as the service shows them. */
let chats: Record<string, string>;
let tickets: Record<string, string>;
let stub: Stub;
const opened: HelpdeskSource[] = [];

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  stub = await openStub(({ method, subject }) => {
    const [month, date, year] = subject.split('/');
    const rows = (method === 'GetDailyChatters' ? chats : tickets)[`${year}-${month}-${date}`];
    return rows === 'broken'
      ? { status: 503, body: 'x' }
      : soapAnswer(method, rows ? `<Rows>${rows}</Rows>` : null);
  });
});
beforeEach(() => {
  chats = {};
  tickets = {};
  stub.calls.length = 0;
});
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all(opened.map((source) => source.close()));
  await stub.close();
});

function open(parts?: Parameters<typeof openSource>[1]) {
  const source = openSource(stub.url, parts);
  opened.push(source);
  const { conversations, customers } = source;
  if (!conversations || !customers) throw new Error('the source has no readers');
  return { conversations, customers };
}

type Reader = ReturnType<typeof open>['conversations'];
type Request = TimelineRequest<ConversationCriteria>;

const newestFirst: TimelineOrder = { field: 'CREATED_AT', direction: 'DESC' };
const oldestFirst: TimelineOrder = { field: 'CREATED_AT', direction: 'ASC' };
const fortnight: TimeWindow = { from: Date.UTC(2011, 1, 25, 5), to: now };

function request(parts: Partial<Request> = {}): Request {
  return { window: fortnight, order: newestFirst, filter: {}, limit: 2, position: null, ...parts };
}

/** Walks a window as the gateway does: only rows up to the bound count, then the window is shortened to it. */
async function walk(reader: Reader, start: Request): Promise<Conversation[]> {
  const rows: Conversation[] = [];
  const { direction, field } = start.order;
  for (let { window, position } = start; ;) {
    const { value } = await reader.list({ ...start, window, position }, sampleContext());
    const time = ({ createdAt, updatedAt }: Conversation) =>
      field === 'CREATED_AT' ? createdAt : (updatedAt ?? createdAt);
    const bound = value.coveredTo;
    const near = value.rows.filter(
      (row) => bound === null || (direction === 'DESC' ? time(row) >= bound : time(row) < bound),
    );
    rows.push(...near.sort((one, other) => (time(one) - time(other)) * (direction === 'ASC' ? 1 : -1)));
    if (bound === null) return rows;
    position = value.position;
    window = direction === 'DESC' ? { ...window, to: bound } : { ...window, from: bound };
  }
}

const asked = () =>
  stub.calls.map(
    ({ method, subject }) => `${method === 'GetDailyChatters' ? 'chats' : 'tickets'} ${subject}`,
  );

describe('a list', () => {
  test('reads no further than the first day when that has rows enough', async () => {
    chats['2011-03-10'] =
      visitorRow('a', '10 Mar 2011 09:00:00:000') + visitorRow('b', '10 Mar 2011 10:00:00:000');
    const { value } = await open().conversations.list(request(), sampleContext());
    expect(value.rows.map(({ vendorId }) => vendorId)).toEqual(['a', 'b']);
    expect(value.coveredTo).toBe(Date.UTC(2011, 2, 10, 5));
    expect(asked().sort()).toEqual(['chats 03/10/2011', 'tickets 03/10/2011']);
  });

  test('goes back up to seven days while there are too few', async () => {
    const { value } = await open().conversations.list(request(), sampleContext());
    expect(value).toMatchObject({ rows: [], coveredTo: Date.UTC(2011, 2, 4, 5) });
    expect(stub.calls).toHaveLength(14);
  });

  test('begins at the window’s near end and never in the future', async () => {
    const window = { from: now - 2 * hours, to: now + 900 * hours };
    const { value } = await open().conversations.list(request({ window }), sampleContext());
    expect(value.coveredTo).toBeNull();
    expect(asked().sort()).toEqual(['chats 03/10/2011', 'tickets 03/10/2011']);
  });

  test('leaves out rows of its days that lie outside the window', async () => {
    chats['2011-03-10'] =
      visitorRow('a', '10 Mar 2011 09:00:00:000') + visitorRow('b', '10 Mar 2011 10:00:00:000');
    const window = { from: Date.UTC(2011, 2, 10, 15), to: now };
    const { value } = await open().conversations.list(request({ window }), sampleContext());
    expect(value.rows.map(({ vendorId }) => vendorId)).toEqual(['b']);
  });

  test('gives what it has when an earlier day fails, and fails when the first one does', async () => {
    tickets['2011-03-08'] = 'broken';
    const { conversations } = open();
    const { value } = await conversations.list(request(), sampleContext());
    expect(value.coveredTo).toBe(Date.UTC(2011, 2, 10, 5));
    const window = { ...fortnight, to: Date.UTC(2011, 2, 9, 5) };
    await expect(conversations.list(request({ window }), sampleContext())).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  test.each([
    ['chats only', { channel: ['CHAT'] }, ['chats 03/10/2011']],
    ['tickets only', { channel: ['OTHER', 'EMAIL'] }, ['tickets 03/10/2011']],
    ['no finished conversations', { status: ['OPEN'] }, ['tickets 03/10/2011']],
    ['assigned ones', { assigned: true }, []],
    ['of other channels', { channel: ['EMAIL'] }, []],
  ] satisfies [string, ConversationCriteria, string[]][])(
    'of %s asks for no more',
    async (_what, filter, calls) => {
      const window = { from: Date.UTC(2011, 2, 10, 5), to: now };
      const { value } = await open().conversations.list(request({ window, filter }), sampleContext());
      expect(value).toMatchObject({ rows: [], coveredTo: null });
      expect(asked()).toEqual(calls);
    },
  );

  test('of one address asks for chats only where they tell an address', async () => {
    const window = { from: Date.UTC(2011, 2, 10, 5), to: now };
    const filter = { customerEmail: 'a@example.org' };
    await open({ preChat: ['name'] }).conversations.list(request({ window, filter }), sampleContext());
    expect(asked()).toEqual(['tickets 03/10/2011']);
  });

  test('keeps finished days and asks anew for the one that runs', async () => {
    const { conversations } = open({ cacheSeconds: { list: 0 } });
    await conversations.list(request(), sampleContext());
    stub.calls.length = 0;
    await conversations.list(request(), sampleContext());
    expect(asked().sort()).toEqual(['chats 03/10/2011', 'tickets 03/10/2011']);
  });
});

const version = (status: string, ...days: string[]) =>
  ticketRow('500', '3 Mar 2011 12:00:00:000', {
    CurrentStatus: status,
    TicketLog: days.map((day) => `[${day} Mar 2011 10:00:00] mia: ${status}\n`).join(''),
  });

describe('a ticket that changed on later days', () => {
  beforeEach(() => {
    tickets['2011-03-03'] = version('New');
    tickets['2011-03-05'] = version('Open', '5') + ticketRow('501', '5 Mar 2011 09:00:00:000');
    tickets['2011-03-09'] = version('Closed', '5', '9');
  });

  test.each([newestFirst, { field: 'UPDATED_AT', direction: 'DESC' }] as const)(
    'appears once, in its latest version, walking back by %j',
    async (order) => {
      const rows = await walk(open().conversations, request({ order }));
      expect(rows.map(({ vendorId, status }) => `${vendorId} ${status}`).sort()).toEqual([
        '500 CLOSED',
        '501 UNKNOWN',
      ]);
    },
  );

  test('has its place at its creation or at its last change', async () => {
    const byCreation = await walk(open().conversations, request());
    const byChange = await walk(
      open().conversations,
      request({ order: { field: 'UPDATED_AT', direction: 'DESC' } }),
    );
    expect(byCreation.map(({ vendorId }) => vendorId)).toEqual(['501', '500']);
    expect(byChange.map(({ vendorId }) => vendorId)).toEqual(['500', '501']);
  });

  test('appears once walking forward by the time of change, at its latest', async () => {
    const rows = await walk(
      open().conversations,
      request({ order: { field: 'UPDATED_AT', direction: 'ASC' }, limit: 1 }),
    );
    expect(rows.map(({ vendorId, status }) => [vendorId, status])).toEqual([
      ['501', 'UNKNOWN'],
      ['500', 'CLOSED'],
    ]);
  });

  test('is read by its key in the latest version that was seen', async () => {
    const { conversations } = open();
    const reference = { key: 't:2011-03-03:500', revision: null };
    expect(await conversations.get([reference], sampleContext())).toMatchObject([{ status: 'NEW' }]);
    await walk(conversations, request());
    expect(await conversations.get([reference], sampleContext())).toMatchObject([{ status: 'CLOSED' }]);
    expect(await conversations.messages([reference], sampleContext())).toMatchObject([{ length: 2 }]);
  });
});

function row(id: string, ...stamps: string[]): string {
  const log = stamps.map((stamp) => `[${stamp}] mia: x\n`).join('');
  return ticketRow(id, '3 Mar 2011 12:00:00:000', { TicketLog: log });
}

describe('a ticket whose log quotes stamps that are not its own', () => {
  const own = Date.UTC(2011, 2, 5, 15);

  beforeEach(() => {
    const rows = {
      future: row('future', '5 Mar 2011 10:00:00', '1 Jan 2035 10:00:00'),
      past: row('past', '5 Mar 2011 10:00:00', '1 Jan 2010 10:00:00'),
      later: row('later', '5 Mar 2011 10:00:00', '8 Mar 2011 10:00:00'),
      soon: row('soon', '5 Mar 2011 10:00:00', '10 Mar 2011 22:00:00'),
      never: row('never', '1 Jan 2010 10:00:00', '1 Jan 2035 10:00:00'),
    };
    tickets['2011-03-03'] = Object.values(rows).join('');
    tickets['2011-03-05'] = rows.future + rows.past + rows.later + rows.soon;
  });

  test.each(['DESC', 'ASC'] as const)('stands once at its own last change, walking %s', async (direction) => {
    const rows = await walk(
      open().conversations,
      request({ order: { field: 'UPDATED_AT', direction }, limit: 1 }),
    );
    expect(Object.fromEntries(rows.map(({ vendorId, updatedAt }) => [vendorId, updatedAt]))).toEqual({
      future: own,
      past: own,
      later: own,
      soon: own,
      never: null,
    });
    expect(rows).toHaveLength(5);
  });

  test('does not lose a change of which no list was read yet', async () => {
    const { conversations } = open();
    const reference = { key: 't:2011-03-03:later', revision: null };
    const [ticket] = await conversations.get([reference], sampleContext());
    expect(ticket).toMatchObject({ updatedAt: Date.UTC(2011, 2, 8, 15) });
  });

  test('does not lose a change made right after the list of its day was read', async () => {
    const { conversations } = open();
    await conversations.list(request({ limit: 1, window: { from: now - hours, to: now } }), sampleContext());
    vi.setSystemTime(now + 30_000);
    tickets['2011-03-03'] = row('changed', '10 Mar 2011 15:00:20');
    const reference = { key: 't:2011-03-03:changed', revision: null };
    const [ticket] = await conversations.get([reference], sampleContext());
    vi.setSystemTime(now);
    expect(ticket).toMatchObject({ updatedAt: now + 20_000 });
  });
});

describe('a walk through a window', () => {
  const months = ['Jan', 'Feb', 'Mar'];
  const written = (day: string, minute: number) => {
    const [year, month, date] = day.split('-');
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
    return `${date} ${months[Number(month) - 1]} ${year} ${clock}`;
  };
  const conversation = fc.record({
    isChat: fc.boolean(),
    begun: fc.integer({ min: 0, max: 12 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    changes: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
  });
  const firstDay = '2011-02-25';

  function fill(world: readonly { isChat: boolean; begun: number; minute: number; changes: number[] }[]) {
    chats = {};
    tickets = {};
    world.forEach(({ isChat, begun, minute, changes }, index) => {
      const day = addDays(firstDay, begun);
      if (isChat) {
        chats[day] = (chats[day] ?? '') + visitorRow(`c${index}`, `${written(day, minute)}:000`);
        return;
      }
      const changed = changes.filter((each) => each > begun).toSorted((one, other) => one - other);
      const log = changed.map((each) => `[${written(addDays(firstDay, each), minute)}] mia: x\n`).join('');
      const row = ticketRow(`t${index}`, `${written(day, minute)}:000`, { TicketLog: log });
      for (const each of new Set([begun, ...changed])) {
        const listed = addDays(firstDay, each);
        tickets[listed] = (tickets[listed] ?? '') + row;
      }
    });
  }

  const order = fc.record({
    field: fc.constantFrom('CREATED_AT', 'UPDATED_AT'),
    direction: fc.constantFrom('ASC', 'DESC'),
  });

  test('gives every conversation once and in order, however many rows a call wants', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(conversation, { maxLength: 12 }),
        order,
        fc.integer({ min: 1, max: 6 }),
        async (world, by, limit) => {
          fill(world);
          const rows = await walk(open().conversations, request({ order: by, limit }));
          expect(rows).toHaveLength(world.length);
          expect(new Set(rows.map(({ key }) => key)).size).toBe(world.length);
          const times = rows.map((row) =>
            by.field === 'CREATED_AT' ? row.createdAt : (row.updatedAt ?? row.createdAt),
          );
          expect(times).toEqual(
            times.toSorted((one, other) => (one - other) * (by.direction === 'ASC' ? 1 : -1)),
          );
          expect(rows.every(({ key, createdAt }) => key.slice(2, 12) === dayOf(createdAt, zone))).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('passes both changes of the clocks without losing a row', async () => {
    chats['2011-03-13'] = visitorRow('gap', '13 Mar 2011 02:30:00:000');
    chats['2010-11-07'] =
      visitorRow('twice', '7 Nov 2010 01:30:00:000') + visitorRow('late', '7 Nov 2010 23:59:59:999');
    vi.setSystemTime(Date.UTC(2011, 2, 20));
    try {
      const window = { from: Date.UTC(2010, 10, 1), to: Date.now() };
      for (const order of [newestFirst, oldestFirst]) {
        const rows = await walk(
          open().conversations,
          request({ window, order, filter: { channel: ['CHAT'] } }),
        );
        expect(new Set(rows.map(({ vendorId }) => vendorId))).toEqual(new Set(['gap', 'twice', 'late']));
      }
    } finally {
      vi.setSystemTime(now);
    }
  });
});

/** A moment as the service's clock has it. */
function clocks(time: number): string {
  const { day, month, hour, minute } = wallClockOf(time, zone);
  return `${day} ${['Jan', 'Feb', 'Mar'][month - 1]} 2011 ${two(hour)}:${two(minute)}:00`;
}

describe('an account whose days begin at another hour than its clocks show', () => {
  const times: number[] = [];
  for (let time = fortnight.from; time < fortnight.to; time += 2 * hours) times.push(time);
  const every = (...kinds: readonly string[]) =>
    kinds.flatMap((kind) => times.map((time) => `${kind}${time}`)).sort();

  /** A chat and a ticket every two hours, each listed under the day that it is so many hours later. */
  function fill(shift: number) {
    for (const time of times) {
      const listed = dayOf(time + shift * hours, zone);
      chats[listed] = (chats[listed] ?? '') + visitorRow(`c${time}`, `${clocks(time)}:000`);
      tickets[listed] = (tickets[listed] ?? '') + ticketRow(`t${time}`, `${clocks(time)}:000`);
    }
  }

  describe.each([-5, -1, 1, 5])('which is %i hours off', (shift) => {
    beforeEach(() => fill(shift));

    test.each([
      newestFirst,
      oldestFirst,
      { field: 'UPDATED_AT', direction: 'DESC' },
      { field: 'UPDATED_AT', direction: 'ASC' },
    ] as const)('keeps nothing back once a row has told, walking by %j', async (order) => {
      const { conversations } = open();
      await walk(conversations, request({ limit: 50 }));
      const rows = await walk(conversations, request({ order, limit: 5 }));
      expect(rows.map(({ vendorId }) => vendorId).sort()).toEqual(every('c', 't'));
    });

    test('has each one by its id, also right after a start', async () => {
      const rows = await walk(open().conversations, request({ limit: 50 }));
      const references = rows.map(({ key }) => ({ key, revision: null }));
      const again = await open().conversations.get(references, sampleContext());
      expect(again).toMatchObject(rows.map(({ key }) => ({ key })));
    });
  });

  test('is told by tickets alone', async () => {
    fill(1);
    const filter: ConversationCriteria = { channel: ['OTHER'] };
    const { conversations } = open();
    await walk(conversations, request({ filter, limit: 50 }));
    const rows = await walk(conversations, request({ filter, limit: 1 }));
    expect(rows.map(({ vendorId }) => vendorId).sort()).toEqual(every('t'));
  });
});

describe('a customer', () => {
  test('is found by address in the last thirty days, one for each name', async () => {
    const person = { PreChat1: 'Ann Poe', PreChat2: 'ANN@example.org' };
    chats['2011-03-10'] = visitorRow('a', '10 Mar 2011 09:00:00:000', person);
    chats['2011-03-01'] = visitorRow('b', '1 Mar 2011 09:00:00:000', person);
    tickets['2011-02-08'] = ticketRow('9', '8 Feb 2011 09:00:00:000', {
      CustomerName: 'A. Poe',
      CustomerEmail: 'ann@example.org ',
    });
    const found = await open().customers.findByEmail?.('ann@example.org', sampleContext());
    expect(found?.value).toMatchObject([
      { key: 'v:2011-03-10:a', name: 'Ann Poe' },
      { key: 't:2011-02-08:9', name: 'A. Poe' },
    ]);
    expect(stub.calls).toHaveLength(62);
  });

  test('is read by the key of the conversation', async () => {
    tickets['2011-03-01'] = ticketRow('9', '1 Mar 2011 09:00:00:000', { CustomerName: 'Bo' });
    const { customers } = open();
    expect(await customers.get(['t:2011-03-01:9', 't:2011-03-01:8'], sampleContext())).toMatchObject([
      { key: 't:2011-03-01:9', vendorId: '9', name: 'Bo', email: null },
      null,
    ]);
  });
});
