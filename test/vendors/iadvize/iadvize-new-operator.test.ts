import { afterEach, describe, expect, it } from 'vitest';
import { AnswerWithStatus, callContext, openChatServer, type ChatServer } from './chat-server.ts';

const given = { name: 'Ann Other', email: 'ann@example.com', password: 'pa55word' };
const annOf = (id: string, fields = {}) => ({ id, name: 'Ann Other', pseudo: 'Ann Other', ...fields });
const down = new AnswerWithStatus(500, 'down');

let server: ChatServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Creates an operator in an account whose list is one thing before and another afterwards. */
async function created(before: unknown, after: unknown, context = callContext()) {
  let isMade = false;
  server = await openChatServer(({ path }) => {
    if (!path.includes('createAccount')) return isMade ? after : before;
    isMade = true;
    return { result: 'success' };
  });
  const result = await server.source.mutations!.agentCreate!(given).run(context);
  expect(isMade).toBe(true);
  return result;
}

describe('the operator whom a creation made', () => {
  it('is the one that fits and was not there before', async () => {
    const older = annOf('7');
    const result = await created([older], [older, { id: '8', name: 'Bo', pseudo: 'Bo' }, annOf('9')]);
    expect(result).toEqual({ key: '9' });
    expect(server!.calls.map(({ path }) => path.split('/').at(-2))).toEqual([
      'getClientOperatorList',
      'createAccount',
      'getClientOperatorList',
    ]);
  });

  it('goes by the e-mail address where the list tells it', async () => {
    const namesake = annOf('8', { email: 'other@example.com' });
    expect(await created([], [namesake, annOf('9', { email: 'Ann@example.com' })])).toEqual({ key: '9' });
  });

  it.each([
    ['an older namesake while the list does not show it yet', [annOf('7')], [annOf('7')]],
    ['somebody else who is new', [annOf('7')], [annOf('7'), { id: '8', name: 'Bo', pseudo: 'Bo' }]],
    ['one of several that are new', [], [annOf('8'), annOf('9')]],
  ])('is never %s', async (_who, before, after) => {
    expect(await created(before, after)).toEqual({ key: null });
  });

  it.each([
    ['before', down, [annOf('9')]],
    ['afterwards', [], down],
  ])('is not known when the list cannot be read %s, and that is told', async (_when, before, after) => {
    expect(await created(before, after)).toMatchObject({
      key: null,
      notRead: { kind: 'unavailable', source: 'boutique', operation: 'agents.list', status: 500 },
    });
  });

  it('is not looked for in a list kept from earlier', async () => {
    let answer: unknown = [annOf('7')];
    server = await openChatServer(({ path }) =>
      path.includes('createAccount') ? { result: 'success' } : answer,
    );
    await server.source.directories.Agent!.list!(callContext());
    answer = down;
    const result = await server.source.mutations!.agentCreate!(given).run(callContext());
    expect(result).toMatchObject({ key: null, notRead: { kind: 'unavailable' } });
  });

  it('stands when the request is given up while it is looked for', async () => {
    const abort = new AbortController();
    let isMade = false;
    server = await openChatServer(({ path }) => {
      if (path.includes('createAccount')) {
        isMade = true;
        return { result: 'success' };
      }
      if (isMade) abort.abort();
      return [];
    });
    const context = callContext({ signal: abort.signal });
    const result = await server.source.mutations!.agentCreate!(given).run(context);
    expect(result).toMatchObject({ key: null, notRead: { kind: 'timeout' } });
  });
});
