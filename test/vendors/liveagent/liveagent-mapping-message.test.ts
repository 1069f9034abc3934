import { describe, expect, it } from 'vitest';
import type { Agent } from '../../../src/contract/agent.ts';
import { VendorError } from '../../../src/contract/vendor-error.ts';
import { toAttachments } from '../../../src/vendors/liveagent/liveagent-mapping-attachment.ts';
import { signedMessages, toMessages } from '../../../src/vendors/liveagent/liveagent-mapping-message.ts';
import { messageGroupSchema } from '../../../src/vendors/liveagent/liveagent-wire.ts';
import { ownTime } from '../../support/own-time.ts';

const base = 'https://desk.example.org';
const agent: Agent = { key: 'ag1', name: 'Joe Doe' };
const agents = new Map([
  ['ag1', agent],
  ['contact-of-ag1', agent],
]);

function unsigned(...groups: Record<string, unknown>[]) {
  return unsignedIn('UTC', groups);
}

function unsignedIn(timeZone: string, groups: readonly Record<string, unknown>[]) {
  return toMessages(
    groups.map((group) => messageGroupSchema.parse(group)),
    timeZone,
    base,
  );
}

function one(message: Record<string, unknown>, group: Record<string, unknown> = { rtype: '3' }) {
  const [found] = signedMessages(unsigned({ ...group, messages: [message] }), agents);
  if (!found) throw new Error('expected a message');
  return found;
}

