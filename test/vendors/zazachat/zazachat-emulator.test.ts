import { afterAll, describe, expect, test } from 'vitest';
import type { Conversation } from '../../../src/contract/conversation.ts';
import { VendorError } from '../../../src/contract/vendor-error.ts';
import { openEmulator } from '../../../src/sandbox/open-emulator.ts';
import { createWorld } from '../../../src/sandbox/world/create-world.ts';
import { createZazachatEmulator } from '../../../src/sandbox/zazachat/zazachat-emulator.ts';
import type { ZazachatQuirks } from '../../../src/sandbox/zazachat/zazachat-account.ts';
import { openSource, sampleContext } from './zazachat-stub.ts';

const world = createWorld({ size: 0.2 });
const desk = world.desks.zazachat;
const closing: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

async function openEmulated(quirks: Partial<ZazachatQuirks>) {
  const apiKey = 'k&y-of-the-account';
  const emulator = await openEmulator(createZazachatEmulator(desk, { clientId: 4711, apiKey, quirks }));
  const source = openSource(`${emulator.origin}/webservices/enterprise.asmx`, { timeZone: desk.timeZone });
  closing.push(
    () => source.close(),
    () => emulator.close(),
  );
  const { conversations } = source;
  if (!conversations) throw new Error('the source has no conversations');
  return { source, conversations, emulator };
}

describe.each([
  {},
  { result: 'cdata', nothing: 'absent', department: true },
  { result: 'escaped', transcriptNamespace: 'double' },
] satisfies Partial<ZazachatQuirks>[])('an account with the habits %j', (quirks) => {
  test('shows every conversation of three weeks with all that was said', async () => {
    const { conversations } = await openEmulated(quirks);
    const window = { from: world.now - 21 * 86_400_000, to: world.now + 1 };
    const rows: Conversation[] = [];
    for (let to = window.to, position: string | null = null; ;) {
      const order = { field: 'CREATED_AT', direction: 'DESC' } as const;
      const { value } = await conversations.list(
        { window: { ...window, to }, order, filter: {}, limit: 50, position },
        sampleContext(),
      );
      rows.push(...value.rows);
      if (value.coveredTo === null) break;
      ({ position } = value);
      to = value.coveredTo;
    }
    const wanted = desk.conversations.filter(
      ({ createdAt }) => createdAt >= window.from && createdAt < window.to,
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(rows.map(({ vendorId, createdAt }) => `${vendorId} ${createdAt}`).sort()).toEqual(
      wanted.map(({ id, createdAt }) => `${id} ${createdAt}`).sort(),
    );
    const messages = await conversations.messages(rows, sampleContext());
    rows.forEach((row, index) => {
      const conversation = wanted.find(({ id }) => id === row.vendorId);
      const said = conversation?.entries.filter(({ kind }) => kind === 'message') ?? [];
      const told = messages[index];
      if (!told || told instanceof VendorError) throw new Error(`no messages of ${row.key}`);
      const bodies = told.filter(({ authorRole }) => authorRole === 'AGENT' || authorRole === 'CUSTOMER');
      if (row.channel === 'CHAT') expect(bodies).toHaveLength(said.length);
      else expect(bodies.length).toBeGreaterThanOrEqual(said.length);
    });
  });
});

test.each(['fault', 'text'] as const)(
  'a wrong key that is refused by a %s is told as such',
  async (refusal) => {
    const handler = createZazachatEmulator(desk, { clientId: 4711, apiKey: 'another', quirks: { refusal } });
    const emulator = await openEmulator(handler);
    const source = openSource(`${emulator.origin}/webservices/enterprise.asmx`);
    closing.push(
      () => source.close(),
      () => emulator.close(),
    );
    await expect(source.probe(sampleContext())).rejects.toMatchObject({ kind: 'unauthenticated' });
  },
);
