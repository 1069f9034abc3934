import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalClock, toLocalTime } from '../../../src/vendors/iadvize/iadvize-mapping-time.ts';
import { toMessages } from '../../../src/vendors/iadvize/iadvize-mapping-message.ts';
import { chatSchema } from '../../../src/vendors/iadvize/iadvize-wire.ts';
import { line, wireChat, type WireLine } from './chats.ts';

function messagesOf(
  history: readonly WireLine[],
  datetime = '10.03.2026 14:05',
  fields = {},
  timeZone = 'Etc/UTC',
) {
  const start = toLocalTime(datetime);
  if (!start) throw new Error(`no time: ${datetime}`);
  return toMessages(
    chatSchema.parse(wireChat({ history, datetime, ...fields })),
    start,
    createLocalClock(timeZone),
  );
}

function timesOf(datetime: string, ...times: string[]) {
  return timesIn('Etc/UTC', datetime, ...times);
}

function timesIn(timeZone: string, datetime: string, ...times: string[]) {
  const lines = times.map((time) => line('visitor', time));
  const messages = messagesOf(lines, datetime, {}, timeZone);
  return messages.map(({ sentAt }) => sentAt && new Date(sentAt).toISOString().slice(5, 16));
}

function timeText(moment: number): string {
  return new Date(moment).toISOString().slice(11, 16);
}

describe('the lines of a chat', () => {
  it('are of another kind where nothing is known of the sender', () => {
    const other = { kind: 'OTHER', authorRole: 'UNKNOWN', internal: true };
    expect(messagesOf([line('constructor', '14:05', 'x'), line('valueof', '14:05', 'x')])).toMatchObject([
      { ...other, vendorKind: 'constructor' },
      { ...other, vendorKind: 'valueof' },
    ]);
  });

  it('are told by who sent them', () => {
    const messages = messagesOf([
      line('NAVIGATION', '14:05', 'https://boutique.example/?a=1&amp;b=2'),
      line('visitor', '14:06', 'bonjour'),
      line('Operator', '14:07', 'bonjour !'),
      line('alert', '14:08', 'OPERATOR_CHAT_CLOSE'),
      line('bot', '14:09', 'bip'),
    ]);
    expect(messages).toMatchObject([
      {
        kind: 'NAVIGATION',
        vendorKind: 'NAVIGATION',
        authorRole: 'CUSTOMER',
        internal: true,
        bodyFormat: 'text',
      },
      { kind: 'MESSAGE', vendorKind: 'visitor', authorRole: 'CUSTOMER', internal: false, authorName: null },
      {
        kind: 'MESSAGE',
        authorRole: 'AGENT',
        internal: false,
        authorName: 'Nadia Brunel',
        author: { type: 'Agent', agent: { key: '412', vendorId: '412', name: 'Nadia Brunel' } },
      },
      { kind: 'SYSTEM', authorRole: 'SYSTEM', internal: true, body: 'OPERATOR_CHAT_CLOSE', author: null },
      { kind: 'OTHER', vendorKind: 'bot', authorRole: 'UNKNOWN', internal: true, author: null },
    ]);
  });

  it('of the visitor leave the author to the conversation', () => {
    expect(messagesOf([line('visitor', '14:06')])[0]).not.toHaveProperty('author');
  });

  it('of an operator without an id have a name and no author', () => {
    const [message] = messagesOf([line('operator', '14:06')], undefined, { opid: '' });
    expect(message).toMatchObject({ authorName: 'Nadia Brunel', author: null });
  });

  it('have their places for keys', () => {
    expect(messagesOf([line('visitor', '1:00'), line('alert', '1:00')]).map(({ key }) => key)).toEqual([
      '0',
      '1',
    ]);
  });

  it.each([
    ['<b>gras</b>', 'html'],
    ['voir <a href="https://x.example">ici</a>', 'html'],
    ['Tom &amp; Lola', 'escaped'],
    ['2 < 3 && 5 > 4', 'text'],
    ['<3 merci', 'text'],
    ['<script>alert(1)</script>', 'text'],
  ])('hold %s as %s', (msg, bodyFormat) => {
    expect(messagesOf([line('visitor', '14:06', msg)])[0]).toMatchObject({ body: msg, bodyFormat });
  });
});

