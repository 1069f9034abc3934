import type { SourceOutcome } from './source-outcome.ts';

/** Thrown instead of a page when the caller insists on complete lists (`strict`) and a source did not give all. */
export class IncompleteListError extends Error {
  override readonly name = 'IncompleteListError';
  /** What every source contributed. */
  readonly outcomes: readonly SourceOutcome[];

  constructor(outcomes: readonly SourceOutcome[]) {
    const short = outcomes.filter((outcome) => !isComplete(outcome)).map(describe);
    super(`expected a complete list, but not every source could give all its rows: ${short.join('; ')}`);
    this.outcomes = outcomes;
  }
}

/** Throws when a source's rows are missing. */
export function requireComplete(outcomes: readonly SourceOutcome[]): void {
  if (!outcomes.every(isComplete)) throw new IncompleteListError(outcomes);
}

/** Whether a source gave all its rows. Old rows (`STALE`) are rows. */
export function isComplete(outcome: SourceOutcome): boolean {
  return outcome.state === 'OK' || outcome.state === 'STALE';
}

function describe({ source, state, error }: SourceOutcome): string {
  return error
    ? `${source.name} is ${state} (${error.code}: ${error.message})`
    : `${source.name} is ${state}`;
}
