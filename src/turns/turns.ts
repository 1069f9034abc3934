import { setImmediate as afterThisTurn } from 'node:timers';
import type { Awaitable } from '../contract/awaitable.ts';

/** How much of each turn of the event loop the work on all large answers together may take, in milliseconds. */
const share = 8;
/** How many rows are handled between looks at the clock. Shorter lists are handled in one go, at no extra cost. */
const rowsAtOnce = 32;

/** When the share of this turn is used up, by `performance.now()`; 0 = no work has begun in it. */
let over = 0;
const waiting: (() => void)[] = [];

/** Whether large answers have used up their share of this turn, so that other work has to be let in. */
export function isTurnOver(): boolean {
  if (over === 0) begin();
  return performance.now() > over;
}

/** Waits for a later turn. In each turn one of those who wait goes on, in the order in which they came. */
export function nextTurn(): Promise<void> {
  if (over === 0) begin();
  return new Promise((resolve) => waiting.push(resolve));
}

/**
 * Handles rows in their order; where there are many, lets other work in between. `onTurn` is called whenever it goes
 * on, and can end it by throwing.
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

/** Maps rows as `eachInTurns` handles them; few rows are mapped at once, without a promise. */
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
