import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk } from '../../src/sandbox/world/world.ts';
import { openFaultBench, patient, type FaultBench } from './support/fault-bench.ts';

let bench: FaultBench;
beforeAll(async () => {
  bench = await openFaultBench(0.3);
});
afterAll(() => bench.close());

const inbox = `{
  conversations(first: 50, filter: { sources: ["support"] }, orderBy: { field: UPDATED_AT, direction: DESC }) {
    nodes { id vendorId subject updatedAt note customFields { code } tags { name } messages(first: 100) { nodes { text } } }
    sources { state error { code } }
  }
}`;

interface Answer {
  readonly conversations: {
    readonly nodes: readonly {
      readonly vendorId: string;
      readonly messages: object | null;
      readonly note: string | null;
      readonly updatedAt: string;
    }[];
    readonly sources: readonly { readonly state: string }[];
  };
}

/** Rows that change between two looks at the inbox. */
const changing = 3;

function touch({ conversations }: Desk, ids: readonly string[], at: number): void {
  for (const conversation of conversations) {
    if (ids.includes(conversation.id))
      Object.assign(conversation, { updatedAt: at, note: `changed at ${at}` });
  }
}

/**
 * Two minutes of an inbox that is looked at every 5 s, made in a few seconds: lists are kept for 0.05 s, so that each
 * round asks anew, and the calls of every round are counted. 12 rounds are a vendor's minute.
 */
it('G17 an inbox of 50 LiveAgent conversations, 3 of them changing each time, stays within 180 calls a minute', async ({
  task,
}) => {
  const gateway = await bench.open({
    ...patient,
    sources: { support: { requestsPerMinute: 20_000, cacheSeconds: { list: 0.05, conversation: 15 } } },
  });
  const rounds: number[] = [];
  let changed: readonly string[] = [];
  let changedAt = 0;
  for (let round = 0; round <= 24; round += 1) {
    bench.forget();
    const { data, errors } = await gateway.ask<Answer>(inbox);
    expect(errors).toEqual([]);
    expect(data.conversations.sources).toMatchObject([{ state: 'OK' }]);
    expect(data.conversations.nodes).toHaveLength(50);
    expect(data.conversations.nodes.every(({ messages }) => messages !== null)).toBe(true);
    // Never an old row for one that changed, nor an old detail of it.
    const notes = data.conversations.nodes.filter(({ vendorId }) => changed.includes(vendorId));
    expect(notes.map(({ note }) => note)).toEqual(changed.map(() => `changed at ${changedAt}`));
    rounds.push(bench.emulators.support.calls.list().length);
    changed = data.conversations.nodes.slice(10, 10 + changing).map(({ vendorId }) => vendorId);
    // The vendor's times have no fractions of a second.
    changedAt = Math.floor(Date.now() / 1000) * 1000;
    touch(bench.sandbox.world.desks.liveagent, changed, changedAt);
    await new Promise((resolve) => setTimeout(resolve, 1100));
  }
  await gateway.stop();
  const later = rounds.slice(1);
  task.meta.fault = {
    figure: `${rounds[0]} calls at first, then ${Math.min(...later)} to ${Math.max(...later)} a round`,
  };
  const minutes = [later.slice(0, 12), later.slice(12, 24)].map((minute) =>
    minute.reduce((sum, calls) => sum + calls, 0),
  );
  expect(Math.max(...minutes)).toBeLessThanOrEqual(180);
  // One list and two calls for each changed row; the list may need a second call.
  expect(Math.max(...later)).toBeLessThanOrEqual(2 + 2 * changing);
  expect(Math.min(...later)).toBeGreaterThanOrEqual(1 + 2 * changing);
});
