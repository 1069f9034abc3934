import { describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { callContext } from './open-source.ts';
import { refusal, type DeskCall, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;

deskForEachTest((opened) => ({ desk, source } = opened), { timeZone: 'America/Los_Angeles' });

function entry(id: number, fields: Readonly<Record<string, unknown>> = {}) {
  return {
    kb_id: 'kb_main',
    kb_entry_id: String(id),
    parent_entry_id: '7',
    rtype: 'A',
    rstatus: 'P',
    access: 'P',
    access_inherited: 'I',
    urlcode: '004200',
    treepath: '0|7',
    rorder: '4',
    title: `Entry ${id}`,
    content: '<p>Hello</p>',
    conversationid: '',
    departmentid: '',
    views: '12',
    votes: '0',
    datecreated: '2026-01-02 03:04:05',
    datechanged: '2026-02-02 03:04:05',
    deleted: 'N',
    ...fields,
  };
}

/** Serves entries by `limit` and `offset`, as the vendor does. */
function serveEntries(entries: readonly ReturnType<typeof entry>[]): void {
  desk.answer = ({ path, query }: DeskCall) => {
    if (path !== 'knowledgebase/entries') return refusal(404, 'Call not found');
    const wanted = entries.filter(
      (row) => query.entry_id === undefined || row.kb_entry_id === query.entry_id,
    );
    const from = Number(query.offset ?? 0);
    return { record: { entries: wanted.slice(from, from + Number(query.limit)) } };
  };
}

async function find(criteria: Parameters<NonNullable<HelpdeskSource['articles']>['find']>[0] = {}) {
  return (await source.articles!.find(criteria, callContext())).value;
}

describe('listing entries', () => {
  it('tells codes, references and numbers in the contract’s terms', async () => {
    serveEntries([entry(16)]);
    const { articles } = await find();
    expect(articles).toMatchObject([
      {
        key: '16',
        knowledgeBase: { key: 'kb_main' },
        parent: { key: '7' },
        type: 'ARTICLE',
        status: 'PUBLISHED',
        access: 'PUBLIC',
        inheritedAccess: 'INTERNAL',
        urlCode: '004200',
        content: { body: '<p>Hello</p>', bodyFormat: 'html' },
        order: 4,
        views: 12,
        votes: 0,
        updatedAt: Date.parse('2026-02-02T11:04:05Z'),
        deleted: false,
        conversation: null,
        department: null,
        keywords: null,
      },
    ]);
  });

  it.each([10, 50])('reads on after the %i rows of a server that heeds no limit', async (usual) => {
    const entries = Array.from({ length: 2 * usual + 3 }, (_, id) => entry(id + 1));
    desk.answer = ({ query }: DeskCall) => {
      const from = Number(query.offset ?? 0);
      return { record: { entries: entries.slice(from, from + usual) } };
    };
    expect((await find()).articles.map(({ key }) => key)).toEqual(entries.map((row) => row.kb_entry_id));
    expect(desk.calls.map(({ query }) => query.offset)).toEqual(['0', String(usual), String(2 * usual)]);
  });

  it.each(['0', '', null])('takes the parent %j for none', async (parent_entry_id) => {
    serveEntries([entry(16, { parent_entry_id, treepath: '0' })]);
    expect((await find()).articles[0]?.parent).toBeNull();
  });

  it('does not tell whether an entry is deleted where the vendor leaves that out', async () => {
    serveEntries([entry(1, { deleted: undefined }), entry(2, { deleted: 'Y' })]);
    const { articles } = await find();
    expect(articles.map(({ deleted }) => deleted)).toEqual([null, true]);
  });

  it('tells a place and votes below zero', async () => {
    serveEntries([entry(16, { rorder: '-1', votes: '-3' })]);
    expect((await find()).articles).toMatchObject([{ order: -1, votes: -3 }]);
  });

  it('keeps codes that it does not know', async () => {
    serveEntries([entry(16, { rtype: '9', rstatus: 'constructor', access: 'Z' })]);
    expect((await find()).articles[0]).toMatchObject({
      type: 'UNKNOWN',
      vendorType: '9',
      status: 'UNKNOWN',
      vendorStatus: 'constructor',
      access: 'UNKNOWN',
    });
  });

  it('reads on until a page is short', async () => {
    serveEntries(Array.from({ length: 1001 }, (_, index) => entry(index)));
    expect((await find()).articles).toHaveLength(1001);
    expect(desk.calls.map(({ query }) => query.offset)).toEqual(['0', '500', '1000']);
  });

  it('ends where a server ignores the offset', async () => {
    const page = Array.from({ length: 500 }, (_, index) => entry(index));
    desk.answer = () => ({ record: { entries: page } });
    expect((await find()).articles).toHaveLength(500);
    expect(desk.calls).toHaveLength(2);
  });

  it('asks the vendor to filter and filters what it did not', async () => {
    serveEntries([
      entry(1),
      entry(2, { kb_id: 'kb_other' }),
      entry(3, { parent_entry_id: '16' }),
      entry(4, { datechanged: '2026-01-31 23:59:59' }),
      entry(5, { datechanged: '' }),
    ]);
    const criteria = {
      knowledgeBaseKey: 'kb_main',
      parentKey: '7',
      updatedAfter: Date.parse('2026-02-01T08:00:00Z'),
    };
    expect((await find(criteria)).articles.map(({ key }) => key)).toEqual(['1']);
    expect(desk.calls[0]?.query).toMatchObject({
      kb_id: 'kb_main',
      parent_entry_id: '7',
      date_changed: '2026-01-31',
    });
  });

  it.each([
    ['an error of the API', refusal(404, 'Not found')],
    ['a page of the web server', { status: 404, body: '<html>Not Found</html>', type: 'text/html' }],
  ])('falls back to the older call where the newer one is answered by %s', async (_what, answer) => {
    desk.answer = ({ path, query }) => {
      if (path !== 'knowledgebase/articles') return answer;
      return { record: { articles: query.article_id === '99' ? [] : [entry(16)] } };
    };
    expect((await find({ parentKey: '7' })).articles).toMatchObject([{ key: '16' }]);
    expect(desk.calls.at(-1)).toMatchObject({ path: 'knowledgebase/articles', query: { parent_id: '7' } });
    expect(await source.articles!.get(['16', '99'], callContext())).toMatchObject([{ key: '16' }, null]);
  });

  it('is a bad answer where the server knows neither call', async () => {
    await expect(find()).rejects.toMatchObject({ kind: 'bad-response' });
  });
});

describe('fetching entries', () => {
  it('asks for a few one by one', async () => {
    serveEntries([entry(1), entry(2)]);
    expect(await source.articles!.get(['2', '3'], callContext())).toMatchObject([{ key: '2' }, null]);
    expect(desk.calls.map(({ query }) => query.entry_id)).toEqual(['2', '3']);
  });

  it('reads the list for many', async () => {
    serveEntries(Array.from({ length: 20 }, (_, index) => entry(index)));
    const keys = Array.from({ length: 20 }, (_, index) => String(index));
    expect(await source.articles!.get(keys, callContext())).toHaveLength(20);
    expect(desk.calls).toHaveLength(1);
  });
});

describe('searching', () => {
  const found = {
    ...entry(16),
    parent_entry_id: undefined,
    content: undefined,
    views: undefined,
    title: 'How to <b>pay</b>',
    title_clear: 'How to pay',
    content_text: 'Pay here',
    content_simple_html: '<p>Pay here</p>',
    votesCount: '-3',
    url: '//desk.test/004200-How-to-pay',
  };

  it('gives what the vendor finds, and leaves the rest to the entry itself', async () => {
    desk.answer = () => ({ record: { entries: [found] } });
    const { articles, cutBecause } = await find({ search: 'pay' });
    expect(cutBecause).toBeNull();
    expect(articles).toMatchObject([
      {
        key: '16',
        title: 'How to pay',
        parent: { key: '7' },
        content: { body: '<p>Pay here</p>', bodyFormat: 'html' },
        url: 'https://desk.test/004200-How-to-pay',
        votes: -3,
      },
    ]);
    expect(articles[0]?.views).toBeUndefined();
    expect(desk.calls[0]).toMatchObject({
      path: 'knowledgebase/search',
      query: { query: 'pay', limit: '500' },
    });
  });

  it('reads what older servers answer', async () => {
    const url = String.raw`\/\/desk.test\/004200-How-to-pay`;
    desk.answer = () => ({ record: { articles: [{ ...found, url, content_simple_html: '' }] } });
    expect((await find({ search: 'pay' })).articles).toMatchObject([
      { url: 'https://desk.test/004200-How-to-pay', content: { body: 'Pay here', bodyFormat: 'text' } },
    ]);
  });

  it('is a bad answer where the server does not know the call, unless it names what may be gone', async () => {
    desk.answer = () => refusal(404, 'Call not found');
    await expect(find({ search: 'pay' })).rejects.toMatchObject({ kind: 'bad-response', status: 404 });
    const below = find({ search: 'pay', knowledgeBaseKey: 'kb_old' });
    await expect(below).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('says so when there may be more than the vendor gives', async () => {
    const entries = Array.from({ length: 500 }, (_, index) => ({ ...found, kb_entry_id: String(index) }));
    desk.answer = () => ({ record: { entries } });
    const { articles, cutBecause } = await find({ search: 'pay' });
    expect(articles).toHaveLength(500);
    expect(cutBecause).toMatchObject({ kind: 'unsupported-filter' });
  });
});

describe('knowledge bases', () => {
  it('are all listed, ten being the vendor’s own page', async () => {
    const bases = Array.from({ length: 12 }, (_, index) => ({ kb_id: `kb${index}`, name: `Base ${index}` }));
    desk.answer = ({ query }) => ({ record: { knowledgebases: bases.slice(0, Number(query.limit ?? 10)) } });
    const { value } = await source.directories.KnowledgeBase!.list!(callContext());
    expect(value).toHaveLength(12);
    expect(await source.directories.KnowledgeBase!.get(['kb3', 'kb99'], callContext())).toMatchObject([
      { name: 'Base 3' },
      null,
    ]);
  });
});
