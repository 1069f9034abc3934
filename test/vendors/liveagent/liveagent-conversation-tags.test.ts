import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../../../src/contract/global-id.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { openGateway, type TestGateway } from '../../support/gateway-over.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { callContext } from './open-source.ts';
import { refusal, type DeskAnswer, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;

deskForEachTest((opened) => ({ desk, source } = opened));

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

const k1 = (revision: string | null = null) => [{ key: 'k1', revision }];

async function get() {
  const [found] = await source.conversations!.get(k1(), callContext());
  return found;
}

async function tagsOf(revision: string | null = null) {
  const [found] = await source.conversations!.fields!.tags!(k1(revision), callContext());
  return found;
}

function paths(): string[] {
  return desk.calls.map(({ path }) => path);
}

describe('the tags of a conversation', () => {
  it('are asked for again where one of them, and no other, was deleted', async () => {
    serve({ tags: 'vip1,new2' }, vip);
    await get();
    await source.mutations!.tagDelete!({ key: 'old3' }).run(callContext());
    await get();
    expect(paths()).toEqual(['conversations/k1', 'tags/old3']);
    await source.mutations!.tagDelete!({ key: 'new2' }).run(callContext());
    serve({ tags: 'vip1' }, vip);
    expect(await get()).toMatchObject({ tags: [{ key: 'vip1' }] });
  });

  it('come from a call of their own where the record has no column for them', async () => {
    serve({}, vip);
    expect(await get()).toMatchObject({ key: 'k1', tags: undefined });
    const { value } = await source.conversations!.findByReference!('AB-1', callContext());
    expect(value?.tags).toBeUndefined();
    expect(paths()).toEqual(['conversations/k1', 'conversations/AB-1']);
    expect(await tagsOf()).toMatchObject([{ key: 'vip1', vendorId: 'vip1', name: 'VIP' }]);
    expect(paths()).toHaveLength(3);
  });

  it.each(['vip1', '', null])('come with the record where the column is %j', async (tags) => {
    serve({ tags }, vip);
    expect(await get()).toMatchObject({ tags: tags ? [{ key: 'vip1' }] : [] });
    expect(paths()).toEqual(['conversations/k1']);
  });

  it('are not told by a server that has neither', async () => {
    serve({}, refusal(404, 'Call not found'));
    expect(await tagsOf()).toBeNull();
  });

  it('are an error while that call fails, not none', async () => {
    serve({}, refusal(503, 'Application is updating'));
    expect(await tagsOf()).toMatchObject({ kind: 'unavailable' });
  });

  it('are read again behind a change of them, and not before', async () => {
    serve({}, vip);
    await tagsOf('r1');
    await tagsOf('r1');
    expect(paths()).toEqual(['conversations/k1/tags']);
    serve({}, { record: { tags: [] } });
    await source.mutations!.conversationTagRemove!({ conversationKey: 'k1', tagKey: 'vip1' }).run(
      callContext(),
    );
    expect(await tagsOf('r1')).toEqual([]);
  });
});

describe('a query for a conversation whose record has no column for tags', () => {
  let gateway: TestGateway;

  beforeEach(() => {
    gateway = openGateway({ support: { vendor: 'liveagent', url: desk.url, apiKey: 'key', retries: 0 } });
  });
  afterEach(() => gateway.close());

  const id = encodeGlobalId({ type: 'Conversation', source: 'support', key: 'k1' });

  it('asks for them only where they are selected', async () => {
    serve({ status: 'C' }, vip);
    await gateway.query(`{ conversation(id: ${JSON.stringify(id)}) { status note } }`);
    expect(paths()).toEqual(['conversations/k1']);
    const { data } = await gateway.query(`{ conversation(id: ${JSON.stringify(id)}) { tags { name } } }`);
    expect(data).toEqual({ conversation: { tags: [{ name: 'VIP' }] } });
    expect(paths()).toEqual(['conversations/k1', 'conversations/k1/tags']);
  });

  it('loses nothing else while they cannot be read', async () => {
    serve({ status: 'C' }, refusal(503, 'Application is updating'));
    const fields = 'status tags { name }';
    const byId = await gateway.query(`{ conversation(id: ${JSON.stringify(id)}) { ${fields} } }`);
    expect(byId.data).toEqual({ conversation: { status: 'OPEN', tags: null } });
    expect(byId.errors).toMatchObject([{ path: ['conversation', 'tags'] }]);
    const input = `{ conversationId: ${JSON.stringify(id)}, tagName: "VIP" }`;
    const changed = await gateway.query(
      `mutation { conversationTagAdd(input: ${input}) { userErrors { message } conversation { ${fields} } } }`,
    );
    expect(changed.data).toEqual({
      conversationTagAdd: { userErrors: [], conversation: { status: 'OPEN', tags: null } },
    });
  });
});
