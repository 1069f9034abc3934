import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayOf, wallClockOf } from '../../../src/vendor-kit/time-zone.ts';
import { callContext, openChatServer, type ChatServer, type ReceivedCall } from './chat-server.ts';
import { wireChat } from './chats.ts';
import { newestFirst, walkConversations } from './walk.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse('2026-03-12T10:00:00Z');
const window = { from: now - 14 * day, to: now };
/** The moments at which something happens: every two hours, since three days before the window. */
const moments = Array.from({ length: 17 * 12 }, (_, index) => window.from + (index - 36) * 2 * hour);
const every = moments.flatMap((moment, index) => (moment < window.from ? [] : String(index + 1))).sort();

let server: ChatServer | undefined;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
  server = undefined;
});

const two = (number: number) => String(number).padStart(2, '0');

function written(moment: number): string {
  const { day: date, month, year, hour: hours, minute } = wallClockOf(moment, 'Europe/Paris');
  return `${two(date)}.${two(month)}.${year} ${two(hours)}:${two(minute)}`;
}

/** An account that lists everything under the day that it is so many hours later. */
async function open(shift: number) {
  const listed = ({ query }: ReceivedCall) =>
    moments
      .map((moment, index) => ({
        id: String(index + 1),
        moment,
        day: dayOf(moment + shift * hour, 'Europe/Paris'),
      }))
      .filter((row) => row.day >= (query['sdate'] ?? '') && row.day <= (query['edate'] ?? ''));
  const answer = (call: ReceivedCall) =>
    call.path.includes('chat_history')
      ? listed(call).map(({ id, moment }) => wireChat({ id, datetime: written(moment), history: [] }))
      : listed(call).map(({ id, moment }) => ({ id, date: written(moment), chat_id: id, note_accueil: 3 }));
  server = await openChatServer(answer);
  return server.source;
}

describe.each([-5, -1, 1, 5])('an account whose days begin %i hours off', (shift) => {
  it.each(['DESC', 'ASC'] as const)(
    'keeps nothing back once a row has told, walking %s',
    async (direction) => {
      const source = await open(shift);
      await walkConversations(source, { window });
      const order = { field: 'CREATED_AT', direction } as const;
      const rows = await walkConversations(source, { window, order, limit: 5 });
      expect([...new Set(rows.map(({ key }) => key))].sort()).toEqual(every);
    },
  );

  it('has each rating by its id, also right after a start', async () => {
    const { satisfactionRatings } = await open(shift);
    const keys = moments.map((moment, index) => `${dayOf(moment, 'Europe/Paris')}/${index + 1}`);
    const found = await satisfactionRatings!.get(keys, callContext());
    expect(found).toMatchObject(keys.map((key) => ({ key })));
  });
});

it('reads no further days while every row is listed under its own', async () => {
  const source = await open(0);
  await source.conversations!.list(
    { window: { from: now - day, to: now }, order: newestFirst, filter: {}, limit: 26, position: null },
    callContext(),
  );
  expect(server!.calls.map(({ query }) => [query['sdate'], query['edate']])).toEqual([
    ['2026-03-11', '2026-03-12'],
  ]);
});
