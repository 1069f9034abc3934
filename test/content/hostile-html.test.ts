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
    '<svg><title><b></title>',
    '<b title="</b>">',
    '<b><!--</b>-->',
    '<b ="></b>',
    '<script><b></script><b>',
    '<h1><h1></h1><b></h1>',
  ])('takes no more than a moment, whatever is never closed: %s', async (part) => {
    const message = html(part.repeat(1_000_000 / part.length));
    // Without a bound these take up to a minute.
    expect(await ownTime(() => void safeHtml(message))).toBeLessThan(3000);
    expect(await ownTime(() => void plainText(message))).toBeLessThan(3000);
  });

  it('is given as a whole where elements are closed', () => {
    const rows = 12_000;
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
});

describe('the depth of HTML', () => {
  it('is bounded, and what comes before is kept', () => {
    const deep = `${'<div>'.repeat(300)}seen`;
    expect(withBoundedDepth(deep)).toBe(deep);
    expect(withBoundedDepth(`${deep}<div>unseen`)).toBe(deep);
  });

  it('does not grow with what is closed, or closes itself', () => {
    for (const part of ['<div><p>a</p></div>', '<br>', '<li>a', '<p>a', '<img src="x">', '<tr><td>a']) {
      const wide = `<table><ul>${part.repeat(2000)}`;
      expect(withBoundedDepth(wide)).toBe(wide);
    }
  });
});
