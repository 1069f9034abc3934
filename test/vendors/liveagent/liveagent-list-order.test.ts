import { describe, expect, it } from 'vitest';
import {
  observedOrder,
  provenBound,
  type RowTimes,
} from '../../../src/vendors/liveagent/liveagent-list-order.ts';

const second = 1000;

function rows(...pairs: readonly (readonly [number, number])[]): RowTimes[] {
  return pairs.map(([created, updated]) => ({ created: created * second, updated: updated * second }));
}

const before = [
  [98, 99],
  [96, 98],
  [94, 97],
] as const;
const byCreation = rows(...before, [90, 91], [80, 99], [70, 75], [60, 98], [50, 52]);
const byChange = rows(...before, [10, 95], [80, 90], [20, 85], [70, 80], [60, 62]);
const byBoth = rows(...before, [90, 91], [80, 81], [70, 71], [60, 61], [50, 53]);
const imported = rows(...Array.from({ length: 20 }, (_, index) => [40, 50 + ((index * 7) % 20)] as const));
const twoImports = [...imported, ...imported.map((row) => ({ ...row, created: 30 * second }))];
const newestCreated = { field: 'CREATED_AT', direction: 'DESC' } as const;
const newestChanged = { field: 'UPDATED_AT', direction: 'DESC' } as const;

describe('the order of an answer', () => {
  it.each([
    [byCreation, 'CREATED_AT'],
    [byChange, 'UPDATED_AT'],
    [byBoth, null],
    [byCreation.slice(0, 7), null],
    [imported, null],
    [twoImports, null],
    [[...byCreation].reverse(), 'NEITHER'],
  ] as const)('of %j is told as %s', (answer, order) => {
    expect(observedOrder(answer, 'DESC')).toBe(order);
  });
});

describe('the bound of a full answer', () => {
  it('lies behind the ties of the last row', () => {
    expect(provenBound(byCreation, newestCreated, 'CREATED_AT')).toBe(51 * second);
    expect(provenBound([...byCreation].reverse(), { ...newestCreated, direction: 'ASC' }, 'CREATED_AT')).toBe(
      98 * second,
    );
  });

  it('follows from the other order where nothing is changed before it is created', () => {
    expect(provenBound(byChange, newestCreated, 'UPDATED_AT')).toBe(63 * second);
    expect(provenBound(byCreation, newestChanged, 'CREATED_AT')).toBeNull();
    const clockWentBack = [...byChange.slice(0, 7), { created: 60 * second, updated: 59 * second }];
    expect(provenBound(clockWentBack, newestCreated, 'UPDATED_AT')).toBeNull();
  });

  it('takes rows of few moments for no proof that all were changed equally long after their beginning', () => {
    const imported = Array.from({ length: 34 }, (_, index) => [1912, 2031 - Math.min(index, 6)] as const);
    // Behind them may come one that was created with most of them, and changed before the last of them.
    expect(provenBound(rows(...imported, [1533, 2024]), newestCreated, null)).toBe(2025 * second);
  });

  it('holds for either order while it cannot be told which one it is', () => {
    expect(provenBound(byBoth, newestCreated, null)).toBe(54 * second);
    expect(provenBound(byBoth, newestChanged, null)).toBeNull();
  });

  it('is none where rows of a few times prove no order, unless that is known already', () => {
    for (const answer of [imported, twoImports]) expect(provenBound(answer, newestCreated, null)).toBeNull();
    expect(provenBound(twoImports, newestCreated, 'CREATED_AT')).toBe(31 * second);
  });

  it('is none where rows are at odds with the order that is known, as of a list that is filtered otherwise', () => {
    const changedAtOnce = rows(...Array.from({ length: 10 }, (_, index) => [(index * 7) % 10, 50] as const));
    expect(observedOrder(changedAtOnce, 'DESC')).toBeNull();
    expect(provenBound(changedAtOnce, newestCreated, 'CREATED_AT')).toBeNull();
    expect(provenBound(imported, newestChanged, 'UPDATED_AT')).toBeNull();
  });

  it('is not moved by lengths until change that differ a lot', () => {
    const even = Array.from({ length: 12 }, (_, index) => ({
      created: (1000 - index) * second,
      updated: (5000 - index) * second,
    }));
    expect(provenBound(even, newestCreated, null)).toBe(990 * second);
    const uneven = even.map((row, index) => ({ ...row, updated: row.updated + (11 - index) * 200 * second }));
    expect(provenBound(uneven, newestCreated, null)).toBe(3190 * second);
  });
});
