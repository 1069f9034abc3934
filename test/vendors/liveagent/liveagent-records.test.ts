import { describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { callContext } from './open-source.ts';
import { refusal, type TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;

deskForEachTest((opened) => ({ desk, source } = opened), { timeZone: 'UTC' });

function serve(records: Readonly<Record<string, unknown>>): void {
  desk.answer = ({ path }) =>
    path in records ? { record: records[path] } : refusal(500, 'Could not load the record');
}

describe('lists that every account has', () => {
  it.each(['Company', 'KnowledgeBase', 'SuggestionCategory'] as const)(
    'of %s are a bad answer where the vendor knows no such thing',
    async (type) => {
      const failing = source.directories[type]!.list!(callContext());
      await expect(failing).rejects.toMatchObject({ kind: 'bad-response', status: 404 });
    },
  );
});

describe('companies', () => {
  it.each([
    ['commas', 'a@one.test,b@one.test', ['a@one.test', 'b@one.test']],
    ['commas and blanks', ' a@one.test , b@one.test\n', ['a@one.test', 'b@one.test']],
    ['blanks', 'a@one.test b@one.test', ['a@one.test', 'b@one.test']],
    ['nothing', '', []],
    ['null', null, []],
    ['a list', ['a@one.test'], ['a@one.test']],
  ])('are listed with addresses written with %s', async (_how, emails, addresses) => {
    serve({
      companies: { companies: [{ id: 'k1', name: 'One', emails, datecreated: '2026-01-02 03:04:05' }] },
    });
    const { value } = await source.directories.Company!.list!(callContext());
    expect(value).toMatchObject([
      { key: 'k1', name: 'One', emails: addresses, createdAt: Date.parse('2026-01-02T03:04:05Z') },
    ]);
    expect(value[0]?.phones).toBeUndefined();
  });

  it('tell the rest alone', async () => {
    serve({
      'companies/k1': {
        id: 'k1',
        name: '',
        emails: ['a@one.test'],
        phones: ['+49 30 1', ''],
        language: 'de',
        groups: [{ groupname: 'No id' }, 'odd', { groupid: 'g1', groupname: 'Press' }],
        custom_fields: [{ value: 'no code' }, { code: 'size', value: '12' }],
        unique_fields: [],
      },
    });
    const found = await source.directories.Company!.get(['k1', 'k2'], callContext());
    expect(found).toEqual([
      {
        key: 'k1',
        vendorId: 'k1',
        name: null,
        emails: ['a@one.test'],
        phones: ['+49 30 1'],
        language: 'de',
        ip: null,
        createdAt: null,
        groups: [{ key: 'g1', vendorId: 'g1', name: 'Press' }],
        customFields: [{ code: 'size', value: '12' }],
        uniqueFields: [],
      },
      null,
    ]);
  });
});

describe('files', () => {
  const file = {
    fileid: 'f0f0',
    created: '2026-01-02 03:04:05',
    filename: 'plan.pdf',
    filesize: '1200',
    filetype: 'application/pdf',
    downloads: '3',
    downloadUrl: '//desk.test/scripts/file.php?view=Y&file=f0f0',
  };

  it('have sizes in numbers and an absolute address', async () => {
    serve({ 'files/f0f0': file });
    expect(await source.directories.File!.get(['f0f0', 'gone'], callContext())).toEqual([
      {
        key: 'f0f0',
        vendorId: 'f0f0',
        name: 'plan.pdf',
        size: 1200,
        mimeType: 'application/pdf',
        downloads: 3,
        url: 'https://desk.test/scripts/file.php?view=Y&file=f0f0',
        createdAt: Date.parse('2026-01-02T03:04:05Z'),
      },
      null,
    ]);
  });

  it('give no key away that the vendor put into the address', async () => {
    serve({ 'files/f0f0': { ...file, downloadUrl: `${file.downloadUrl}&apikey=k3y` } });
    const [found] = await source.directories.File!.get(['f0f0'], callContext());
    expect(found).toMatchObject({ url: 'https://desk.test/scripts/file.php?view=Y&file=f0f0' });
  });
});
