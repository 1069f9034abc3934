import { describe, expect, it } from 'vitest';
import { withBoundedDepth } from '../../src/content/bounded-depth.ts';
import { inTurn } from '../../src/content/in-turn.ts';
import { plainText, safeHtml } from '../../src/content/message-content.ts';
import { ownTime } from '../support/own-time.ts';

const html = (body: string) => ({ body, bodyFormat: 'html' }) as const;

describe('HTML of a megabyte', () => {
  it.each([
    '<b>',
    '<div></p>',
    '<h1>',
    '<a>',
    '<x-y>',
    '<form><p>',
    '<ul><li>',
    '<table><tr><td>',
    '<td>',
    '<center><dl><dd>',
    '<title',
    '<title>a<',
    '<svg><title><b></title>',
    '<b title="</b>">',
    '<b><!--</b>-->',
    '<b ="></b>',
    '<script><b></script><b>',
    '<h1><h1></h1><b></h1>',
  ])('takes no more than a moment, whatever is never closed: %s', async (part) => {
    const message = html(part.repeat(1_000_000 / part.length));
    // A second at most, where without a bound it is up to a minute.
    expect(await ownTime(() => void safeHtml(message))).toBeLessThan(15_000);
    expect(await ownTime(() => void plainText(message))).toBeLessThan(15_000);
  });

  it.each([
    ['quotes', '<blockquote>'.repeat(90), '<p>x'],
    ['lists', '<ol><li>'.repeat(45), '<li>x</li>'],
    ['quotes as deep as may be', '<blockquote>'.repeat(20), '<br>'],
  ])('takes no more than a moment for lines in nested %s', async (_what, around, line) => {
    const message = html(around + line.repeat(1_000_000 / line.length));
    expect(await ownTime(() => void plainText(message))).toBeLessThan(15_000);
  });

  it('is given as a whole where elements are closed', () => {
    const rows = 8000;
    const table = `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(rows)}</table>end`;
    expect(safeHtml(html(table))).toBe(table);
    const text = plainText(html(table));
    expect(text.match(/a/g)).toHaveLength(rows);
    expect(text.endsWith('end')).toBe(true);
  });

  it('lets other work in between', async () => {
    const long = html('<p>a</p>'.repeat(10_000));
    const first = inTurn(long, plainText, undefined);
    const second = inTurn(long, plainText, undefined);
    expect(first).toBeTypeOf('string');
    expect(second).toBeInstanceOf(Promise);
    expect(inTurn(html('<p>a</p>'), plainText, undefined)).toBe('a');
    expect(await second).toBe(first);
  });

  it('lets other work in between many that are not so long', async () => {
    const bodies = Array.from({ length: 50 }, () => html('<p>a</p>'.repeat(3000)));
    const texts = bodies.map((body) => inTurn(body, plainText, undefined));
    expect(texts.filter((text) => text instanceof Promise).length).toBeGreaterThan(10);
    expect(new Set(await Promise.all(texts.map(async (text) => text))).size).toBe(1);
  });

  it('has the same text when it is long', () => {
    const special =
      '<ol start="5"><li>five</li></ol><a href="ftp://h.example/f">file</a><textarea>area</textarea><style>b{}</style>';
    const long = plainText(html(`${special}${'<p>end</p>'.repeat(10_000)}`));
    expect(long.startsWith(plainText(html(`${special}<p>end</p>`)))).toBe(true);
  });
});

it('a mail that quotes others is given as text with all of its lines', () => {
  const level = (depth: number): string =>
    depth === 0
      ? ''
      : `<p>line ${depth}</p>${'<p>more</p>'.repeat(200)}<blockquote>${level(depth - 1)}</blockquote>`;
  const text = plainText(html(level(15)));
  expect(text.match(/line \d+/g)).toHaveLength(15);
  expect(text).toContain('> > line 13');
});

it('what is no HTML is converted up to a megabyte', () => {
  const body = '&amp;'.repeat(400_000);
  expect(plainText({ body, bodyFormat: 'escaped' })).toHaveLength(200_000);
  expect(safeHtml({ body: "'".repeat(2_000_000), bodyFormat: 'text' })).toHaveLength(5_000_000);
});

describe('the depth of HTML', () => {
  it('is bounded, and what comes before is kept', () => {
    const deep = `${'<div>'.repeat(300)}seen`;
    expect(withBoundedDepth(deep).html).toBe(deep);
    expect(withBoundedDepth(`${deep}<div>unseen`).html).toBe(deep);
  });

  it('does not grow with what is closed, or closes itself', () => {
    for (const part of ['<div><p>a</p></div>', '<br>', '<li>a', '<p>a', '<img src="x">', '<tr><td>a']) {
      const wide = `<table><ul>${part.repeat(2000)}`;
      expect(withBoundedDepth(wide).html).toBe(wide);
    }
  });
});
