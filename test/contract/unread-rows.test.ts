import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnreadRows } from '../../src/contract/timeline.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { accountVariants } from './accounts.ts';
import { openAccount, requestContext } from './open-account.ts';

const day = 86_400_000;

let restoreClock: () => void;
beforeAll(() => {
  restoreClock = shiftClock(calmDay);
});
afterAll(() => restoreClock());

describe.each(accountVariants)('$title', (variant) => {
  it.each(['CREATED_AT', 'UPDATED_AT'] as const)(
    'tells of a conversation without an id that it cannot be read, and gives the others, by %s',
    async (field) => {
      const account = await openAccount(variant, { size: 0.1 });
      const window = { from: calmDay - 30 * day, to: calmDay };
      const timeOf = { CREATED_AT: 'createdAt', UPDATED_AT: 'changedAt' } as const;
      const rows = account.rows().filter((row) => {
        const at = row[timeOf[field]];
        return at >= window.from && at < window.to;
      });
      const odd = rows[Math.floor(rows.length / 2)]!;
      Object.assign(odd.conversation, { id: '' });
      const order = { field, direction: 'DESC' } as const;
      const found = new Set<string>();
      const unread: UnreadRows[] = [];
      for (let to: number | null = window.to, position: string | null = null; to !== null;) {
        const request = { window: { from: window.from, to }, order, filter: {}, limit: 400, position };
        const { value } = await account.conversations.list(request, requestContext());
        for (const { vendorId } of value.rows) found.add(vendorId);
        if (value.unread) unread.push(value.unread);
        to = value.coveredTo;
        ({ position } = value);
      }
      expect([...found].sort()).toEqual(
        expect.arrayContaining(rows.filter((row) => row !== odd).map(({ vendorId }) => vendorId)),
      );
      expect(found).not.toContain('');
      const at = odd[timeOf[field]];
      const telling = unread.filter(({ span }) => at >= span.from && at < span.to);
      expect(telling.length).toBeGreaterThan(0);
      expect(telling[0]?.because).toMatchObject({ kind: 'wrong-answer', source: account.source.name });
      await account.close();
    },
  );
});
