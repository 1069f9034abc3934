import { expect } from 'vitest';
import type { ConversationCriteria, ConversationReader } from '../../src/contract/conversation-reader.ts';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { TimelineOrder, TimeWindow } from '../../src/contract/timeline.ts';
import { requestContext } from './open-account.ts';

/** Which walk to make. */
export interface Walk {
  readonly order: TimelineOrder;
  readonly window: TimeWindow;
  readonly limit: number;
  readonly filter?: ConversationCriteria;
  /** The rows that must come, by the vendor's id, with the time that the order goes by. */
  readonly wanted: ReadonlyMap<string, number>;
}

const mostCalls = 400;

/** The time that an order sorts a conversation by. */
export function timeOf({ createdAt, updatedAt }: Conversation, { field }: TimelineOrder): number {
  return field === 'CREATED_AT' ? createdAt : (updatedAt ?? createdAt);
}

/**
 * Walks through a window the way the contract tells callers to, and checks the promise at every step: what lies on
 * the near side of `coveredTo` is all there. Gives every row of the window, each once.
 */
export async function walkWindow(reader: ConversationReader, walk: Walk): Promise<Map<string, Conversation>> {
  const { order, limit, filter = {}, wanted } = walk;
  const isDescending = order.direction === 'DESC';
  const found = new Map<string, Conversation>();
  let { window } = walk;
  let position: string | null = null;
  for (let calls = 0; ; calls += 1) {
    expect(calls).toBeLessThan(mostCalls);
    const request = { window, order, filter, limit, position };
    const { value } = await reader.list(request, requestContext());
    const { rows, coveredTo } = value;
    const bound: number = coveredTo ?? (isDescending ? window.from : window.to);
    const isCovered = (time: number) =>
      time >= window.from && time < window.to && (isDescending ? time >= bound : time < bound);
    const covered = rows.filter((row) => isCovered(timeOf(row, order)));
    const due = [...wanted].filter(([, time]) => isCovered(time)).map(([vendorId]) => vendorId);
    const came = covered.map(({ vendorId }) => vendorId);
    expect(due.filter((vendorId) => !came.includes(vendorId))).toEqual([]);
    for (const row of covered) found.set(row.key, row);
    if (coveredTo === null) return found;
    const next: TimeWindow = isDescending ? { ...window, to: bound } : { ...window, from: bound };
    const isProgress = next.from !== window.from || next.to !== window.to || value.position !== position;
    expect(isProgress).toBe(true);
    window = next;
    ({ position } = value);
    if (window.from >= window.to) return found;
  }
}
