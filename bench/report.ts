import type { Figures, Scenario } from './scenarios.ts';
import { baseline, type TargetName } from './targets.ts';

/** What one run of one scenario brought for one target. */
export interface Measured {
  readonly scenario: string;
  readonly target: TargetName;
  readonly round: number;
  readonly figures: Figures;
}

/** Medians of a target in a scenario, and how many times better than the baseline of the same round it was. */
export interface Summary {
  readonly scenario: string;
  readonly target: TargetName;
  readonly figures: Figures;
  /** Above 1 is better than the baseline. */
  readonly ratios: Figures;
}

/** More of these is better; less of all others is. */
const moreIsBetter = new Set(['req/s']);

/** Sums up the rounds. */
export function summarise(measured: readonly Measured[]): readonly Summary[] {
  const groups = Map.groupBy(measured, ({ scenario, target }) => `${scenario}|${target}`);
  return [...groups.values()].map((rounds) => {
    const { scenario, target } = rounds[0]!;
    const names = Object.keys(rounds[0]!.figures);
    const ratioIn = (name: string) => (one: Measured) => {
      const base = measured.find(
        (other) => other.scenario === scenario && other.round === one.round && other.target === baseline,
      );
      const [own, its] = [one.figures[name] ?? NaN, base?.figures[name] ?? NaN];
      return moreIsBetter.has(name) ? own / its : its / own;
    };
    const of = (value: (name: string) => (one: Measured) => number) =>
      Object.fromEntries(names.map((name) => [name, median(rounds.map(value(name)))]));
    return {
      scenario,
      target,
      figures: of(
        (name) =>
          ({ figures }) =>
            figures[name] ?? NaN,
      ),
      ratios: of(ratioIn),
    };
  });
}

/** The table of a scenario in Markdown: medians, with the ratio to the baseline behind each. */
export function tableOf({ id, title }: Scenario, summaries: readonly Summary[]): string {
  const rows = summaries.filter(({ scenario }) => scenario === id);
  const names = Object.keys(rows[0]?.figures ?? {});
  const cells = rows.map(({ target, figures, ratios }) => [
    target,
    ...names.map((name) => withRatio(name, figures[name] ?? NaN, ratios[name] ?? NaN, target)),
  ]);
  const lines = [['', ...names], ['---', ...names.map(() => '--:')], ...cells];
  return [`### ${id}: ${title}`, '', ...lines.map((line) => `| ${line.join(' | ')} |`), ''].join('\n');
}

function withRatio(name: string, value: number, ratio: number, target: TargetName): string {
  const told =
    name === 'failures' || target === baseline || !Number.isFinite(ratio) ? '' : ` (×${short(ratio)})`;
  return `${short(value)}${told}`;
}

function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0 || Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
