import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionalMetricNames, wholeMetricNames } from '../../../src/contract/report-metrics.ts';
import * as mapping from '../../../src/vendors/liveagent/liveagent-reports-mapping.ts';
import { columnsOf } from '../../../src/vendors/liveagent/liveagent-reports-columns.ts';
import { ReportRecord } from '../../../src/vendors/liveagent/liveagent-reports-values.ts';

const recordOf = (columns: Readonly<Record<string, unknown>>) =>
  new ReportRecord(columns, 'America/Los_Angeles');

const at = (text: string) => Date.parse(text);

describe('metrics', () => {
  it('are numbers out of text, averages in seconds, shares with fractions', () => {
    const row = mapping.toAgentReportRow(
      recordOf({
        id: 'us1',
        firstname: 'Ida',
        lastname: '',
        worktime: '480',
        answers: 12,
        answers_ph: '1.50',
        newAnswerAvgTimeSla: '95.6',
        rewards_p: '33.33',
        punishments_p: '5 %',
        call_seconds: '',
        notes: null,
        chats: 'many',
      }),
    );
    expect(row).toEqual({
      agent: { key: 'us1', vendorId: 'us1', name: 'Ida', firstName: 'Ida', lastName: null },
      metrics: {
        workMinutes: 480,
        answers: 12,
        answersPerHour: 1.5,
        newAnswerAverageSecondsInSla: 96,
        positiveRatingsPercent: 33.33,
        negativeRatingsPercent: 5,
      },
    });
  });

  it('have a column each, but for those that this vendor does not measure', () => {
    const names = [...wholeMetricNames, ...fractionalMetricNames];
    const columns = [...columnsOf(new Set(names), 'agents'), ...columnsOf(new Set(names), 'others')];
    expect(new Set(columns).size).toBe(54);
    expect(columnsOf(new Set(names), 'agents')).toHaveLength(49);
    expect(columnsOf(new Set(names), 'others')).toHaveLength(43);
    const unmeasured = names.filter(
      (name) =>
        columnsOf(new Set([name]), 'agents').length + columnsOf(new Set([name]), 'others').length === 0,
    );
    expect(unmeasured.sort()).toEqual([
      'conversionRate',
      'delayRating',
      'overallRating',
      'presenceHours',
      'problems',
      'resolutionRating',
      'salesCount',
      'welcomeRating',
    ]);
  });

  it('are of nobody where the row names nobody', () => {
    expect(mapping.toAgentReportRow(recordOf({})).agent).toBeNull();
    expect(mapping.toDepartmentReportRow(recordOf({ id: '', departmentName: 'x' })).department).toBeNull();
    expect(mapping.toTagReportRow(recordOf({ id: 'ab12' })).tag).toEqual({ key: 'ab12', vendorId: 'ab12' });
    expect(mapping.toChannelReportRow(recordOf({ id: '7' })).name).toBe('7');
  });
});

describe('intervals', () => {
  it('end where the next one begins', () => {
    const row = mapping.toPerformanceReportRow(
      recordOf({ datetime: '2024-03-10', dateto: '2024-03-10 23:59:59' }),
      'DAY',
    );
    // The day on which the clocks are set forward.
    expect(row).toMatchObject({ from: at('2024-03-10T08:00:00Z'), to: at('2024-03-11T07:00:00Z') });
  });

  it.each([
    ['2024-01-25', '2024-01-25 14:59:59'],
    ['2024-01-25 14:00:00', '2024-01-25 14:59:59'],
  ])('are the right hour of the day, written %s to %s', (datetime, dateto) => {
    expect(mapping.toPerformanceReportRow(recordOf({ datetime, dateto }), 'HOUR')).toMatchObject({
      from: at('2024-01-25T22:00:00Z'),
      to: at('2024-01-25T23:00:00Z'),
    });
  });

  it.each([
    ['HOUR', 'America/Los_Angeles', '2024-11-03 01:59:59', '2024-11-03T10:00:00Z'],
    ['HOUR', 'America/Los_Angeles', '2024-03-10 01:59:59', '2024-03-10T10:00:00Z'],
    ['DAY', 'America/Santiago', '2024-04-06 23:59:59', '2024-04-07T04:00:00Z'],
    ['DAY', 'America/Santiago', '2024-04-06T23:59:59-04:00', '2024-04-07T04:00:00Z'],
    ['DAY', 'America/Santiago', '2024-04-06T23:59:59-03:00', '2024-04-07T03:00:00Z'],
  ] as const)('of a %s in %s that end at %s leave out no hour shown twice', (interval, zone, dateto, end) => {
    const record = new ReportRecord({ datetime: '2024-01-01', dateto }, zone);
    expect(mapping.toPerformanceReportRow(record, interval).to).toBe(at(end));
  });

  it('may be unknown', () => {
    expect(mapping.toPerformanceReportRow(recordOf({ datetime: '0000-00-00', dateto: '' }), 'WEEK')).toEqual({
      from: null,
      to: null,
      metrics: {},
    });
  });
});

describe('spans', () => {
  it('do not end before they begin where the clocks are set back in between', () => {
    const [from, to] = ['2024-11-03 01:40:00', '2024-11-03 01:10:00'];
    const moments = [at('2024-11-03T08:40:00Z'), at('2024-11-03T09:10:00Z')];
    const online = mapping.toAgentAvailabilityReportRow(recordOf({ from_date: from, to_date: to }));
    expect([online.from, online.to]).toEqual(moments);
    const promise = mapping.toSlaLogReportRow(
      recordOf({ date_created: from, date_closed: to, date_due: to }),
    );
    expect([promise.createdAt, promise.closedAt, promise.dueAt]).toEqual([...moments, moments[1]]);
  });
});

