import { describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import type { MutationPlan } from '../../../src/contract/mutations/mutation-plan.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { callContext } from './open-source.ts';
import { refusal, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;

deskForEachTest((opened) => ({ desk, source } = opened));

const done = { record: { status: 'OK', statuscode: 0 } };

/** The changes that reached the desk. */
function changes() {
  return desk.calls.filter(({ method }) => method !== 'GET');
}

describe('a change of a customer whose address has a plus sign', () => {
  const email = 'ann+desk@example.org';
  const key = `e:${email}`;
  const ann = { contactid: 'c1', email, firstname: 'Ann' };
  const cases: readonly (readonly [string, () => MutationPlan<unknown>, readonly string[]])[] = [
    [
      'customerFieldsSet',
      () => source.mutations!.customerFieldsSet!({ key, fields: [{ code: 'a', value: '1' }] }),
      ['DELETE customers/c1/fields', 'POST customers/c1/fields'],
    ],
    [
      'customerFieldsClear',
      () => source.mutations!.customerFieldsClear!({ key, codes: ['a'] }),
      ['DELETE customers/c1/fields'],
    ],
    [
      'customerGroupJoin',
      () => source.mutations!.customerGroupJoin!({ customerKey: key, groupName: 'VIP' }),
      ['POST customers/c1/groups'],
    ],
    [
      'customerGroupLeave',
      () => source.mutations!.customerGroupLeave!({ customerKey: key, groupName: 'VIP' }),
      ['DELETE customers/c1/groups'],
    ],
  ];
  const suggestion = () =>
    source.mutations!.suggestionCreate!({
      author: { type: 'Customer', key },
      categoryKey: '7',
      subject: 'More tea',
      message: 'Please',
    });

  /** Knows such addresses in the list only, as some versions do. */
  function serve(): void {
    desk.answer = ({ path, query }) => {
      if (path.includes('+')) return refusal(404, 'Contact not found');
      if (path === 'customers') return { record: { customers: query.email === email ? [ann] : [] } };
      return path === 'customers/c1' ? { record: ann } : done;
    };
  }

  it.each(cases)('goes by the contact id: %s', async (_name, plan, expected) => {
    serve();
    await plan().run(callContext());
    expect(changes().map(({ method, path }) => `${method} ${path}`)).toEqual(expected);
  });

  it('names the author of a suggestion by the address, which is no part of a path there', async () => {
    serve();
    await suggestion().run(callContext());
    expect(desk.calls).toMatchObject([{ path: 'suggestions', form: { useridentifier: email } }]);
  });

  it('is shown with the contact id before it is made', async () => {
    serve();
    const plan = source.mutations!.customerGroupJoin!({ customerKey: key, groupName: 'VIP' });
    const [planned] = await plan.preview(callContext());
    expect(planned?.path).toContain('/customers/c1/groups');
    expect(changes()).toEqual([]);
  });

  it('goes by the address where no record tells the contact id, so that the vendor says what is wrong', async () => {
    desk.answer = ({ path }) =>
      path === 'customers' ? { record: { customers: [] } } : refusal(404, 'Contact not found');
    const plan = source.mutations!.customerGroupJoin!({ customerKey: key, groupName: 'VIP' });
    await expect(plan.run(callContext())).rejects.toMatchObject({ kind: 'not-found' });
    expect(changes().map(({ path }) => path)).toEqual([`customers/${email}/groups`]);
  });

  it('is not made while nobody can tell who that is', async () => {
    desk.answer = () => refusal(503, 'Application is updating');
    const plan = source.mutations!.customerGroupJoin!({ customerKey: key, groupName: 'VIP' });
    await expect(plan.run(callContext())).rejects.toMatchObject({ kind: 'unavailable' });
    expect(changes()).toEqual([]);
  });

  it('takes no further call for an address without one', async () => {
    desk.answer = () => done;
    const customerKey = 'e:ann@example.org';
    await source.mutations!.customerGroupJoin!({ customerKey, groupName: 'VIP' }).run(callContext());
    expect(desk.calls.map(({ path }) => path)).toEqual(['customers/ann@example.org/groups']);
  });
});

function setFields(): Promise<unknown> {
  const command = { key: 'k1', fields: [{ code: 'order', value: '9' }] };
  return source.mutations!.conversationFieldsSet!(command).run(callContext());
}

describe('setting custom fields', () => {
  it('sets them where there were none, though the vendor refuses to delete what is not there', async () => {
    desk.answer = ({ method }) => (method === 'DELETE' ? refusal(500, 'Unable to load custom field') : done);
    await setFields();
    expect(changes().map(({ method }) => method)).toEqual(['DELETE', 'POST']);
  });

  it('sets none where a deletion fails in another way', async () => {
    desk.answer = ({ method }) => (method === 'DELETE' ? refusal(500, 'Field is read only') : done);
    await expect(setFields()).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(changes().map(({ method }) => method)).toEqual(['DELETE']);
  });
});

describe('setting custom fields, when the old values are deleted and adding the new ones fails', () => {
  it('says that none were set where the vendor refuses them', async () => {
    desk.answer = ({ method }) => (method === 'POST' ? refusal(500, 'Invalid value') : done);
    await expect(setFields()).rejects.toMatchObject({
      kind: 'invalid-input',
      message: expect.stringMatching(
        /the earlier values of order are deleted already, and no new ones were set$/,
      ) as string,
    });
  });

  it('says that nobody knows whether they were set where the outcome is unknown', async () => {
    desk.answer = ({ method }) => (method === 'POST' ? { status: 502, body: '<html></html>' } : done);
    await expect(setFields()).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringMatching(
        /the earlier values of order are deleted already, and it is not known whether the new ones were set$/,
      ) as string,
    });
  });
});

