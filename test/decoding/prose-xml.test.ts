import { describe, expect, it } from 'vitest';
import { decodeProseXml } from '../../src/decoding/prose-xml.ts';
import { markupOf } from '../../src/decoding/xml-element.ts';
import { ownTime } from '../support/own-time.ts';

const names = ['content', 'message', 'subject'];

function read(inside: string): string {
  return markupOf(decodeProseXml(`<?xml version="1.0"?>\n<response>${inside}</response>`, names));
}

describe('XML with people’s texts in it', () => {
  it('is read as it is where it is well-formed', () => {
    expect(read('<content>a <b>c</b> &lt; d</content>')).toBe('<content>a <b>c</b> &lt; d</content>');
  });

  it.each([
    ['an image <img src="pix.gif">', 'an image &lt;img src=&quot;pix.gif&quot;>'],
    ['<p>one<p>two &amp; three', '&lt;p>one&lt;p>two &amp;amp; three'],
    ['a<br>]]> b', 'a&lt;br>]]> b'],
    ['<input disabled>', '&lt;input disabled>'],
    ['<!DOCTYPE html><br>', '&lt;!DOCTYPE html>&lt;br>'],
  ])('holds %s as text where nobody escaped it', (html, text) => {
    expect(read(`<id>1</id><content>${html}</content><subject>a <i>b</i></subject>`)).toBe(
      `<id>1</id><content>${text}</content><subject>a <i>b</i></subject>`,
    );
  });

  it.each([
    ['//desk.example/file.php?view=Y&file=1', '//desk.example/file.php?view=Y&amp;file=1'],
    ['R&D & Sons &amp; Co &#38; &#x26; &', 'R&amp;D &amp; Sons &amp; Co &amp; &amp; &amp;'],
    ['<![CDATA[a & b]]> & c', 'a &amp; b &amp; c'],
  ])('may have an ampersand that nobody escaped in any element: %s', (inside, text) => {
    expect(read(`<url>${inside}</url><content>a &amp; <br> & b</content>`)).toBe(
      `<url>${text}</url><content>a &amp;amp; &lt;br> &amp; b</content>`,
    );
  });

  it('may have an item that is called like its column', () => {
    expect(
      read(
        '<messages><message><id>1</id><message>a<br>b</message></message><message><id>2</id></message></messages>',
      ),
    ).toBe(
      '<messages><message><id>1</id><message>a&lt;br>b</message></message><message><id>2</id></message></messages>',
    );
  });

  it.each([
    '<id>1<br></id>',
    '<content>a<br>',
    '<content>a<br></content><id>',
    '<!DOCTYPE x><content>a<br></content>',
  ])('is refused as %s, which is broken elsewhere', (inside) => {
    expect(() => read(inside)).toThrow();
  });

  it.each(['<content><message>', '<![CDATA[', '<url>&<![CDATA['])(
    'is refused at once however often %s comes',
    async (part) => {
      const hostile = part.repeat(20_000);
      expect(await ownTime(() => expect(() => read(hostile)).toThrow())).toBeLessThan(2000);
    },
  );
});