describe('messages', () => {
  it('come oldest first, in the order told where times are equal or missing', () => {
    const found = unsigned(
      {
        rtype: '3',
        messages: [
          { messageid: 'm2', datecreated: '2020-01-01 10:00:00' },
          { messageid: 'm3', datecreated: '' },
          { messageid: 'm4', datecreated: '2020-01-01 10:00:00' },
        ],
      },
      { rtype: '3', messages: [{ messageid: 'm1', datecreated: '2020-01-01 09:00:00' }] },
    );
    expect(found.map(({ message }) => message.key)).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  it.each([
    [
      'oldest first',
      ['01:40:00', '01:50:00', '01:05:00', '', '01:45:00', '02:10:00'],
      [0, 10, 25, null, 65, 90],
    ],
    ['two by two', ['01:50:00', '01:05:00'], [0, 15]],
    ['newest first', ['01:50:00', '01:30:00', '01:05:00'], [0, 25, 45]],
    ['in any order by day', ['10:00:00', '09:30:00'], [0, 30]],
  ] as const)('that are told %s go on when the clocks are set back', (_, clocks, minutes) => {
    const messages = clocks.map((clock) => ({ datecreated: clock && `2024-11-03 ${clock}` }));
    const found = unsignedIn('America/Los_Angeles', [{ rtype: 'C', messages }]);
    const times = found.map(({ message }) => message.sentAt);
    expect(times.map((time) => time && (time - (times[0] ?? 0)) / 60_000)).toEqual(minutes);
  });

  it('without ids, or with one id twice, have keys by their place', () => {
    const found = unsigned({ rtype: 'C', messages: [{}, { messageid: 'm' }, { messageid: 'm' }] });
    expect(found.map(({ message }) => message.key)).toEqual(['~0', 'm', 'm~2']);
    expect(found.map(({ message }) => message.vendorId)).toEqual([null, 'm', 'm']);
  });

  it('may be missing from a group', () => {
    expect(unsigned({ rtype: 'S' }, { rtype: 'S', messages: '' })).toEqual([]);
  });

  it('of a group that was deleted are not told', () => {
    const group = { rtype: '3', messages: [{ messageid: 'm', rtype: 'M' }] };
    expect(unsigned({ ...group, rstatus: 'D' })).toEqual([]);
    expect(unsigned({ ...group, rstatus: 'S' }, { ...group, rstatus: '' })).toHaveLength(2);
  });

  it.each([
    ['M', '3', 'MESSAGE', false],
    ['N', '3', 'NOTE', true],
    ['M', 'I', 'MESSAGE', true],
    ['F', '4', 'FILE', false],
    ['L', '4', 'FILE', true],
    ['Z', '5', 'FORM_FIELD', false],
    ['S', 'T', 'TRANSFER', true],
    ['S', 'G', 'TAG', true],
    ['G', 'G', 'TAG', true],
    ['R', 'T', 'TRANSFER', true],
    ['S', 'S', 'SYSTEM', false],
    ['P', 'C', 'RATING', false],
    ['W', 'C', 'RATING', false],
    ['?', 'C', 'OTHER', false],
    ['toString', '1', 'OTHER', true],
  ])('of type %s in a group of type %s are %s, internal %s', (rtype, group, kind, internal) => {
    expect(one({ rtype, message: 'x' }, { rtype: group })).toMatchObject({
      kind,
      vendorKind: rtype,
      internal,
    });
  });

  it.each(['ag1', 'contact-of-ag1'])('of the agent known as %s have the agent for author', (userid) => {
    expect(one({ rtype: 'M', userid })).toMatchObject({
      authorRole: 'AGENT',
      authorName: 'Joe Doe',
      author: { type: 'Agent', agent },
    });
  });

  it.each(['system00', '', null])('of the user %j are the system’s', (userid) => {
    expect(one({ rtype: 'M', userid })).toMatchObject({ authorRole: 'SYSTEM', author: null });
  });

  it('of anybody else are the customer’s, who is the conversation’s', () => {
    const message = one({ rtype: 'M', userid: 'cu5' });
    expect(message).toMatchObject({ authorRole: 'CUSTOMER', authorName: null });
    expect(message.author).toBeUndefined();
  });

  it('that only staff can write name an agent who left', () => {
    expect(one({ rtype: 'N', userid: 'gone' })).toMatchObject({
      authorRole: 'AGENT',
      author: { type: 'Agent', agent: { key: 'gone' } },
    });
  });

  it('without a user of their own are of the group’s', () => {
    expect(one({ rtype: 'M' }, { rtype: '4', userid: 'ag1' })).toMatchObject({ authorRole: 'AGENT' });
  });

  it('do not guess an author while the agents cannot be read', () => {
    const failure = new VendorError({ kind: 'unavailable', message: 'x', source: 's', operation: 'o' });
    const [message] = signedMessages(
      unsigned({ rtype: 'C', messages: [{ rtype: 'M', userid: 'ag1' }] }),
      failure,
    );
    expect(message).toMatchObject({ authorRole: 'UNKNOWN', author: null, authorFailure: failure });
  });

  it.each([
    ['Hello <b>you</b>', 'html'],
    ['Caf&eacute; &amp; more', 'escaped'],
    ['mail <jo@x.example> said: 5 &gt; 3', 'escaped'],
    ['… if (a<b) &nbsp;', 'escaped'],
    ['first<br/>second', 'html'],
    ['1 < 2 and 3 > 2', 'text'],
    ['<script>alert(1)</script>', 'text'],
    ['Ann <ann@example.org> wrote', 'text'],
    ['a & b; c', 'text'],
    ['  kept  ', 'text'],
  ])('with the text %j are %s', (message, bodyFormat) => {
    expect(one({ rtype: 'M', message })).toMatchObject({ body: message, bodyFormat });
  });
});

describe('a file message', () => {
  it('in a grid tells name, type and size', () => {
    const grid =
      '[["name","value"],["filename","plan.pdf"],["filetype","application/pdf"],["filesize","12456"]]';
    expect(toAttachments(grid, base)).toEqual([
      { name: 'plan.pdf', url: null, mimeType: 'application/pdf', size: 12_456 },
    ]);
  });

  it.each([
    ['plan.pdf', 'plan.pdf', null],
    ['//files.example.org/plan%201.pdf', 'plan 1.pdf', 'https://files.example.org/plan%201.pdf'],
    [
      '<a href="//d.example.org/scripts/file.php?view=Y&amp;file=ab">plan.pdf</a>',
      'plan.pdf',
      'https://d.example.org/scripts/file.php?view=Y&file=ab',
    ],
    [
      'https://d.example.org/scripts/file.php?file=ab',
      null,
      'https://d.example.org/scripts/file.php?file=ab',
    ],
  ])('with the text %j tells name %j and address %j', (text, name, url) => {
    expect(toAttachments(text, base)).toMatchObject([{ name, url }]);
  });

  it.each(['', 'see attachment', '[[not json', '<a href="javascript:alert(1)">x</a>'])(
    'with the text %j tells none',
    (text) => {
      expect(toAttachments(text, base)).toEqual([]);
    },
  );

  it('takes no long time with a text full of beginnings of links', async () => {
    const text = '<a '.repeat(50_000);
    expect(await ownTime(() => expect(toAttachments(text, base)).toEqual([]))).toBeLessThan(1000);
  });
});