describe('setting custom fields, when none of the codes had a value and adding the new ones fails', () => {
  it('says what the vendor says of an owner who is gone, and nothing of deletions', async () => {
    desk.answer = () => refusal(404, 'Conversation not found');
    await expect(setFields()).rejects.toMatchObject({
      kind: 'not-found',
      message: 'Conversation not found',
      halfMade: false,
    });
    expect(changes().map(({ method }) => method)).toEqual(['DELETE', 'POST']);
  });

  it('names only the codes whose values are gone', async () => {
    desk.answer = ({ method, form }) => {
      if (method === 'POST') return refusal(500, 'Invalid value');
      return form['code'] === 'order' ? done : refusal(500, 'Unable to load custom field');
    };
    const fields = ['size', 'order'].map((code) => ({ code, value: '9' }));
    const plan = source.mutations!.conversationFieldsSet!({ key: 'k1', fields });
    await expect(plan.run(callContext())).rejects.toThrow(
      /^Invalid value; the earlier values of order are deleted already/,
    );
  });
});

async function readByAddress(): Promise<void> {
  await source.customers!.get(['e:ann@example.org'], callContext());
  await source.customers!.groups!(['e:ann@example.org'], callContext());
}

describe('a change of a customer who is named by contact id, as reports do', () => {
  const ann = { contactid: 'c1', email: 'ann@example.org', firstname: 'Ann' };

  it.each([
    ['customerFieldsClear', () => source.mutations!.customerFieldsClear!({ key: 'i:c1' })],
    [
      'customerGroupJoin',
      () => source.mutations!.customerGroupJoin!({ customerKey: 'i:c1', groupName: 'VIP' }),
    ],
  ] as const)('makes fresh what is known under the address: %s', async (_name, plan) => {
    desk.answer = ({ method, path }) => {
      if (method !== 'GET') return done;
      return { record: path.endsWith('/groups') ? { groups: [] } : ann };
    };
    await readByAddress();
    await readByAddress();
    expect(desk.calls).toHaveLength(2);
    await plan().run(callContext());
    await readByAddress();
    expect(desk.calls.filter(({ method }) => method === 'GET')).toHaveLength(4);
  });
});
