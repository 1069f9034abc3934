import { describe, expect, it } from 'vitest';
import type { ConversationCreate } from '../../../src/contract/mutations/conversation-commands.ts';
import { sampleTicket } from './sample-ticket.ts';
import { contextOf, startStub } from './stub-server.ts';

const command: ConversationCreate = {
  subject: 'Boiler',
  message: 'It hums.',
  customerEmail: 'nora.lind@example.org',
};

describe('a new ticket', () => {
  it('is found by an id of which was known that there is no such ticket', async () => {
    let isMade = false;
    await using stub = await startStub(({ path }) => {
      const ticket = sampleTicket({ id: 'NEW01' });
      isMade ||= path.endsWith('/tickets');
      return isMade ? ticket : undefined;
    });
    const find = async () =>
      (await stub.source.conversations?.findByReference?.('NEW01', contextOf()))?.value?.key;
    expect(await find()).toBeUndefined();
    await stub.source.mutations?.conversationCreate?.(command).run(contextOf());
    expect(await find()).toBe('NEW01');
  });

  it('takes an empty list as if it was left out', async () => {
    await using stub = await startStub(() => undefined);
    const create = stub.source.mutations?.conversationCreate;
    const preview = (parts: Partial<ConversationCreate>) =>
      create?.({ ...command, ...parts }).preview(contextOf());
    expect(await preview({ cc: [], fields: [] })).toEqual(await preview({}));
  });

  it.each([
    ['cc', ['sam@example.org']],
    ['fields', [{ code: 'floor', value: '2' }]],
    ['status', 'OPEN'],
  ])('refuses %s, which LiveChat has no place for', async (field, value) => {
    await using stub = await startStub(() => undefined);
    expect(() => stub.source.mutations?.conversationCreate?.({ ...command, [field]: value })).toThrow(
      `${field}: LiveChat has no such value for a new ticket`,
    );
  });
});
