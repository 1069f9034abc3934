import type { AgentReportRow } from '../../contract/report.ts';
import type { Metrics } from '../../contract/report-metrics.ts';
import { toOptionalId } from './iadvize-mapping-id.ts';
import { toDecimal } from './iadvize-mapping-amount.ts';
import type { WireOperatorStats } from './iadvize-wire.ts';

/**
 * What an operator did; null where a row says neither whom it is about nor anything else. `rate` is left out:
 * described as a rating from 1 to 3, it holds tiny fractions, so its meaning is anybody's guess.
 */
export function toAgentReportRow(stats: WireOperatorStats, currency: string | null): AgentReportRow | null {
  if (Object.values(stats).every((value) => value === null)) return null;
  const key = toOptionalId(stats.id);
  return {
    agent: key === null ? null : { key, vendorId: key, ...(stats.operator && { name: stats.operator }) },
    metrics: toMetrics(stats, currency),
  };
}

function toMetrics(stats: WireOperatorStats, currency: string | null): Metrics {
  const { amount, count } = toSales(stats);
  const minutes = toNumber(stats.duration);
  return {
    chats: toWhole(stats.chatcount),
    presenceHours: toNumber(stats.presence),
    chatAverageSeconds: minutes === null ? null : Math.round(minutes * 60),
    conversionRate: toNumber(stats.conv_rate),
    salesCount: toWhole(count),
    salesAmount: amount === null ? null : { amount, currency },
    problems: toWhole(stats.problem),
    welcomeRating: toRating(stats.note_accueil),
    delayRating: toRating(stats.note_delai),
    resolutionRating: toRating(stats.note_resolution),
    overallRating: toRating(stats.note_globale),
  };
}

/**
 * The document describes `turnover` as a number of sales and `sales_count` as an amount, which names and examples
 * contradict. So the form decides: the one with decimals is the amount. Where the form leaves it open, the names
 * decide.
 */
function toSales({ turnover, sales_count: salesCount }: WireOperatorStats) {
  const isSwapped = hasDecimals(salesCount) && !hasDecimals(turnover);
  const [amount, count] = isSwapped ? [salesCount, turnover] : [turnover, salesCount];
  return { amount: toDecimal(amount), count };
}

function hasDecimals(text: string | null): boolean {
  return toDecimal(text)?.includes('.') ?? false;
}

/** Reads a number, also one with an exponent. */
function toNumber(text: string | null): number | null {
  return text !== null && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

function toWhole(text: string | null): number | null {
  const number = toNumber(text);
  return number === null ? null : Math.round(number);
}

/** 0 = no survey was filled in. */
function toRating(text: string | null): number | null {
  return toNumber(text) || null;
}
