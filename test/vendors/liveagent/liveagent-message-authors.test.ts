import { describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { callContext } from './open-source.ts';
import { refusal, type DeskAnswer, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;

deskForEachTest((opened) => ({ desk, source } = opened));

const written = [
  ['3', 'ag1'],
  ['3', 'co1'],
  ['C', 'ag11'],
  ['3', 'cust'],
  ['4', 'left'],
  ['C', 'ag11'],
  ['3', 'doubt'],
] as const;
const groups = written.map(([rtype, userid], index) => ({
  rtype,
  datecreated: `2020-01-01 00:00:0${index}`,
  messages: [{ messageid: `m${index}`, rtype: 'M', userid, message: 'Hi' }],
}));
const ag11: DeskAnswer = { record: { userid: 'ag11', firstname: 'Eve', lastname: 'Lent' } };

/** Serves two conversations of an account that lists so many agents; of another one the single call tells. */
function serve(listed: number): void {
  const agentsOnlineStates = Array.from({ length: listed }, (_, index) => ({
    id: `ag${index + 1}`,
    contactid: `co${index + 1}`,
    firstname: 'Ann',
  }));
  desk.answer = ({ path }) => {
    if (path === 'onlinestatus/agents') return { record: { agentsOnlineStates } };
    if (/^conversations\/k\d\/messages$/.test(path)) return { record: { groups } };
    if (path === 'agents/ag11') return ag11;
    return path === 'agents/doubt' ? { status: 502, body: '<html></html>' } : refusal(404, 'Agent not found');
  };
}

async function authorsOf(keys: readonly string[]) {
  const references = keys.map((key) => ({ key, revision: null }));
  const [messages] = await source.conversations!.messages(references, callContext());
  if (!Array.isArray(messages)) throw new Error('expected messages');
  return (messages as readonly { authorRole: string; authorName: string | null }[]).map(
    ({ authorRole, authorName }) => [authorRole, authorName],
  );
}

function lookUps(): string[] {
  return desk.calls.flatMap(({ path }) => (path.startsWith('agents/') ? [path] : [])).sort();
}

describe('the authors of messages, where the list of agents may end at ten', () => {
  it('are looked up singly where it does not have them', async () => {
    serve(10);
    expect(await authorsOf(['k1'])).toEqual([
      ['AGENT', 'Ann'],
      ['AGENT', 'Ann'],
      ['AGENT', 'Eve Lent'],
      ['CUSTOMER', null],
      ['AGENT', null],
      ['AGENT', 'Eve Lent'],
      ['UNKNOWN', null],
    ]);
  });

  it('are looked up once each, and only where a customer may have written, too', async () => {
    serve(10);
    await authorsOf(['k1', 'k2']);
    expect(lookUps()).toEqual(['agents/ag11', 'agents/cust', 'agents/doubt']);
  });

  it('are remembered, also those who are none', async () => {
    serve(10);
    await authorsOf(['k1']);
    await authorsOf(['k2']);
    expect(lookUps().filter((path) => path !== 'agents/doubt')).toEqual(['agents/ag11', 'agents/cust']);
  });

  it.each([9, 11])('take no further call with %i agents in the list', async (listed) => {
    serve(listed);
    const roles = (await authorsOf(['k1'])).map(([role]) => role);
    expect(roles[2]).toBe(listed === 11 ? 'AGENT' : 'CUSTOMER');
    expect(roles[6]).toBe('CUSTOMER');
    expect(lookUps()).toEqual([]);
  });
});
