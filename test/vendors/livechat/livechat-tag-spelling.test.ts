import { describe, expect, it } from 'vitest';
import { sampleTicket } from './sample-ticket.ts';
import { contextOf, startStub, type SeenCall } from './stub-server.ts';

interface Desk {
  /** Names in the account's list of tags. */
  readonly listed: readonly string[];
  /** The tags of one ticket each. */
  readonly borne: readonly string[];
  readonly ignoresCase?: boolean;
}

/** What a list of the tickets with a tag has, and how the list was asked for. */
async function ticketsOf(tag: string, { listed, borne, ignoresCase = false }: Desk) {
  const tickets = borne.map((name, index) => sampleTicket({ id: `T000${index}`, tags: [name] }));
  const form = (name: string) => (ignoresCase ? name.toLowerCase() : name);
  await using stub = await startStub(({ path, query }: SeenCall) => {
    if (path === '/v2/tags') return listed.map((name) => ({ name }));
    const wanted = query.get('tag');
    const found = tickets.filter((_, index) => wanted === null || form(borne[index]!) === form(wanted));
    return { tickets: found, total: found.length, pages: 1 };
  });
  const window = { from: Date.parse('2024-03-01T00:00:00Z'), to: Date.parse('2024-04-01T00:00:00Z') };
  const order = { field: 'CREATED_AT', direction: 'DESC' } as const;
  const request = { window, order, filter: { tag }, limit: 26, position: null };
  const answer = await stub.source.conversations?.list(request, contextOf());
  const lists = stub.calls.filter(({ query }) => query.has('date_from'));
  return {
    tags: answer?.value.rows.map(({ tags }) => tags?.[0]?.key),
    askedFor: lists.map(({ query }) => query.get('tag')),
  };
}

describe('a list of the tickets with a tag', () => {
  it('is asked for in the spelling of the account’s list of tags', async () => {
    const desk = { listed: ['VIP', 'late'], borne: ['VIP', 'VIP'] };
    expect(await ticketsOf('vip', desk)).toEqual({ tags: ['VIP', 'VIP'], askedFor: ['VIP'] });
  });

  it('is so where LiveChat does not compare to the letter, too', async () => {
    const desk = { listed: ['VIP'], borne: ['VIP', 'VIP'], ignoresCase: true };
    expect(await ticketsOf('vip', desk)).toEqual({ tags: ['VIP', 'VIP'], askedFor: ['VIP'] });
  });

  it.each([
    ['a ticket bears another spelling', ['VIP'], ['VIP', 'vip']],
    ['a ticket bears only another spelling', ['vip'], ['Vip']],
    ['the list has several spellings', ['VIP', 'vIp'], ['VIP', 'vIp']],
    ['the list lacks the tag', ['late'], ['viP']],
  ])('is the list of all tickets where %s', async (_, listed, borne) => {
    const { tags, askedFor } = await ticketsOf('vip', { listed, borne: [...borne, 'late'] });
    expect(tags).toEqual(expect.arrayContaining(borne));
    expect(askedFor).toEqual([null]);
  });

  it('takes no call more for a tag that has one spelling', async () => {
    expect(await ticketsOf('緊急', { listed: ['緊急'], borne: ['緊急'] })).toEqual({
      tags: ['緊急'],
      askedFor: ['緊急'],
    });
  });
});
