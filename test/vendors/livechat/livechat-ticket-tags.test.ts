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

it('that were changed are read anew also where the ticket was asked for in small letters', async () => {
  const tags = ['heating'];
  await using stub = await startStub(({ path }) =>
    path.startsWith('/v2/tickets/') ? sampleTicket({ status: 'solved', tags: [...tags] }) : undefined,
  );
  const tagsOf = async () => {
    const answer = await stub.source.conversations?.findByReference?.('h3lpa', contextOf());
    return answer?.value?.tags?.map(({ key }) => key);
  };
  expect(await tagsOf()).toEqual(['heating']);
  tags.push('late');
  const change = { conversationKey: 'H3LPA', tagName: 'VIP' };
  await stub.source.mutations?.conversationTagAdd?.(change).run(contextOf());
  expect(await tagsOf()).toEqual(['heating', 'late']);
});

it('are left alone while LiveChat does not tell them, though they were told before', async () => {
  let fails = false;
  await using stub = await startStub(() => (fails ? [503, {}] : sampleTicket({ tags: ['VIP'] })));
  const change = { conversationKey: 'H3LPA', tagName: 'late' };
  const plan = stub.source.mutations!.conversationTagAdd!(change);
  await plan.preview(contextOf());
  fails = true;
  await expect(plan.run(contextOf())).rejects.toMatchObject({ kind: 'unavailable' });
  expect(stub.calls.map(({ path }) => path)).toEqual(['/v2/tickets/H3LPA', '/v2/tickets/H3LPA']);
});
