import type { HelpdeskSource } from '../contract/helpdesk-source.ts';

/**
 * The calls that one object takes: for each source, those that it takes if it is of that source, and those that are
 * made once however many objects there are.
 */
export interface Bill {
  readonly bySource: number[];
  /** By the source's place among the sources and by what is called. */
  readonly shared: Map<string, SharedCalls>;
}

/** Calls that are made once. */
export interface SharedCalls {
  /** The source's place among the sources. */
  readonly index: number;
  readonly count: number;
  /** Whether the source is asked whichever source the object is of. */
  readonly isOfAny: boolean;
}

/** A list whose calls are counted. */
export interface CountedList {
  /** The type of its rows. */
  readonly type: string;
  /** How many rows it has at most. */
  readonly rows: number;
  /** The calls that one row takes. */
  readonly row: Bill;
  /** The calls that what the list tells of a source takes. */
  readonly outcome: Bill;
  /** Names of the criteria that the sources are given. */
  readonly criteria: readonly string[];
  /** The calls that the list itself takes at a source. */
  readonly calls: (index: number) => number;
}

/** Adds, for each source, the calls that an object of it takes. */
export function addEach(bill: Bill, calls: (index: number) => number): void {
  for (const index of bill.bySource.keys()) bill.bySource[index] = (bill.bySource[index] ?? 0) + calls(index);
}

/** What is known of the sources that a part of a query concerns. */
export interface PartScope {
  /** Which sources its objects may be of. @default all */
  readonly isAsked?: (index: number) => boolean;
  /** Whether the part concerns all sources, whichever one the object is of. @default false */
  readonly isOfAny?: boolean;
}

/** Adds the shared calls of a part. */
export function addShared(bill: Bill, { shared }: Bill, { isAsked, isOfAny = false }: PartScope = {}): void {
  for (const [name, calls] of shared) {
    if (isAsked?.(calls.index) === false && !calls.isOfAny) continue;
    const known = bill.shared.get(name);
    bill.shared.set(name, {
      index: calls.index,
      count: Math.max(calls.count, known?.count ?? 0),
      isOfAny: isOfAny || calls.isOfAny || (known?.isOfAny ?? false),
    });
  }
}

/** Adds calls that each source makes once for the whole query, known by a name. */
export function shareCalls(
  bill: Bill,
  sources: readonly HelpdeskSource[],
  name: string,
  calls: (source: HelpdeskSource, index: number) => number,
): void {
  for (const [index, source] of sources.entries()) {
    const count = calls(source, index);
    if (count > 0) bill.shared.set(`${index} ${name}`, { index, count, isOfAny: false });
  }
}

/** All of them together. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
