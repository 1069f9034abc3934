import { expect, it } from 'vitest';
import { plainText, safeHtml } from '../../src/content/message-content.ts';

it.each([
  [
    'rows and cells of a table',
    '<table><thead><tr><th>Item</th><th>Price</th></tr></thead><tbody><tr><td>Shoes</td><td>€ 20</td></tr></tbody></table>',
    'Item Price\nShoes € 20',
  ],
  [
    'a table whose source is in lines',
    '<table>\n <tr>\n  <td>Order</td>\n  <td>12345</td>\n </tr>\n <tr>\n  <td>Total</td>\n  <td></td>\n </tr>\n</table>',
    'Order 12345\nTotal',
  ],
  [
    'a table that only lays out a mail',
    'Dear Kim,<table><caption>Shop</caption><tr><td><p>one</p><p>two</p></td></tr></table>bye',
    'Dear Kim,\nShop\n\none\n\ntwo\n\nbye',
  ],
  [
    'terms and what they mean',
    '<dl><dt>Name</dt><dd>Kim</dd><dt>City</dt><dd>Bern</dd></dl>',
    'Name\nKim\nCity\nBern',
  ],
  [
    'other elements that begin a line',
    'a<center>b</center>c<address>d</address>e<figure>f<figcaption>g</figcaption></figure><details><summary>h</summary>i</details>',
    'a\nb\nc\nd\ne\nf\ng\nh\ni',
  ],
])('words do not run together in the text of %s', (_what, body, text) => {
  expect(plainText({ body, bodyFormat: 'html' })).toBe(text);
});

it.each([
  ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
  ['<div>a<br></div><div>b<br><br></div>c', 'a\nb\n\nc'],
  ['a<br> <!-- --> <div>b</div>', 'a\nb'],
  ['<div>a</div><br><div>b</div>', 'a\n\nb'],
  ['<div>a<br><div>b</div></div>', 'a\nb'],
  ['<div><span>a<br></span> </div><div>b</div>', 'a\nb'],
  ['<div><b>a<br></b>b</div>', 'a\nb'],
  ['a<span><br></span><div>b</div>', 'a\nb'],
  ['<div>a</div><span><br></span><div>b</div>', 'a\n\nb'],
  ['<table><tr><td>a<br></td><td>b</td></tr></table>', 'a b'],
  ['a<br>b<br><br>c<br>', 'a\nb\n\nc'],
])('lines break in text as in a browser: %s', (body, text) => {
  expect(plainText({ body, bodyFormat: 'html' })).toBe(text);
});

it('words do not run together in HTML where elements are left out', () => {
  const body = 'a<center>b</center><form action="/x"><fieldset><legend>c</legend>d</fieldset></form>';
  expect(safeHtml({ body, bodyFormat: 'html' })).toBe('a<div>b</div><div><div><div>c</div>d</div></div>');
  const folded = 'a<details open><summary>b</summary>c</details>d';
  expect(safeHtml({ body: folded, bodyFormat: 'html' })).toBe('a<div><div>b</div>c</div>d');
});

it('a mail that is a whole document is shown without its title', () => {
  const head =
    '<head><meta charset="utf-8"><TITLE lang="en">Order &amp; more</title ><style>p{}</style></head>';
  const mail = {
    body: `<!DOCTYPE html><html>${head}<body><p>Hello</p></body></html>`,
    bodyFormat: 'html',
  } as const;
  expect(safeHtml(mail)).toBe('<p>Hello</p>');
  expect(plainText(mail)).toBe('Hello');
  const named = { body: 'Put <title> into <b>head</b>', bodyFormat: 'html' } as const;
  expect(safeHtml(named)).toContain('head');
});
