import { describe, expect, it, onTestFinished } from 'vitest';
import { cancellationOf } from '../../src/cache/cancellation.ts';
import { DecodingThread, UnreadableDocument } from '../../src/decoding/decoding-thread.ts';
import type { DocumentForm } from '../../src/decoding/document-decoding.ts';
import { decodedReply } from '../support/decoded-reply.ts';

const label = { source: 'shop', operation: 'things.list' };
const never = new AbortController().signal;
const json = { as: 'json' } as const;

function openThread(): DecodingThread {
  const thread = new DecodingThread();
  onTestFinished(() => thread.close());
  return thread;
}

function document(text: string, form: DocumentForm = json) {
  return { body: Buffer.from(text), contentType: undefined, form };
}

/** Takes a thread far longer than any test. */
const endless = () => Buffer.from(`<a>${'<b x="1">'.repeat(1_000_000)}`);
const list = Array.from({ length: 20_000 }, (_, id) => ({ id, name: `žluť ${id}`, tags: ['a', 'b'] }));

describe('a large body', () => {
  it.each([
    ['JSON', JSON.stringify({ list }), { list }, (reply: Reply) => reply.json()],
    [
      'a table',
      `id;name\n${list.map(({ id, name }) => `${id};${name}`).join('\n')}`,
      list.map(({ id, name }) => ({ id: String(id), name })),
      (reply: Reply) => reply.csv(),
    ],
    [
      'XML',
      `<list>${'<row id="7"><name>x &amp; &#233;</name></row>'.repeat(9000)}</list>`,
      {
        name: 'list',
        attributes: {},
        children: Array.from({ length: 9000 }, () => ({
          name: 'row',
          attributes: { id: '7' },
          children: [{ name: 'name', attributes: {}, children: ['x & é'] }],
        })),
      },
      (reply: Reply) => reply.xml(),
    ],
    [
      'XML inside of XML',
      `<all><theResult>${'<row/>'.repeat(30_000).replaceAll('<', '&lt;').padStart(400_000)}</theResult></all>`
        .replace('&lt;row', '&lt;rows>&lt;row')
        .replace('</theResult>', '&lt;/rows></theResult>'),
      {
        name: 'all',
        attributes: {},
        children: [
          {
            name: 'theResult',
            attributes: {},
            children: [
              {
                name: 'rows',
                attributes: {},
                children: Array.from({ length: 30_000 }, () => ({
                  name: 'row',
                  attributes: {},
                  children: [],
                })),
              },
            ],
          },
        ],
      },
      (reply: Reply) => reply.xml(),
    ],
  ])('is read as %s as a small one is', async (_form, body, value, decode) => {
    const thread = openThread();
    const reply = await decodedReply({ label, body }, { thread, xml: { embedded: /Result$/ } });
    expect(decode(reply)).toEqual(value);
  });

  it('is refused when it is not of its form, and shows its beginning as text', async () => {
    const thread = openThread();
    const body = `é${JSON.stringify(list)}`;
    const reply = await decodedReply({ label, body }, { thread });
    expect(() => reply.json()).toThrow(expect.objectContaining({ kind: 'bad-response', ...label }));
    expect(reply.contentKind).toBe('text');
    expect(body.startsWith(reply.text())).toBe(true);
    expect(reply.text().length).toBeLessThan(body.length);
    // The thread serves others.
    expect(await thread.read(document('[1]'), never)).toEqual([1]);
  });
});

type Reply = Awaited<ReturnType<typeof decodedReply>>;

describe('a body that takes a thread too long', () => {
  it.each([
    ['nobody waits for it', 'aborted', () => ({ cancellation: cancellationOf(AbortSignal.timeout(100)) })],
    ['its time is over', 'timeout', () => ({ until: Date.now() + 100 })],
  ])('is given up when %s, and told as such', async (_, fault, limits) => {
    const patience = { now: Date.now, until: Date.now() + 60_000, ...limits() };
    const reply = decodedReply({ label, body: endless() }, { thread: openThread(), ...patience });
    await expect(reply).rejects.toMatchObject({ name: 'ExchangeError', fault });
  });

  it('delays no document behind it, nor one of another source', async () => {
    const [thread, other] = [openThread(), openThread()];
    const ends: string[] = [];
    const gone = new AbortController();
    const hopeless = thread
      .read({ body: endless(), contentType: undefined, form: { as: 'xml' } }, gone.signal)
      .catch(() => ends.push('given up'));
    const next = thread.read(document('[1]'), never).then(() => ends.push('next'));
    const elsewhere = other.read(document('[2]'), never).then(() => ends.push('elsewhere'));
    await elsewhere;
    gone.abort();
    await Promise.all([hopeless, next]);
    expect(ends).toEqual(['elsewhere', 'given up', 'next']);
  });

  it('leaves the line when nobody waits for it', async () => {
    const thread = openThread();
    const gone = new AbortController();
    const hopeless = thread.read(
      { body: endless(), contentType: undefined, form: { as: 'xml' } },
      gone.signal,
    );
    const behind = thread.read(document('[1]'), AbortSignal.timeout(10));
    await expect(behind).rejects.toThrow();
    gone.abort();
    await expect(hopeless).rejects.toThrow();
    await expect(thread.read(document('[1'), never)).rejects.toBeInstanceOf(UnreadableDocument);
  });
});
