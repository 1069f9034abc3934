import { describe, expect, it } from 'vitest';
import { plainText, safeHtml } from '../../src/content/message-content.ts';
import { transcriptOf, type TranscriptLine } from '../../src/content/transcript.ts';

const sentAt = Date.UTC(2026, 2, 1, 8, 15);

function line(own: Partial<TranscriptLine>): TranscriptLine {
  return {
    kind: 'MESSAGE',
    authorRole: 'CUSTOMER',
    sentAt,
    body: 'Hello',
    bodyFormat: 'text',
    ...own,
  };
}

it('reads as a conversation', async () => {
  const messages = [
    line({}),
    line({ authorRole: 'AGENT', kind: 'NOTE', body: '<b>Call</b> her', bodyFormat: 'html' }),
    line({ kind: 'RATING', body: '' }),
    line({ authorRole: 'UNKNOWN', sentAt: null }),
  ];
  expect(await transcriptOf(messages, ['Jane', 'Ada', 'Jane', null])).toBe(
    '[2026-03-01 08:15 UTC] Jane: Hello\n' +
      '[2026-03-01 08:15 UTC] Ada (note): Call her\n' +
      '[2026-03-01 08:15 UTC] Jane (rating):\n' +
      'Unknown: Hello',
  );
});

it('is none where nothing was said', async () => {
  expect(await transcriptOf([], [])).toBeNull();
});

it('shows what a body says to people, where that is written for programs', async () => {
  const file = line({ kind: 'FILE', body: '[["filename","a&b.png"]]', bodyFormat: 'html', text: 'a&b.png' });
  expect(await transcriptOf([file], ['Jane'])).toBe('[2026-03-01 08:15 UTC] Jane: a&b.png');
  expect([plainText(file), safeHtml(file)]).toEqual(['a&b.png', 'a&amp;b.png']);
});

it('keeps the lines, and what stands in angle brackets, of plain text in which entities stand for characters', async () => {
  const body =
    'Hi\nI&#39;m here &lt;jo@x.example&gt;\r\n\n- one <two@x.example>\n- if (a<b) &amp;&nbsp;&eacute;';
  const message = line({ body, bodyFormat: 'escaped' });
  const text = "Hi\nI'm here <jo@x.example>\r\n\n- one <two@x.example>\n- if (a<b) &\u00A0é";
  expect(plainText(message)).toBe(text);
  expect(safeHtml(message)).toBe(
    'Hi<br />I&#39;m here &lt;jo@x.example&gt;<br /><br />- one &lt;two@x.example&gt;<br />- if (a&lt;b) &amp;\u00A0é',
  );
  expect(await transcriptOf([message], [null])).toContain(text);
});

it.each([
  ['Mon&ndash;Fri&mdash;&sbquo;so&lsquo; 5&permil; &#150;', 'Mon–Fri—‚so‘ 5‰ –'],
  ['https://x.example/?a=1&copy=2&reg &lt;', 'https://x.example/?a=1&copy=2&reg <'],
  ['AT&T; &nosuch; &amp;ndash;', 'AT&T; &nosuch; &ndash;'],
])('reads the entities that HTML has, with their semicolon, in plain text such as %s', (body, text) => {
  expect(plainText(line({ body, bodyFormat: 'escaped' }))).toBe(text);
});

it('never lets a decoded entity become markup', () => {
  const message = line({
    body: '&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt;',
    bodyFormat: 'escaped',
  });
  expect(safeHtml(message)).toBe('&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt;');
});

describe('a link in HTML', () => {
  const linkBase = 'https://desk.example.org/help/';

  it.each([
    ['scripts/file.php?view=Y&amp;file=ab', 'https://desk.example.org/help/scripts/file.php?view=Y&file=ab'],
    ['/a b', 'https://desk.example.org/a%20b'],
    [' //files.example.com/x', 'https://files.example.com/x'],
    ['/\\files.example.com/x', 'https://files.example.com/x'],
    ['http://example.com/x', 'http://example.com/x'],
    ['tel:+421', 'tel:+421'],
  ])('to %s leads to %s', async (href, link) => {
    const message = line({ body: `see <a href="${href}">this</a>`, bodyFormat: 'html' });
    const escaped = link.replaceAll('&', '&amp;');
    expect(safeHtml(message, linkBase)).toBe(
      `see <a href="${escaped}" rel="noopener noreferrer nofollow">this</a>`,
    );
    expect(plainText(message, linkBase)).toBe(`see this [${link}]`);
    expect(await transcriptOf([message], [null], linkBase)).toContain(`[${link}]`);
  });

  it('to an address of mail stays one', () => {
    const message = line({ body: '<a href="mailto:jo@x.example">Jo</a>', bodyFormat: 'html' });
    expect(safeHtml(message, linkBase)).toContain('href="mailto:jo@x.example"');
    expect(plainText(message, linkBase)).toBe('Jo [jo@x.example]');
  });

  it.each(['javascript:alert(1)', 'java&#10;script:alert(1)', ' data:text/html,x'])(
    'to %j is none',
    (href) => {
      const message = line({ body: `<a href="${href}">x</a>`, bodyFormat: 'html' });
      expect(safeHtml(message, linkBase)).toBe('<a rel="noopener noreferrer nofollow">x</a>');
    },
  );

  it('without a host is none where its host is not known', () => {
    const message = line({ body: '<a href="file.php">x</a> <a href="#end">y</a>', bodyFormat: 'html' });
    expect(safeHtml(message)).toBe(
      '<a rel="noopener noreferrer nofollow">x</a> <a href="#end" rel="noopener noreferrer nofollow">y</a>',
    );
    expect(plainText(message)).toBe('x y');
  });
});
