import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDesk } from './liveagent-desk.ts';
import { now, openTestDesk } from './liveagent-desk.ts';

let account: TestDesk;
beforeAll(async () => {
  account = await openTestDesk();
});
afterAll(() => account.emulator.close());

async function daysOf(datetime: string): Promise<string[]> {
  const { column } = await account.get('reports/tickets/slacompliance', { datetime });
  return column('slacompliances', 'date');
}

const period = { date_from: '2025-04-01', date_to: '2025-06-18' };

describe('activity reports of LiveAgent', () => {
  test.each(['agents', 'channels', 'departments', 'tags', 'performance'])(
    '%s has no row without dates',
    async (name) => {
      expect((await account.get(`reports/${name}`)).status).toBe(500);
      const { rows } = await account.get(`reports/${name}`, period);
      expect(rows(name).length).toBeGreaterThan(1);
    },
  );

  test('count every conversation of the period once over the channels', async () => {
    const { column } = await account.get('reports/channels', { ...period, columns: 'created_tickets' });
    const sum = column('channels', 'created_tickets').reduce((all, count) => all + Number(count), 0);
    expect(sum).toBe(account.desk.conversations.length);
  });

  test('narrow to the columns asked for, also those not shown by themselves', async () => {
    const narrow = await account.get('reports/agents', { ...period, columns: 'id,answers,notes' });
    expect(Object.keys(narrow.row('agents')).toSorted()).toEqual(['answers', 'id', 'notes']);
    const shown = await account.get('reports/agents', period);
    expect(Object.keys(shown.row('agents'))).toHaveLength(35);
  });

  test('write numbers per hour and percentages as decimals', async () => {
    const agent = (await account.get('reports/agents', period)).row('agents');
    expect(agent['answers_ph']).toMatch(/^\d+\.\d\d$/);
    expect(agent['rewards_p']).toMatch(/^\d+\.\d\d$/);
    expect(agent['worktime']).toMatch(/^\d+$/);
  });

  test('make a row of every day, its beginning without the time', async () => {
    const performance = (
      await account.get('reports/performance', { date_from: '2025-06-01', date_to: '2025-06-03' })
    ).rows('performance');
    expect(performance.map((row) => [row.datetime, row.dateto])).toEqual([
      ['2025-06-01', '2025-06-01 23:59:59'],
      ['2025-06-02', '2025-06-02 23:59:59'],
      ['2025-06-03', '2025-06-03 23:59:59'],
    ]);
  });

  test.each([
    ['hour', 24 * 14],
    ['week', 3],
    ['month', 1],
  ])('group performance by %s', async (step, rows) => {
    const parameters = { date_from: '2025-06-04', date_to: '2025-06-17', group_by: step, limitcount: '1000' };
    const performance = (await account.get('reports/performance', parameters)).rows('performance');
    expect(performance).toHaveLength(rows);
  });
});

describe('other reports of LiveAgent', () => {
  test('end a running shift at the word now', async () => {
    const awake = await openTestDesk({ now: () => now + 8 * 3_600_000 });
    const { row } = await awake.get('reports/tickets/agentsavailability', { date_from: '2025-06-17' });
    expect(row('agentsavailability', -1)['to_date']).toBe('now');
    expect(row('agentsavailability')['hours_online']).toBe('08:00:00');
    await awake.emulator.close();
  });

  test('write a broken promise as a negative length, and the server times in another zone', async () => {
    const { column, row } = await account.get('reports/tickets/slalog', { ...period, limitcount: '1000' });
    expect(column('slalogs', 'sla').some((length) => /^-\d+:\d\d:\d\d$/.test(length))).toBe(true);
    expect(row('slalogs')['server_date_closed']).not.toBe(row('slalogs')['date_closed']);
  });

  test('take a code as the period of the promises kept', async () => {
    const may = await daysOf('2025-05');
    expect(may.filter((date) => !date.startsWith('2025-05-'))).toEqual([]);
    expect(await daysOf('LM')).toEqual(may);
    const june = await daysOf('TM');
    expect(june.length).toBeGreaterThan(3);
    expect(june.filter((date) => !date.startsWith('2025-06-'))).toEqual([]);
    expect((await account.get('reports/tickets/slacompliance', { datetime: '2025-05-01' })).status).toBe(500);
  });

  test.each(['tickets/load', 'chats/load', 'calls/slacompliance', 'chats/availability', 'ranking'])(
    '%s needs no dates',
    async (name) => {
      const { status, response } = await account.get(`reports/${name}`);
      expect(status).toBe(200);
      const [rows] = Object.values<unknown>(response) as unknown[][];
      expect(rows?.length).toBeGreaterThan(0);
    },
  );
});
