import { describe, expect, it } from 'vitest';
import { VendorError } from '../../../src/contract/vendor-error.ts';
import { sampleTicket } from './sample-ticket.ts';
import { contextOf, startStub, type Answers } from './stub-server.ts';

const tags = ['0', '3', '7'].map((group) => ({ name: 'vip', group: Number(group) }));

/** Deletes the tag "vip" of three groups; the calls that LiveChat saw, and how it ended. */
async function deletion(answerOf: (attempt: number) => ReturnType<Answers>) {
  let attempts = 0;
  await using stub = await startStub(({ path }) =>
    path.endsWith('/vip') ? answerOf((attempts += 1)) : tags,
  );
  const plan = stub.source.mutations!.tagDelete!({ key: 'vip' });
  const outcome = await plan.run(contextOf()).catch((error: unknown) => error);
  return { outcome, attempts };
}

describe('the deletion of a tag that several groups have', () => {
  it('is made for one after the other', async () => {
    const { outcome, attempts } = await deletion(() => ({ result: 'ok' }));
    expect(outcome).toEqual({ key: 'vip' });
    expect(attempts).toBe(3);
  });

  it('says for which groups it was made when one fails, and goes no further', async () => {
    const { outcome, attempts } = await deletion((attempt) =>
      attempt < 3 ? { result: 'ok' } : [400, { error: 'Nobody may' }],
    );
    expect(outcome).toBeInstanceOf(VendorError);
    expect(outcome).toMatchObject({ kind: 'invalid-input' });
    expect((outcome as VendorError).message).toMatch(/Nobody may.*deleted already for the groups 0, 3,/);
    expect(attempts).toBe(3);
  });

  it('says nothing of the sort when the first fails', async () => {
    const { outcome, attempts } = await deletion(() => [400, { error: 'Nobody may' }]);
    expect((outcome as VendorError).message).not.toContain('already');
    expect(attempts).toBe(1);
  });
});

it('the deletion of a tag makes tickets that had it be read anew', async () => {
  let isDeleted = false;
  await using stub = await startStub(({ path }) => {
    if (path === '/v2/tags') return tags;
    if (path.endsWith('/vip')) isDeleted = true;
    return sampleTicket({ status: 'solved', tags: isDeleted ? [] : ['vip'] });
  });
  const tagsOf = async () => {
    const references = [{ key: 'H3LPA', revision: null }];
    const [ticket] = (await stub.source.conversations?.get(references, contextOf())) ?? [];
    return ticket && 'tags' in ticket ? ticket.tags : null;
  };
  expect(await tagsOf()).toMatchObject([{ key: 'vip' }]);
  await stub.source.mutations!.tagDelete!({ key: 'vip' }).run(contextOf());
  expect(await tagsOf()).toEqual([]);
});
