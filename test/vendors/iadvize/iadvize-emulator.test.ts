import { afterEach, describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import type { Emulator } from '../../../src/sandbox/emulator.ts';
import type { IadvizeQuirks } from '../../../src/sandbox/iadvize/iadvize-account.ts';
import { createIadvizeEmulator } from '../../../src/sandbox/iadvize/iadvize-emulator.ts';
import { openEmulator } from '../../../src/sandbox/open-emulator.ts';
import { createWorld } from '../../../src/sandbox/world/create-world.ts';
import { apiKey, callContext, sourceAt } from './chat-server.ts';
import { walkConversations } from './walk.ts';

const minute = 60_000;
const month = 30 * 24 * 60 * minute;
const world = createWorld({ now: Date.parse('2026-03-12T10:00:00Z'), size: 0.3 });
const desk = world.desks.iadvize;

let emulator: Emulator | undefined;
let source: HelpdeskSource | undefined;
afterEach(async () => {
  await source?.close();
  await emulator?.close();
});

async function open(quirks: Partial<IadvizeQuirks> = {}, key = apiKey): Promise<HelpdeskSource> {
  emulator = await openEmulator(createIadvizeEmulator(desk, { apiKey, quirks, now: () => world.now }));
  return (source = sourceAt(`${emulator.origin}/api`, key));
}

/** The chats of a window, by id, as the desk has them: with times to the minute. */
function chatsOfDesk(from: number, to: number) {
  return desk.conversations
    .map(({ id, createdAt }) => ({ id, createdAt: Math.floor(createdAt / minute) * minute }))
    .filter(({ createdAt }) => createdAt >= from && createdAt < to)
    .toSorted((one, other) => one.id.localeCompare(other.id));
}

describe('against the emulated vendor', () => {
  it.each([
    [{}],
    [{ historyWrapper: 'history', loneChat: 'list' }],
    [{ loneChat: 'object', chatById: 'object' }],
  ] satisfies [Partial<IadvizeQuirks>][])('lists every chat of a month with %j', async (quirks) => {
    const source = await open(quirks);
    const window = { from: world.now - month, to: world.now };
    const rows = await walkConversations(source, { window });
    const found = rows.map(({ key, createdAt }) => ({ id: key, createdAt }));
    const expected = chatsOfDesk(window.from, window.to);
    expect(expected.length).toBeGreaterThan(5);
    expect(found.toSorted((one, other) => one.id.localeCompare(other.id))).toEqual(expected);
  });

  it('gives each line of a chat its moment', async () => {
    const source = await open();
    const references = desk.conversations.slice(0, 40).map(({ id }) => ({ key: id, revision: null }));
    const answers = await source.conversations!.messages(references, callContext());
    for (const [index, messages] of answers.entries()) {
      if (messages instanceof Error) throw messages;
      const shown = ['close', 'message', 'navigation'];
      const entries = desk.conversations[index]!.entries.filter(({ kind }) => shown.includes(kind));
      const moments = entries.map(({ at }) => Math.floor(at / minute) * minute);
      expect(messages.map(({ sentAt }) => sentAt)).toEqual(moments);
    }
  });

  it('lists operators and web sites', async () => {
    const source = await open();
    const agents = await source.directories.Agent!.list!(callContext());
    expect(agents.value.map(({ key }) => key)).toEqual(desk.agents.map(({ id }) => id));
    const sites = await source.directories.Website!.list!(callContext());
    expect(sites.value.map(({ url }) => url)).toEqual(desk.websites.map(({ host }) => `https://${host}`));
  });

  it.each(['json', 'text'] as const)('tells a refused key from its words in %s', async (refusal) => {
    const source = await open({ refusal }, 'wrong');
    await expect(source.probe(callContext())).rejects.toMatchObject({ kind: 'unauthenticated' });
  });
});
