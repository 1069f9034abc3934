import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownTime } from '../../support/own-time.ts';
import { lastStamp, toLogEntries } from '../../../src/vendors/zazachat/zazachat-mapping-ticket-log.ts';

const zone = 'America/New_York';

describe('toLogEntries', () => {
  test('splits at stamps and keeps the lines of an entry together', () => {
    const log =
      '[3 Mar 2011 09:15:00] nadia: Hello,\nit left today.\n\nNadia\n[4 Mar 2011 10:00:05] piet: closed\n';
    expect(toLogEntries(log, zone)).toEqual([
      { sentAt: Date.UTC(2011, 2, 3, 14, 15), authorName: 'nadia', body: 'Hello,\nit left today.\n\nNadia' },
      { sentAt: Date.UTC(2011, 2, 4, 15, 0, 5), authorName: 'piet', body: 'closed' },
    ]);
  });

  test.each([
    'as I said [4 Mar 2011 10:00:05] piet: closed',
    '[4 Mar 2011 10:00:05] and nothing more',
    '[31 Jun 2011 10:00:05] piet: no such day',
    '[4 Mar 2011 10:00:05]',
    '[order 4711] piet: closed',
    '[4 Mar 2011 10:00:05] piet\nsaid: closed',
    '[4 Mar 2011 10:00:05] piet\u2028said: closed',
    '[4 Mar 2011 10:00:05] piet\u2029said: closed',
  ])('leaves the line %j in the entry it stands in', (line) => {
    const entries = toLogEntries(`[3 Mar 2011 09:15:00] nadia: Hello\n${line}\nBye`, zone);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.body).toBe(`Hello\n${line}\nBye`);
  });

  test('reads lines of any kind without end in no time', async () => {
    const log = '[4 Mar 2011 10:00:05] piet\u2028'.repeat(20_000);
    expect(await ownTime(() => expect(toLogEntries(log, zone)).toHaveLength(1))).toBeLessThan(500);
  });

  test('keeps text before the first stamp, without an author or a time', () => {
    expect(toLogEntries('moved from the old system', zone)).toEqual([
      { sentAt: null, authorName: null, body: 'moved from the old system' },
    ]);
  });

  test('puts a log that is written newest first into the order of time', () => {
    const log = '[4 Mar 2011 10:00:05] piet: second\r\n[3 Mar 2011 09:15:00] nadia: first';
    expect(toLogEntries(log, zone).map(({ body }) => body)).toEqual(['first', 'second']);
  });

  test('keeps its order whatever stamp a quoted line shows', () => {
    const real = '[5 Nov 2026 09:00:00] mia: one\n[6 Nov 2026 09:00:00] piet: two\n';
    for (const year of [2010, 2035]) {
      const quoted = `[21 Jun ${year} 12:51:20] John: quoted\n`;
      const bodies = (log: string) => toLogEntries(log, zone).map(({ body }) => body);
      expect(bodies(`${real}[7 Nov 2026 09:00:00] mia: three\n${quoted}`)).toEqual([
        'one',
        'two',
        'three',
        'quoted',
      ]);
      expect(bodies(`${real}${quoted}[7 Nov 2026 09:00:00] mia: three`)).toEqual([
        'one',
        'two',
        'quoted',
        'three',
      ]);
    }
  });

  test('is newest first only where more steps go back than forward', () => {
    const log = [6, 7, 5, 4].map((day) => `[${day} Nov 2026 09:00:00] mia: ${day}\n`).join('');
    expect(toLogEntries(log, zone).map(({ body }) => body)).toEqual(['4', '5', '7', '6']);
    const even = [6, 7, 5].map((day) => `[${day} Nov 2026 09:00:00] mia: ${day}\n`).join('');
    expect(toLogEntries(even, zone).map(({ body }) => body)).toEqual(['6', '7', '5']);
  });

  test('takes no order from a stamp that cannot be the ticket’s', () => {
    const life = { createdAt: Date.UTC(2026, 10, 5), readAt: Date.UTC(2026, 10, 20) };
    const log = '[6 Nov 2026 09:00:00] mia: real\n[21 Jun 2010 12:51:20] John: quoted';
    expect(toLogEntries(log, zone, life).map(({ body }) => body)).toEqual(['real', 'quoted']);
  });

  test('takes a step back within the hour that clocks show twice for the second pass', () => {
    const log = '[1 Nov 2026 01:50:00] a: a\n[1 Nov 2026 01:10:00] b: b\n[1 Nov 2026 01:40:00] c: c';
    expect(toLogEntries(log, zone).map(({ body, sentAt }) => [body, sentAt])).toEqual([
      ['a', Date.UTC(2026, 10, 1, 5, 50)],
      ['b', Date.UTC(2026, 10, 1, 6, 10)],
      ['c', Date.UTC(2026, 10, 1, 6, 40)],
    ]);
    const createdAt = Date.UTC(2026, 10, 1, 5, 55);
    const [entry] = toLogEntries('[1 Nov 2026 01:10:00] b: b', zone, { createdAt, readAt: createdAt });
    expect(entry?.sentAt).toBe(Date.UTC(2026, 10, 1, 6, 10));
  });

  test('reads any log back that is written entry by entry', () => {
    const entry = fc.record({
      minute: fc.integer({ min: 0, max: 59 }),
      name: fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/),
      body: fc.stringMatching(/^[a-z:[\]]([a-z:[\] \n]{0,20}[a-z:[\]])?$/),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        const sorted = entries.toSorted((one, other) => one.minute - other.minute);
        const log = sorted
          .map(
            ({ minute, name, body }) =>
              `[3 Mar 2011 09:${String(minute).padStart(2, '0')}:00] ${name}: ${body}\n`,
          )
          .join('');
        expect(toLogEntries(log, zone).map(({ authorName, body }) => [authorName, body])).toEqual(
          sorted.map(({ name, body }) => [name, body]),
        );
      }),
    );
  });
});

describe('lastStamp', () => {
  const life = { createdAt: Date.UTC(2026, 10, 5, 12), readAt: Date.UTC(2026, 10, 20, 12) };
  const last = (...stamps: string[]) =>
    lastStamp(toLogEntries(stamps.map((stamp) => `[${stamp}] mia: x\n`).join(''), 'UTC', life), life);

  test('is the latest one of the ticket’s own life', () => {
    expect(last('6 Nov 2026 09:00:00', '7 Nov 2026 09:00:00')).toBe(Date.UTC(2026, 10, 7, 9));
    expect(last('7 Nov 2026 09:00:00', '21 Jun 2010 12:51:20')).toBe(Date.UTC(2026, 10, 7, 9));
    expect(last('7 Nov 2026 09:00:00', '21 Jun 2035 12:51:20')).toBe(Date.UTC(2026, 10, 7, 9));
  });

  test('is none where all are of other times', () => {
    expect(last()).toBeNull();
    expect(last('21 Jun 2010 12:51:20', '21 Jun 2035 12:51:20')).toBeNull();
  });

  test('is never before the creation nor after the reading where clocks differ by less than a day', () => {
    expect(last('5 Nov 2026 11:59:59')).toBe(life.createdAt);
    expect(last('20 Nov 2026 17:00:00')).toBe(life.readAt);
  });
});
