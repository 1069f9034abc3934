import { describe, expect, test } from 'vitest';
import { toTranscript } from '../../../src/vendors/zazachat/zazachat-mapping-transcript.ts';
import { ownTime } from '../../support/own-time.ts';

const prose = `  Chat session started at 9:05:07 PM You're being connected to an agent now, please wait a moment...
You're now chatting with Nadia K
Nadia K: Good evening.
How can I help?
You: my order: it never came
Piet: is on the label
You're now chatting with Piet
Piet: I look it up: one moment

Found it.
Nadia K: bye
Your chat session has been terminated. -Session_Ended-
`;

const shape = (text: string) =>
  toTranscript(text).messages.map(({ authorRole, authorName, body }) => [authorRole, authorName, body]);

const hourOf = (text: string) => toTranscript(`Chat session started at ${text} Welcome`).startedAt?.hour;

describe('toTranscript', () => {
  test.each([
    ['blanks', `You: a${' '.repeat(100_000)}b`],
    ['cries', `You're now chatting with a${'!'.repeat(100_000)}b`],
    ['blanks before a name', `You're now chatting with${' '.repeat(100_000)}a\u2028b`],
  ])('reads %s without end in no time', async (_what, line) => {
    const text = `${prose.slice(0, prose.indexOf('Your chat'))}${line}`;
    expect(await ownTime(() => expect(toTranscript(text).messages).toHaveLength(8))).toBeLessThan(500);
  });

  test('tells agents, customer and software apart and joins lines that go on', () => {
    expect(shape(prose)).toEqual([
      [
        'SYSTEM',
        null,
        "Chat session started at 9:05:07 PM You're being connected to an agent now, please wait a moment...",
      ],
      ['SYSTEM', null, "You're now chatting with Nadia K"],
      ['AGENT', 'Nadia K', 'Good evening.\nHow can I help?'],
      ['CUSTOMER', null, 'my order: it never came\nPiet: is on the label'],
      ['SYSTEM', null, "You're now chatting with Piet"],
      ['AGENT', 'Piet', 'I look it up: one moment\n\nFound it.'],
      ['AGENT', 'Nadia K', 'bye'],
      ['SYSTEM', null, 'Your chat session has been terminated.'],
    ]);
  });

  test('knows an agent who is announced behind other words of the software', () => {
    const begin = 'Chat session started at 9:05:07 PM';
    expect(shape(`${begin} You're now chatting with Jo\nJo: hello\nYou: hi`)).toEqual([
      ['SYSTEM', null, `${begin} You're now chatting with Jo`],
      ['AGENT', 'Jo', 'hello'],
      ['CUSTOMER', null, 'hi'],
    ]);
    expect(shape("You: it says: You're now chatting with Jo\nJo: hello")).toEqual([
      ['CUSTOMER', null, "it says: You're now chatting with Jo\nJo: hello"],
    ]);
  });

  test('reads the start of the chat on a clock of twelve hours', () => {
    expect(toTranscript(prose).startedAt).toEqual({ hour: 21, minute: 5, second: 7 });
    expect([hourOf('12:10:00 AM'), hourOf('12:10:00 PM'), hourOf('11:59:59 pm')]).toEqual([0, 12, 23]);
  });

  test('says whether the chat has ended', () => {
    expect(toTranscript(prose).ended).toBe(true);
    expect(toTranscript(prose.replace('-Session_Ended-', '')).ended).toBe(false);
  });

  test('gives messages keys by their place, so that they stay while the chat goes on', () => {
    const all = toTranscript(prose).messages;
    const begun = toTranscript(prose.slice(0, prose.indexOf('Found it'))).messages;
    expect(all.map(({ key }) => key)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(begun.map(({ key }) => key)).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  test('knows the end marker behind the last thing said and on a line of its own', () => {
    expect(shape("You're now chatting with Jo\nJo: bye -Session_Ended-").at(-1)).toEqual([
      'AGENT',
      'Jo',
      'bye',
    ]);
    expect(shape("You're now chatting with Jo\nJo: bye\n-Session_Ended-").at(-1)).toEqual([
      'AGENT',
      'Jo',
      'bye',
    ]);
  });

  test('an empty transcript has no messages', () => {
    expect(toTranscript('  \n')).toEqual({ messages: [], startedAt: null, ended: false });
  });
});
