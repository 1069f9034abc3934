import { describe, expect, it } from 'vitest';
import { toAgentReportRow } from '../../../src/vendors/iadvize/iadvize-mapping-report.ts';
import { operatorStatsSchema } from '../../../src/vendors/iadvize/iadvize-wire.ts';

const documented = {
  operator: 'Léa Vidal',
  id: '4410',
  presence: 12,
  chatcount: '9',
  rate: '6.13e-05',
  duration: '2.52777778',
  conv_rate: '0.2222',
  turnover: '148.50',
  sales_count: '2',
  problem: '1',
  note_accueil: 3,
  note_delai: 0,
  note_resolution: 2.5,
  note_globale: 2.75,
};

function rowOf(columns: object, currency: string | null = 'EUR') {
  return toAgentReportRow(operatorStatsSchema.parse({ ...documented, ...columns }), currency);
}

function metricsOf(columns: object) {
  return rowOf(columns)!.metrics;
}

describe('the figures of an operator', () => {
  it('are told in the units of the metrics', () => {
    expect(rowOf({})).toEqual({
      agent: { key: '4410', vendorId: '4410', name: 'Léa Vidal' },
      metrics: {
        chats: 9,
        presenceHours: 12,
        chatAverageSeconds: 152,
        conversionRate: 0.2222,
        salesCount: 2,
        salesAmount: { amount: '148.50', currency: 'EUR' },
        problems: 1,
        welcomeRating: 3,
        delayRating: null,
        resolutionRating: 2.5,
        overallRating: 2.75,
      },
    });
  });

  it.each([
    ['148.50', '2', '148.50', 2],
    ['2', '148.50', '148.50', 2],
    ['0.00', '0', '0.00', 0],
    ['0', '0.00', '0.00', 0],
    [30, 3, '30', 3],
    ['30.00', '3.00', '30.00', 3],
  ])(
    'take of turnover %j and sales_count %j the one with decimals for the amount',
    (turnover, sales, amount, count) => {
      expect(metricsOf({ turnover, sales_count: sales })).toMatchObject({
        salesAmount: { amount },
        salesCount: count,
      });
    },
  );

  it('read numbers with an exponent', () => {
    expect(metricsOf({ conv_rate: '8.5E-05' }).conversionRate).toBe(0.000085);
    expect(metricsOf({ duration: '1.5e+1' }).chatAverageSeconds).toBe(900);
  });

  it.each(['', null, undefined, 'n/a', '1:5', [], {}])('are null where the vendor sends %j', (nothing) => {
    const { id, ...figures } = documented;
    const none = Object.fromEntries(Object.keys(figures).map((name) => [name, nothing]));
    const metrics = metricsOf({ id, ...none });
    expect(Object.values(metrics).every((value) => value === null)).toBe(true);
  });

  it('are none where nothing at all is told', () => {
    expect(toAgentReportRow(operatorStatsSchema.parse({ id: '', name: 'x' }), 'EUR')).toBeNull();
  });

  it('are nobody’s where no operator is named', () => {
    expect(rowOf({ id: '0' })!.agent).toBeNull();
    expect(rowOf({ operator: '' })!.agent).toEqual({ key: '4410', vendorId: '4410' });
  });
});
