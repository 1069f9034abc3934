import { describe, expect, it } from 'vitest';
import { sampleTicket } from './sample-ticket.ts';
import { contextOf, startStub } from './stub-server.ts';

/** The tags that would be sent for a ticket tagged VIP, vip and Billing; null = nothing is sent. */
async function sentFor(change: 'conversationTagAdd' | 'conversationTagRemove', tagName: string) {
  await using stub = await startStub(() => sampleTicket({ tags: ['VIP', 'vip', 'Billing'] }));
  const plan = stub.source.mutations?.[change]?.({ conversationKey: 'H3LPA', tagName });
  const calls = await plan?.preview(contextOf());
  return calls?.[0]?.parameters['tag'] ?? null;
}

describe('the tags of a ticket', () => {
  it('get a new one at the end', async () => {
    expect(await sentFor('conversationTagAdd', 'late')).toEqual(['VIP', 'vip', 'Billing', 'late']);
  });

  it('stay as they are when one is added that differs from another in case only', async () => {
    expect(await sentFor('conversationTagAdd', 'BILLING')).toBeNull();
  });

  it('lose the one that is named, whatever its case', async () => {
    expect(await sentFor('conversationTagRemove', 'billing')).toEqual(['VIP', 'vip']);
  });

  it('lose no other spelling when there is the one that is named', async () => {
    expect(await sentFor('conversationTagRemove', 'vip')).toEqual(['VIP', 'Billing']);
  });

  it('stay as they are when there is none of that name', async () => {
    expect(await sentFor('conversationTagRemove', 'nobody')).toBeNull();
  });
});
