/** Calls for one object: by source, if it is that source's, and those that are made once however many objects there are. */
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
  /** The source is asked whichever one the object is of. */
  readonly isOfAny: boolean;
}

/** Adds calls of each source for an object of it. */
export function addEach(bill: Bill, calls: (index: number) => number): void {
  for (const index of bill.bySource.keys()) bill.bySource[index] = (bill.bySource[index] ?? 0) + calls(index);
}

/** What is known of the sources that a part of a query concerns. */
export interface PartScope {
  /** Which sources its objects may be of. @default all */
  readonly isAsked?: (index: number) => boolean;
  /** It concerns all sources whichever one the object is of. @default false */
  readonly isOfAny?: boolean;
}

/** Takes over the shared calls of a part. */
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
