import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeXml } from '../../src/decoding/xml-decoding.ts';
import { childNamed, textOf } from '../../src/decoding/xml-element.ts';
import { ownTime } from '../support/own-time.ts';

const inside = (content: string): string => textOf(decodeXml(`<a>${content}</a>`));

const escaped = (text: string): string =>
  text.replace(/[&<>"'\r\n\t]|[^\x20-\x7e]/gu, (character) => `&#${character.codePointAt(0)};`);

/** What XML 1.0 can hold. */
const xmlText = fc.string({ unit: 'binary' }).map((text) =>
  // oxlint-disable-next-line no-control-regex
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
);

describe('XML', () => {
  it.each([
    ['007', '007'],
    [' 1e5 ', ' 1e5 '],
    ['0x1F', '0x1F'],
    ['&lt;b&gt;&amp;amp;&quot;&apos;', '<b>&amp;"\''],
    ['&#65;&#x1F600;&#382;', 'A😀ž'],
    ['x<![CDATA[<b>&amp;]]>y', 'x<b>&amp;y'],
    ['<!-- note -->t<?php x?>', 't'],
  ])('keeps the text of %j as %j', (content, text) => {
    expect(inside(content)).toBe(text);
  });

  it('gives local names, attributes and children in order', () => {
    const root = decodeXml('<s:Envelope xmlns:s="urn:x"><s:Body n="1 &gt; 0"/><b/><b>2</b></s:Envelope>');
    expect(root.name).toBe('Envelope');
    expect(root.children).toEqual([
      { name: 'Body', attributes: { n: '1 > 0' }, children: [] },
      { name: 'b', attributes: {}, children: [] },
      { name: 'b', attributes: {}, children: ['2'] },
    ]);
  });

  it('may have notes, blanks and instructions around its root', () => {
    const document = '\ufeff <?xml version="1.0"?>\n<!-- n -->\n<a>x</a>\n<?sheet y?>\n<!-- n -->\n';
    expect(decodeXml(document)).toEqual({ name: 'a', attributes: {}, children: ['x'] });
  });

  it.each([
    ['nothing', ''],
    ['JSON', '{"a":1}'],
    ['HTML', '<html><body><br></body></html>'],
    ['a second root', '<a/><b/>'],
    ['text behind the root', '<a/>junk'],
    ['character data before the root', '<![CDATA[x]]><a/>'],
    ['character data behind the root', '<a/><![CDATA[x]]>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['a document type inside', '<a><!DOCTYPE b></a>'],
    ['an open comment', '<a><!-- </a>'],
    ['deep nesting', '<a>'.repeat(80) + '</a>'.repeat(80)],
  ])('is refused when it is %s', (_what, text) => {
    expect(() => decodeXml(text)).toThrow();
  });

  it('may talk about document types in text', () => {
    expect(inside('<![CDATA[<!DOCTYPE x>]]>')).toBe('<!DOCTYPE x>');
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'cannot change what objects inherit by an element %s',
    (name) => {
      expect(() => decodeXml(`<a><${name}><polluted>1</polluted></${name}></a>`)).toThrow();
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it('gives back any text that was escaped', () => {
    fc.assert(
      fc.property(xmlText, (text) => {
        expect(inside(escaped(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused when cut off at any byte', () => {
    const whole = Buffer.from(
      '<?xml version="1.0" encoding="UTF-8"?>\n<list total="2"><!-- n --><row id="1">é &amp; x</row>' +
        '<row id="2"><![CDATA[<i>]]></row><none/></list>',
    );
    expect(childNamed(decodeXml(whole.toString()), 'row')).toBeDefined();
    for (let end = 0; end < whole.length; end += 1) {
      expect(() => decodeXml(whole.subarray(0, end).toString()), `cut at ${end}`).toThrow();
    }
  });

  it('that is built to be slow is refused quickly', async () => {
    const spent = await ownTime(() => {
      for (const hostile of ['<![CDATA[', '<!--', '<b>', '<', ' x="']) {
        expect(() => decodeXml(`<a>${hostile.repeat(14_000)}</a`)).toThrow();
      }
    });
    expect(spent).toBeLessThan(1000);
  });
});
