import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toLogEntries } from '../../../src/vendors/zazachat/zazachat-mapping-ticket-log.ts';

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
  ])('leaves the line %j in the entry it stands in', (line) => {
    const entries = toLogEntries(`[3 Mar 2011 09:15:00] nadia: Hello\n${line}\nBye`, zone);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.body).toBe(`Hello\n${line}\nBye`);
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
