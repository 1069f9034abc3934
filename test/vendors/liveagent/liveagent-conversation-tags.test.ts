import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { callContext, openSource } from './open-source.ts';
import { openDesk, refusal, type DeskAnswer, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;

beforeEach(async () => {
  desk = await openDesk(() => refusal(404, 'Not found'));
  source = openSource(desk.url);
});

afterEach(async () => {
  await source.close();
  await desk.close();
});

const record = { conversationid: 'k1', code: 'AB-1', datecreated: '2020-01-01 00:00:00' };
const vip = { record: { tags: [{ id: 'vip1', name: 'VIP' }] } };

/** Serves one conversation, under its id and its code. */
function serve(columns: Readonly<Record<string, unknown>>, tags: DeskAnswer): void {
  desk.answer = ({ path, method }) => {
    if (method !== 'GET') return { record: { status: 'OK', statuscode: 0 } };
    if (path === 'conversations/k1/tags') return tags;
    return path === 'conversations/k1' || path === 'conversations/AB-1'
      ? { record: { ...record, ...columns } }
      : refusal(404, 'Not found');
  };
}

async function get(revision: string | null = null) {
  const [found] = await source.conversations!.get([{ key: 'k1', revision }], callContext());
  return found;
}

function paths(): string[] {
  return desk.calls.map(({ path }) => path);
}

describe('the tags of a conversation', () => {
  it('come from a call of their own where the record has no column for them', async () => {
    serve({}, vip);
    expect(await get()).toMatchObject({ key: 'k1', tags: [{ key: 'vip1', vendorId: 'vip1', name: 'VIP' }] });
    const { value } = await source.conversations!.findByReference!('AB-1', callContext());
    expect(value?.tags).toMatchObject([{ key: 'vip1' }]);
    expect(paths().filter((path) => path.endsWith('/tags'))).toEqual(['conversations/k1/tags']);
  });

  it.each(['vip1', '', null])('take no further call where the column is %j', async (tags) => {
    serve({ tags }, vip);
    expect(await get()).toMatchObject({ tags: tags ? [{ key: 'vip1' }] : [] });
    expect(paths()).toEqual(['conversations/k1']);
  });

  it('are not told by a server that has neither', async () => {
    serve({}, refusal(404, 'Call not found'));
    expect(await get()).toMatchObject({ key: 'k1', tags: null });
  });

  it('are an error while that call fails, not none', async () => {
    serve({}, refusal(503, 'Application is updating'));
    expect(await get()).toMatchObject({ kind: 'unavailable' });
  });

  it('are read again behind a change of them, and not before', async () => {
    serve({}, vip);
    await get('r1');
    await get('r1');
    expect(paths()).toEqual(['conversations/k1', 'conversations/k1/tags']);
    serve({}, { record: { tags: [] } });
    await source.mutations!.conversationTagRemove!({ conversationKey: 'k1', tagKey: 'vip1' }).run(
      callContext(),
    );
    expect(await get('r1')).toMatchObject({ tags: [] });
  });
});
