import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentReportRow } from '../../../src/contract/report.ts';
import type { ReportRequest } from '../../../src/contract/report-reader.ts';
import { callContext, openChatServer, type ChatServer } from './chat-server.ts';

const operators = ['41', '42', '43'].map((id) => ({ id, operator: `Operator ${id}`, chatcount: '1' }));
const day = 86_400_000;

let server: ChatServer;
let body: unknown;

beforeEach(async () => {
  body = operators;
  server = await openChatServer(() => body);
});

afterEach(() => server.close());

/** Asks for the figures of a period; dates are days in Paris unless they have a time. */
function read(from: string, to: string | number, request: Partial<ReportRequest<AgentReportRow>> = {}) {
  const period = { from: Date.parse(from), to: typeof to === 'number' ? to : Date.parse(to) };
  return server.source.reports!.agents!.list(
    { period, filter: {}, fields: new Set(), metrics: new Set(), offset: 0, limit: 10, ...request },
    callContext(),
  );
}

describe('the report of agents', () => {
  it('asks for the days of the account that the period is made of, to exclusive', async () => {
    await read('2026-02-01T00:00:00+01:00', '2026-04-01T00:00:00+02:00');
    expect(server.calls).toEqual([
      {
        path: '/api/operator_stats/getStats/',
        query: { sdate: '2026-02-01', edate: '2026-03-31', key: expect.any(String) },
      },
    ]);
  });

  it.each([
    ['2026-02-01T00:30:00Z', '2026-02-02T00:00:00+01:00'],
    ['2026-02-01T00:00:00+01:00', '2026-02-01T23:59:59+01:00'],
    ['2026-01-31T23:00:00Z', '2026-02-01T00:00:00Z'],
  ])('cannot tell of a part of a day: %s to %s', async (from, to) => {
    await expect(read(from, to)).rejects.toMatchObject({ kind: 'unsupported-filter', source: 'boutique' });
    expect(server.calls).toEqual([]);
  });

  it('takes midnights of UTC for those of the account, and says what that leaves out', async () => {
    const { value } = await read('2026-02-01T00:00:00Z', '2026-02-08T00:00:00Z');
    expect(server.calls[0]?.query).toMatchObject({ sdate: '2026-02-01', edate: '2026-02-07' });
    expect(value.rows).toHaveLength(3);
    expect(value.misfit).toMatchObject({
      missing: { from: Date.parse('2026-02-07T23:00:00Z'), to: Date.parse('2026-02-08T00:00:00Z') },
      because: { kind: 'unsupported-filter', message: expect.stringContaining('Europe/Paris') },
    });
  });

  it('says nothing where the days are the very period', async () => {
    const { value } = await read('2026-02-01T00:00:00+01:00', '2026-02-08T00:00:00+01:00');
    expect(value.misfit).toBeUndefined();
  });

  it.each([
    ['ahead', 20 * 365 * day + 12_345],
    ['that was now a moment ago', -50],
  ])('ends today where the period ends at some time %s', async (_, ahead) => {
    await read('2026-02-01T00:00:00+01:00', Date.now() + ahead);
    const today = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(Date.now());
    expect(server.calls[0]?.query['edate']).toBe(today);
  });

  it('asks for one operator where the filter names one, and checks the answer', async () => {
    const filter = { agentKey: '42' };
    const { value } = await read('2026-02-01T00:00:00+01:00', '2026-02-02T00:00:00+01:00', { filter });
    expect(server.calls[0]?.query).toMatchObject({ opid: '42' });
    expect(value).toMatchObject({ rows: [{ agent: { key: '42' } }], hasMore: false });
  });

  it('cuts its pages out of one answer', async () => {
    const pages = await Promise.all(
      [0, 2].map((offset) =>
        read('2026-02-01T00:00:00+01:00', '2026-02-02T00:00:00+01:00', { offset, limit: 2 }),
      ),
    );
    expect(pages.map(({ value }) => [value.rows.map((row) => row?.agent?.key), value.hasMore])).toEqual([
      [['41', '42'], true],
      [['43'], false],
    ]);
    expect(server.calls).toHaveLength(1);
  });

  it('leaves rows out of which nothing can be read, and tells so', async () => {
    body = [...operators, null, {}];
    const { value } = await read('2026-02-01T00:00:00+01:00', '2026-02-02T00:00:00+01:00');
    expect(value.rows).toHaveLength(3);
    expect(value.misfit).toMatchObject({
      missing: { from: Date.parse('2026-01-31T23:00:00Z'), to: Date.parse('2026-02-01T23:00:00Z') },
      because: { kind: 'wrong-answer' },
    });
  });

  it('tells so as well where the days are longer than the period', async () => {
    body = [...operators, {}];
    const { value } = await read('2026-02-01T00:00:00Z', Date.now());
    expect(value.misfit).toMatchObject({ because: { kind: 'wrong-answer' } });
    expect(value.misfit?.missing).not.toBeNull();
  });

  it('reads the table whether it is JSON or CSV', async () => {
    body = '"operator";"id"; "chatcount"\n"Ana ""A"" Ruiz";51; 7\n';
    const { value } = await read('2026-02-01T00:00:00+01:00', '2026-02-02T00:00:00+01:00');
    expect(value.rows).toMatchObject([{ agent: { key: '51', name: 'Ana "A" Ruiz' }, metrics: { chats: 7 } }]);
  });

  it.each(['nothing here', { result: 'error' }, '<html><body>login</body></html>'])(
    'fails where the answer is no table: %j',
    async (answer) => {
      body = answer;
      await expect(read('2026-02-01T00:00:00+01:00', '2026-02-02T00:00:00+01:00')).rejects.toMatchObject({
        kind: 'bad-response',
      });
    },
  );
});
