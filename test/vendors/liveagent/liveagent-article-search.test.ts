import { describe, expect, it } from 'vitest';
import type { ArticleCriteria } from '../../../src/contract/article-reader.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { callContext } from './open-source.ts';
import { refusal, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;

deskForEachTest((opened) => ({ desk, source } = opened), { timeZone: 'UTC' });

/** An entry as a search of an older server has it: it leaves out where the entry belongs and who may read it. */
const found = { kb_entry_id: '16', rtype: 'A', rstatus: 'P', title: 'How to pay', treepath: '0|7' };
const record = {
  ...found,
  kb_id: 'kb_main',
  access: 'I',
  datecreated: '2026-03-02 10:00:00',
  datechanged: '',
};

function serve(row: object, entries: readonly object[] | null): void {
  desk.answer = ({ path }) => {
    if (path === 'knowledgebase/search') return { record: { articles: [row] } };
    return entries ? { record: { entries } } : refusal(503, 'Application is updating');
  };
}

async function search(criteria: ArticleCriteria) {
  return (await source.articles!.find({ search: 'pay', ...criteria }, callContext())).value;
}

const march = { updatedAfter: Date.parse('2026-03-01T00:00:00Z') };
const april = { updatedAfter: Date.parse('2026-04-01T00:00:00Z') };

describe('a search whose rows do not tell what is filtered by', () => {
  it.each([
    ['is in the knowledge base', found, { knowledgeBaseKey: 'kb_main' }, 1],
    ['is in another knowledge base', found, { knowledgeBaseKey: 'kb_more' }, 0],
    ['was written since, and never changed', { ...found, datechanged: '' }, march, 1],
    ['was written before, and never changed', { ...found, datechanged: '' }, april, 0],
    ['was written since, and has no time of change', found, march, 1],
  ])('reads the entry itself, which %s', async (_what, row, criteria, count) => {
    serve(row, [record]);
    const { articles, cutBecause } = await search(criteria);
    expect(articles.map(({ key }) => key)).toEqual(['16'].slice(0, count));
    expect(cutBecause).toBeNull();
  });

  it('reads no entry of which the row tells that it does not match, or that is gone', async () => {
    serve({ ...found, datechanged: '2026-03-05 10:00:00' }, []);
    expect((await search({ parentKey: '8', knowledgeBaseKey: 'kb_main' })).articles).toEqual([]);
    expect(desk.calls.map(({ path }) => path)).toEqual(['knowledgebase/search']);
    expect((await search({ parentKey: '7', knowledgeBaseKey: 'kb_main' })).articles).toEqual([]);
  });

  it('says that entries may be missing where they cannot be read', async () => {
    serve(found, null);
    const { articles, cutBecause } = await search({ knowledgeBaseKey: 'kb_main' });
    expect(articles).toEqual([]);
    expect(cutBecause).toMatchObject({ kind: 'unavailable' });
  });
});

it('leaves to the entry itself what the row of a search lacks', async () => {
  serve(found, [record]);
  const [article] = (await search({})).articles;
  expect(article).toMatchObject({ key: '16', parent: { key: '7' }, type: 'ARTICLE' });
  expect(article?.knowledgeBase).toBeUndefined();
  expect(article?.access).toBeUndefined();
});