describe('the days of the lines', () => {
  it('go on at midnight', () => {
    expect(timesOf('10.03.2026 23:58', '23:58', '23:59', '00:00', '00:03')).toEqual([
      '03-10T23:58',
      '03-10T23:59',
      '03-11T00:00',
      '03-11T00:03',
    ]);
  });

  it('have changed already when the first line came after midnight', () => {
    expect(timesOf('10.03.2026 23:59', '00:01')).toEqual(['03-11T00:01']);
  });

  it('are those before for pages seen on the evening before the chat', () => {
    expect(timesOf('11.03.2026 00:02', '21:40', '23:55', '00:02')).toEqual([
      '03-10T21:40',
      '03-10T23:55',
      '03-11T00:02',
    ]);
  });

  it('are the same for pages seen hours before the chat', () => {
    expect(timesOf('10.03.2026 23:30', '20:10', '23:30', '00:10')).toEqual([
      '03-10T20:10',
      '03-10T23:30',
      '03-11T00:10',
    ]);
  });

  it('do not change for lines that are a little out of order', () => {
    expect(timesOf('10.03.2026 10:00', '10:00', '10:02', '10:01')).toEqual([
      '03-10T10:00',
      '03-10T10:02',
      '03-10T10:01',
    ]);
    expect(timesOf('10.03.2026 23:58', '23:59', '00:00', '23:59', '00:01')).toEqual([
      '03-10T23:59',
      '03-11T00:00',
      '03-10T23:59',
      '03-11T00:01',
    ]);
  });

  it('go on over several nights', () => {
    expect(timesOf('10.03.2026 22:00', '22:00', '09:00', '22:00', '08:00')).toEqual([
      '03-10T22:00',
      '03-11T09:00',
      '03-11T22:00',
      '03-12T08:00',
    ]);
  });

  it('are not lost over a line without a time', () => {
    expect(timesOf('10.03.2026 23:58', '23:58', 'tard', '00:03')).toEqual([
      '03-10T23:58',
      null,
      '03-11T00:03',
    ]);
  });

  it('bring back the moments of any chat without long silences', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 20 * 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), steps, (start, minutes) => {
        const begin = Date.UTC(2026, 2, 10) + start * 60_000;
        const moments = minutes.map(
          (_, index) => begin + minutes.slice(1, index + 1).reduce((a, b) => a + b, 0) * 60_000,
        );
        const messages = messagesOf(
          moments.map((moment) => line('visitor', timeText(moment))),
          `10.03.2026 ${timeText(begin)}`,
        );
        expect(messages.map(({ sentAt }) => sentAt)).toEqual(moments);
      }),
    );
  });
});

const clocksOfParis = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `DD.MM.YYYY HH:MM` */
function inParis(moment: number): string {
  return clocksOfParis.format(moment).replaceAll('/', '.');
}

describe('the lines of the night in which clocks are set back', () => {
  it('are in the second of the two hours once a time goes back', () => {
    expect(timesIn('Europe/Paris', '24.10.2026 23:50', '23:50', '02:30', '02:10', '02:40', '03:00')).toEqual([
      '10-24T21:50',
      '10-25T00:30',
      '10-25T01:10',
      '10-25T01:40',
      '10-25T02:00',
    ]);
  });

  it('are in the first one while none does', () => {
    expect(timesIn('Europe/Paris', '25.10.2026 02:05', '02:05', '02:05', '02:50')).toEqual([
      '10-25T00:05',
      '10-25T00:05',
      '10-25T00:50',
    ]);
  });

  it('may be set back by half an hour', () => {
    expect(timesIn('Australia/Lord_Howe', '05.04.2026 01:00', '01:45', '01:35', '02:00')).toEqual([
      '04-04T14:45',
      '04-04T15:05',
      '04-04T15:30',
    ]);
  });

  it('may lie before the chat began', () => {
    expect(timesIn('Europe/Paris', '25.10.2026 02:30', '02:10', '02:30')).toEqual([
      '10-25T00:10',
      '10-25T00:30',
    ]);
  });

  it.each(['2026-10-24T18:00:00Z', '2026-03-28T18:00:00Z'])(
    'never go backwards, whatever was written when in the twelve hours after %s',
    (from) => {
      const minutes = fc.array(fc.integer({ min: 0, max: 12 * 60 }), { minLength: 1, maxLength: 30 });
      fc.assert(
        fc.property(minutes, (written) => {
          const moments = written
            .toSorted((one, other) => one - other)
            .map((minute) => Date.parse(from) + minute * 60_000);
          const [first = ''] = moments.map(inParis);
          const lines = moments.map((moment) => line('visitor', inParis(moment).slice(-5)));
          const told = messagesOf(lines, first, {}, 'Europe/Paris').map(({ sentAt }) => sentAt ?? 0);
          expect(told).toEqual(told.toSorted((one, other) => one - other));
          expect(told.map(inParis)).toEqual(moments.map(inParis));
        }),
      );
    },
  );
});
