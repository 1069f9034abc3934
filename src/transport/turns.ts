import { setImmediate as afterThisTurn } from 'node:timers';

/** Of each turn of the event loop large answers take so many milliseconds, all of them together. */
const share = 8;
/** The clock is looked at once in so many rows: shorter lists are done in one go, at no cost. */
const rowsAtOnce = 32;

/** When the share of this turn is used up; 0 = nobody has begun. */
let over = 0;
const waiting: (() => void)[] = [];

/** Whether large answers have had their share of this turn, so that others are to be let in. */
export function isTurnOver(): boolean {
  if (over === 0) begin();
  return performance.now() > over;
}

/** Waits for a turn of its own: those who wait go on one a turn, in the order they came. */
export function nextTurn(): Promise<void> {
  if (over === 0) begin();
  return new Promise((resolve) => waiting.push(resolve));
}

/**
 * Maps rows in their order, and lets others in between where there are many. `onTurn` is called when it goes on, and
 * ends it by throwing.
 */
export async function mapInTurns<Row, Mapped>(
  rows: readonly Row[],
  map: (row: Row) => Mapped,
  onTurn?: () => void,
): Promise<Mapped[]> {
  const mapped: Mapped[] = [];
  for (const row of rows) {
    if (mapped.length % rowsAtOnce === rowsAtOnce - 1 && isTurnOver()) {
      await nextTurn();
      onTurn?.();
    }
    mapped.push(map(row));
  }
  return mapped;
}

function begin(): void {
  over = performance.now() + share;
  afterThisTurn(end);
}

function end(): void {
  over = 0;
  const goOn = waiting.shift();
  if (!goOn) return;
  begin();
  goOn();
}
