import { expect, it } from 'vitest';
import { plainText, safeHtml } from '../../src/content/message-content.ts';
import { transcriptOf, type TranscriptLine } from '../../src/content/transcript.ts';

const sentAt = Date.UTC(2026, 2, 1, 8, 15);

function line(own: Partial<TranscriptLine>): TranscriptLine {
  return {
    kind: 'MESSAGE',
    internal: false,
    authorRole: 'CUSTOMER',
    authorName: null,
    sentAt,
    body: 'Hello',
    bodyFormat: 'text',
    ...own,
  };
}

it('reads as a conversation', () => {
  const messages = [
    line({}),
    line({
      authorRole: 'AGENT',
      authorName: 'Ada',
      kind: 'NOTE',
      body: '<b>Call</b> her',
      bodyFormat: 'html',
    }),
    line({ kind: 'RATING', body: '' }),
    line({ authorRole: 'UNKNOWN', sentAt: null }),
  ];
  expect(transcriptOf(messages, 'Jane')).toBe(
    '[2026-03-01 08:15 UTC] Jane: Hello\n' +
      '[2026-03-01 08:15 UTC] Ada (note): Call her\n' +
      '[2026-03-01 08:15 UTC] Jane (rating):\n' +
      'Unknown: Hello',
  );
});

it('is none where nothing was said', () => {
  expect(transcriptOf([], 'Jane')).toBeNull();
});

it('shows what a body says to people, where that is written for programs', () => {
  const file = line({ kind: 'FILE', body: '[["filename","a&b.png"]]', bodyFormat: 'html', text: 'a&b.png' });
  expect(transcriptOf([file], 'Jane')).toBe('[2026-03-01 08:15 UTC] Jane: a&b.png');
  expect([plainText(file), safeHtml(file)]).toEqual(['a&b.png', 'a&amp;b.png']);
});