describe('lengths', () => {
  it('are seconds with their sign', () => {
    assert(
      property(integer({ min: -2_000_000, max: 2_000_000 }), (seconds) => {
        const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
          String(Math.floor(Math.abs(part))).padStart(2, '0'),
        );
        const text = (seconds < 0 ? '-' : '') + parts.join(':');
        expect(recordOf({ sla: text }).seconds('sla')).toBe(seconds);
      }),
    );
    expect(recordOf({ sla: '-01:56:53' }).seconds('sla')).toBe(-7013);
  });

  it.each(['', null, '8', '1:2:3', 'now', '00:61'])('are null where they read %j', (text) => {
    expect(recordOf({ sla: text }).seconds('sla')).toBeNull();
  });
});

describe('rows of other reports', () => {
  it('tell since when an agent is online, and null for still', () => {
    const columns = {
      userid: 'us1',
      firstname: 'Ida',
      lastname: 'Lund',
      departmentid: 'dp1',
      department_name: 'Returns',
      hours_online: '30:08:31',
      from_date: '2024-02-06 09:00:00',
      to_date: 'now',
    };
    expect(mapping.toAgentAvailabilityReportRow(recordOf(columns))).toEqual({
      agent: { key: 'us1', vendorId: 'us1', name: 'Ida Lund', firstName: 'Ida', lastName: 'Lund' },
      department: { key: 'dp1', vendorId: 'dp1', name: 'Returns' },
      from: at('2024-02-06T17:00:00Z'),
      to: null,
      onlineSeconds: 108_511,
    });
  });

  it('tell minutes and share of a day', () => {
    expect(
      mapping.toAvailabilityReportRow(recordOf({ date: '2024-02-06', mins: '412', pct: '28.61' })),
    ).toEqual({ at: at('2024-02-06T08:00:00Z'), availableMinutes: 412, availablePercent: 28.61 });
  });

  it('tell the load with averages that have fractions', () => {
    const columns = {
      date: '2024-02-06 15:00:00',
      avgQueue: '1.25',
      maxQueue: '4',
      minQueue: '0',
      avgSlots: '2',
    };
    expect(mapping.toLoadReportRow(recordOf(columns))).toEqual({
      at: at('2024-02-06T23:00:00Z'),
      queue: { average: 1.25, minimum: 0, maximum: 4 },
      agents: { average: 2, minimum: null, maximum: null },
      inProgress: { average: null, minimum: null, maximum: null },
    });
  });

  it('tell how many promises were kept, times in whole seconds', () => {
    const columns = {
      date: '2024-02-06 00:00:00',
      fulfilled: '9',
      unfulfilled: '1',
      avgFulfilledTime: '60.5',
      maxUnfulfilledTime: '7200',
    };
    expect(mapping.toSlaComplianceReportRow(recordOf(columns))).toEqual({
      at: at('2024-02-06T08:00:00Z'),
      fulfilled: 9,
      unfulfilled: 1,
      fulfilledSeconds: { average: 61, minimum: null, maximum: null },
      unfulfilledSeconds: { average: null, minimum: null, maximum: 7200 },
    });
  });

  it('tell a promise by the account’s dates and not by the server’s', () => {
    const columns = {
      conversationid: 'cv1',
      code: 'ABC-DEF',
      departmentid: 'dp1',
      department_name: '',
      levelid: 'internal',
      sla_level_id: 'lv1',
      sla_level_name: 'Gold',
      sla: '00:10:00',
      date_created: '2024-02-06 09:00:00',
      date_closed: '2024-02-06 09:50:00',
      server_date_closed: '2024-02-06 17:50:00',
      date_due: '2024-02-06 10:00:00',
      agentid: '',
      req_contactid: 'cu1',
      req_firstname: 'Ann',
      req_lastname: 'Roe',
    };
    expect(mapping.toSlaLogReportRow(recordOf(columns))).toEqual({
      conversation: { key: 'cv1', vendorId: 'cv1' },
      reference: 'ABC-DEF',
      department: { key: 'dp1', vendorId: 'dp1' },
      levelId: 'lv1',
      levelName: 'Gold',
      marginSeconds: 600,
      createdAt: at('2024-02-06T17:00:00Z'),
      closedAt: at('2024-02-06T17:50:00Z'),
      dueAt: at('2024-02-06T18:00:00Z'),
      agent: null,
      customer: { key: 'i:cu1', vendorId: 'cu1', name: 'Ann Roe' },
    });
  });

  it('tell a rating with whoever gave it', () => {
    const columns = {
      id: '5',
      rankingType: 'W',
      datecreated: '2024-02-06 09:00:00',
      conversationid: 'cv1',
      contactid: 'cu1',
      requesterEmail: 'Ann@Example.org',
      requester: 'Ann Roe',
      comment: ' fast ',
    };
    expect(mapping.toUnsignedRanking(recordOf(columns))).toMatchObject({
      vendorId: '5',
      rankingType: 'W',
      customer: { key: 'e:ann@example.org', vendorId: 'cu1', email: 'Ann@Example.org', name: 'Ann Roe' },
      comment: 'fast',
    });
    expect(mapping.toUnsignedRanking(recordOf({ requesterEmail: '+49 30 1234' })).customer).toBeNull();
  });
});
