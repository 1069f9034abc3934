import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import type { Report, ReportReader } from '../../../src/contract/report-reader.ts';
import { Secret } from '../../../src/contract/secret.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import { openSource } from './open-source.ts';
import { readReport, type WantedRows } from './report-request.ts';

const day = 86_400_000;

let sandbox: Sandbox<'liveagent'>;
let json: HelpdeskSource;
let xml: HelpdeskSource;
let period: { readonly from: number; readonly to: number };

beforeAll(async () => {
  sandbox = await startSandbox({ desks: ['liveagent'], size: 0.2, now: Date.parse('2026-03-05T15:00:00Z') });
  const { url, apiKey, timeZone } = sandbox.sources['support'] as Record<string, string>;
  const settings = { apiKey: new Secret(apiKey ?? ''), timeZone: timeZone ?? '' };
  json = openSource(url ?? '', settings);
  xml = openSource(url ?? '', { ...settings, format: 'xml' });
  period = { from: Date.parse('2026-02-02T08:00:00Z'), to: Date.parse('2026-03-02T08:00:00Z') };
});

afterAll(async () => {
  await Promise.all([json.close(), xml.close()]);
  await sandbox.close();
});

type Pick = (reports: ReportReader) => Report<unknown> | undefined;

const fields = [
  'agent',
  'conversation',
  'createdAt',
  'customer',
  'department',
  'dueAt',
  'from',
  'levelId',
  'marginSeconds',
  'name',
  'onlineSeconds',
  'reference',
  'tag',
  'to',
];
const metrics = ['answers', 'createdTickets', 'positiveRatingsPercent', 'workMinutes'];

const ticketShifts = ({ agentAvailability }: ReportReader) => agentAvailability?.TICKETS;

function read(source: HelpdeskSource, choose: (reports: ReportReader) => unknown, wanted: WantedRows = {}) {
  const all = { period, fields, metrics, limit: 500, ...wanted };
  return readReport(source, choose as Pick, all) as Promise<{
    readonly value: { readonly rows: readonly Record<string, unknown>[]; readonly hasMore: boolean };
  }>;
}

describe('against the emulated vendor', () => {
  it.each<[string, (reports: ReportReader) => unknown]>([
    ['agents', ({ agents }) => agents],
    ['departments', ({ departments }) => departments],
    ['channels', ({ channels }) => channels],
    ['tags', ({ tags }) => tags],
    ['hours', ({ performance }) => performance?.HOUR],
    ['months', ({ performance }) => performance?.MONTH],
    ['agents online', ({ agentAvailability }) => agentAvailability?.CHATS],
    ['availability', ({ availability }) => availability?.CALLS],
    ['load', ({ load }) => load?.TICKETS],
    ['compliance', ({ slaCompliance }) => slaCompliance?.TICKETS],
    ['promises', ({ slaLog }) => slaLog?.CALLS],
    ['ranking', ({ ranking }) => ranking],
  ])('reads the same report of %s from JSON and XML', async (_name, choose) => {
    const [fromJson, fromXml] = await Promise.all([read(json, choose), read(xml, choose)]);
    expect(fromJson.value.rows.length).toBeGreaterThan(1);
    expect(fromXml.value).toEqual(fromJson.value);
  });

  it('counts in departments and in days every ticket of the period', async () => {
    const { conversations } = sandbox.world.desks.liveagent;
    const created = conversations.filter(
      ({ createdAt }) => createdAt >= period.from && createdAt < period.to,
    );
    for (const choose of [
      ({ departments }: ReportReader) => departments,
      ({ performance }: ReportReader) => performance?.DAY,
    ]) {
      const { value } = await read(json, choose);
      const counts = value.rows.map((row) => (row['metrics'] as { createdTickets: number }).createdTickets);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(created.length);
    }
  });

  it('tells intervals without gaps from the start of the period to its end', async () => {
    for (const interval of ['HOUR', 'DAY', 'WEEK', 'MONTH'] as const) {
      const { value } = await read(json, ({ performance }) => performance?.[interval], { limit: 900 });
      const spans = value.rows as unknown as { readonly from: number; readonly to: number }[];
      expect(spans[0]?.from).toBe(period.from);
      expect(spans.at(-1)?.to).toBe(period.to);
      for (const [index, span] of spans.slice(1).entries()) expect(span.from).toBe(spans[index]?.to);
    }
  });

  it('pages to the same rows as in one go', async () => {
    const whole = await read(json, ticketShifts, { limit: 999 });
    const rows: unknown[] = [];
    for (let hasMore = true; hasMore;) {
      const page = await read(json, ticketShifts, { offset: rows.length, limit: 90 });
      rows.push(...page.value.rows);
      hasMore = page.value.hasMore;
    }
    expect(rows.length).toBeGreaterThan(180);
    expect(rows).toEqual(whole.value.rows);
  });

  it('shows shifts of one agent where the filter names one', async () => {
    const [agent] = sandbox.world.desks.liveagent.agents;
    const { value } = await read(json, ticketShifts, {
      filter: { agentKey: agent?.id },
      period: { from: period.from, to: period.from + 7 * day },
    });
    const keys = value.rows.map((row) => (row['agent'] as { key: string }).key);
    expect(new Set(keys)).toEqual(new Set([agent?.id]));
  });
});
