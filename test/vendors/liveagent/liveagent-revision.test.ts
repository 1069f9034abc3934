import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { callContext } from './open-source.ts';
import type { TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;

deskForEachTest((opened) => ({ desk, source } = opened), {
  answer: ({ path }) => {
    if (path === 'onlinestatus/agents') return { record: { agentsOnlineStates: [] } };
    if (path.endsWith('/messages')) return { record: { groups: [] } };
    if (path.endsWith('/tags')) return { record: { tags: [] } };
    return { record: { conversationid: 'k1', status: 'N', datecreated: '2020-01-01 00:00:00' } };
  },
  cacheSeconds: { conversation: 0.05 },
});

/** So many milliseconds ago, in the time zone of the account. */
function moment(ago: number): string {
  return new Date(Date.now() - ago).toLocaleString('sv-SE', { timeZone: 'America/Los_Angeles' });
}

/** Reads all there is of a revision twice, the second time when only a revision keeps it fresh. */
async function callsFor(revision: string): Promise<number> {
  const reference = [{ key: 'k1', revision }];
  for (const wait of [150, 0]) {
    await source.conversations!.get(reference, callContext());
    await source.conversations!.messages(reference, callContext());
    await source.conversations!.fields!.tags!(reference, callContext());
    await sleep(wait);
  }
  return desk.calls.filter(({ path }) => path.startsWith('conversations/')).length;
}

describe('what is read of a conversation for its date of change', () => {
  it('stays fresh for longer, when that date is over', async () => {
    expect(await callsFor(moment(5000))).toBe(3);
  });

  it('is read again soon where another change may bear the same date', async () => {
    expect(await callsFor(moment(1000))).toBe(6);
  });

  it.each(['0000-00-00 00:00:00', 'soon'])('is read again soon where that date is none: %s', async (date) => {
    expect(await callsFor(date)).toBe(6);
  });
});
