import { setImmediate as afterThisTurn } from 'node:timers';
import type { Awaitable } from '../contract/awaitable.ts';

/** Of each turn of the event loop the work on large answers takes so many milliseconds, all of it together. */
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
 * Takes rows in their order, and lets others in between where there are many. `onTurn` is called whenever it goes on, and
 * ends it by throwing.
 */
export async function eachInTurns<Row>(
  rows: Iterable<Row>,
  take: (row: Row, index: number) => void,
  onTurn?: () => void,
): Promise<void> {
  let taken = 0;
  for (const row of rows) {
    taken += 1;
    if (taken % rowsAtOnce === 0 && isTurnOver()) {
      await nextTurn();
      onTurn?.();
    }
    take(row, taken - 1);
  }
}

/** Maps rows as `eachInTurns` takes them; few rows at once. */
export function mapInTurns<Row, Mapped>(
  rows: readonly Row[],
  map: (row: Row, index: number) => Mapped,
  onTurn?: () => void,
): Awaitable<Mapped[]> {
  return rows.length < rowsAtOnce
    ? rows.map((row, index) => map(row, index))
    : mapManyInTurns(rows, map, onTurn);
}

async function mapManyInTurns<Row, Mapped>(
  rows: readonly Row[],
  map: (row: Row, index: number) => Mapped,
  onTurn: (() => void) | undefined,
): Promise<Mapped[]> {
  const mapped: Mapped[] = [];
  await eachInTurns(rows, (row, index) => mapped.push(map(row, index)), onTurn);
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
