import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';

interface Chat {
  readonly id: string;
  readonly createdAt: string;
  readonly messages: { readonly nodes: readonly { readonly id: string; readonly sentAt: string | null }[] };
}

const day = 86_400_000;
const messages = 'messages(first: 100, filter: $filter) { nodes { id sentAt } }';

let restoreClock: () => void;
let gateway: SandboxGateway;
/** A chat of ZaZaChat, whose transcripts tell no more than the time of the first line. */
let chat: Chat;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.3 });
  const { data, errors } = await gateway.query(
    `query ($filter: MessageFilter) {
      conversations(first: 10, filter: { sources: ["legacy"], channel: [CHAT] }) { nodes { id createdAt ${messages} } }
    }`,
  );
  expect(errors).toEqual([]);
  const { nodes } = (data as { conversations: { nodes: Chat[] } }).conversations;
  chat = nodes.find((node) => node.messages.nodes.length > 2)!;
});

afterAll(async () => {
  await gateway.close();
  restoreClock();
});

async function idsOf(filter: object): Promise<readonly string[]> {
  const { data, errors } = await gateway.query(
    `query ($id: ID!, $filter: MessageFilter) { conversation(id: $id) { ${messages} } }`,
    { id: chat.id, filter },
  );
  expect(errors).toEqual([]);
  return (data as { conversation: Chat }).conversation.messages.nodes.map(({ id }) => id);
}

describe('messages of a span of time', () => {
  it('have those without a time where the one before them is', async () => {
    const all = chat.messages.nodes.map(({ id }) => id);
    expect(chat.messages.nodes.filter(({ sentAt }) => sentAt === null).length).toBeGreaterThan(0);
    const begin = Date.parse(chat.createdAt);
    const [before, after] = [begin - day, begin + day].map((moment) => new Date(moment).toISOString());
    expect(await idsOf({ from: before })).toEqual(all);
    expect(await idsOf({ from: before, to: after })).toEqual(all);
    expect(await idsOf({ to: before })).toEqual([]);
    expect(await idsOf({ to: after })).toEqual(all);
    expect(await idsOf({ from: after })).toEqual([]);
    expect(await idsOf({ from: before, kinds: ['MESSAGE', 'SYSTEM'] })).toEqual(all);
  });
});
