import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mutate, supportIds } from '../support/mutation-answer.ts';
import { eventStreamOf, type EventStream } from '../support/event-stream.ts';
import type { TestGateway } from '../support/gateway-over.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { shiftClock } from '../support/shift-clock.ts';

const document = /* GraphQL */ `
  subscription Changes($filter: ConversationFilter) {
    conversationChanged(filter: $filter) {
      id
      subject
      source {
        name
      }
      tags {
        name
      }
      customFields {
        code
        value
      }
      messages(first: 100) {
        nodes {
          text
        }
      }
    }
  }
`;

let gateway: SandboxGateway;
let conversationId: string;
let otherId: string;
const streams: EventStream[] = [];

beforeAll(async () => {
  gateway = await openSandboxGateway({
    size: 0.02,
    server: { pollSeconds: 0.1 },
    everySource: { retries: 0, requestsPerMinute: 10_000 },
  });
  const ids = await supportIds(gateway);
  [conversationId = '', otherId = ''] = ids.conversations;
});

afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.leave()));
  for (const { faults } of Object.values(gateway.emulators)) faults.clear();
});

afterAll(() => gateway?.close());

async function follow(
  filter: object | null = null,
  through: TestGateway = gateway,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventStream> {
  const gone = new AbortController();
  const accept = 'text/event-stream';
  const response = await through.send(document, { filter }, { accept, ...headers }, gone.signal);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const stream = eventStreamOf(response, gone);
  streams.push(stream);
  return stream;
}

/** The next event with something in it that is looked for. */
async function eventWith(stream: EventStream, text: string): Promise<unknown> {
  for (;;) {
    const event = await stream.next();
    if (JSON.stringify(event).includes(text)) return event;
    if (typeof event === 'string') throw new Error(`the stream ended (${event}) before ${text} came`);
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const emulatorOf = (name: string) => Object.values(gateway.emulators).find((each) => each.name === name)!;

const looksAt = (source: string) =>
  gateway.calls(source).filter(({ method, path }) => method === 'GET' && /conversations|tickets/.test(path));

/** Waits until a source has been looked at once more, and what was seen is known: then it is looked at again. */
async function nextLook(source: string): Promise<void> {
  const before = looksAt(source).length;
  await expect.poll(() => looksAt(source).length, { interval: 20 }).toBeGreaterThan(before + 1);
}

describe('conversationChanged', () => {
  it('tells a change that was made through the gateway, as it is now', async () => {
    const stream = await follow();
    await mutate(gateway, 'conversationNoteAdd', { conversationId, note: 'first words' });
    expect(await eventWith(stream, 'first words')).toMatchObject({
      data: { conversationChanged: { id: conversationId, source: { name: 'support' } } },
    });
    await mutate(gateway, 'conversationNoteAdd', { conversationId, note: 'second words' });
    const event = JSON.stringify(await eventWith(stream, 'second words'));
    expect(event).toContain('first words');
  });

  it('tells a change of what began after a moment, and none of what began before another', async () => {
    const [past, future] = ['2000-01-01T00:00:00Z', '2199-01-01T00:00:00Z'];
    const [since, until, late] = await Promise.all([
      follow({ createdAfter: past, updatedAfter: past }),
      follow({ createdBefore: future }),
      follow({ createdBefore: past }),
    ]);
    await mutate(gateway, 'conversationNoteAdd', { conversationId, note: 'words in time' });
    for (const stream of [since, until]) await eventWith(stream, 'words in time');
    const other = await Promise.race([late.next(), pause(500)]);
    expect(JSON.stringify(other) ?? '').not.toContain('words in time');
  });

  it('tells changes since a moment however long it is followed', async () => {
    const restoreClock = shiftClock(Date.now() - 600_000);
    const stream = await follow({ updatedAfter: '2000-01-01T00:00:00Z' }).finally(restoreClock);
    await mutate(gateway, 'conversationNoteAdd', { conversationId, note: 'words after ten minutes' });
    await eventWith(stream, 'words after ten minutes');
  });

  it('tells a change that was made elsewhere', async () => {
    const elsewhere = gateway.another();
    const stream = await follow({ sources: ['tickets'] });
    await mutate(elsewhere, 'conversationCreate', {
      source: 'tickets',
      subject: 'A torn parcel',
      message: 'It came in two halves.',
      customerEmail: 'kim@example.com',
    });
    expect(await eventWith(stream, 'A torn parcel')).toMatchObject({
      data: { conversationChanged: { source: { name: 'tickets' } } },
    });
  });

  it('tells as it is now what changed again within the second, although its row looks the same', async () => {
    const elsewhere = gateway.another();
    const stream = await follow({ sources: ['support'] });
    await nextLook('support');
    await pause(1000 - (Date.now() % 1000));
    for (const value of ['grey', 'violet']) {
      const fields = [{ code: 'colour', value }];
      await mutate(elsewhere, 'conversationFieldsSet', { conversationId, fields });
      await eventWith(stream, value);
    }
  });

  it('looks at a source once for all its subscribers, and not at all when the last one left', async () => {
    gateway.forgetCalls();
    const lone = await follow({ sources: ['support'] });
    await mutate(gateway, 'conversationNoteAdd', { conversationId, note: 'alone' });
    await eventWith(lone, 'alone');
    await pause(700);
    const single = looksAt('support').length;
    gateway.forgetCalls();
    const second = await follow({ sources: ['support'], status: ['NEW', 'OPEN', 'ANSWERED'] });
    const third = await follow({ sources: ['support'], channel: ['EMAIL'] });
    await pause(700);
    expect(single).toBeGreaterThan(0);
    expect(looksAt('support').length).toBeLessThanOrEqual(single + 1);
    await Promise.all([lone, second, third].map((stream) => stream.leave()));
    const callsInAWhile = async () => {
      gateway.forgetCalls();
      await pause(500);
      return gateway.calls();
    };
    // A look may be under way.
    await expect.poll(callsInAWhile).toEqual([]);
  });

  it('tells only what the filter asks for', async () => {
    const tagged = await follow({ tag: 'torn' });
    const found = await follow({ sources: ['support'] });
    await nextLook('support');
    await mutate(gateway, 'conversationNoteAdd', { conversationId: otherId, note: 'not for everybody' });
    await eventWith(found, 'not for everybody');
    await mutate(gateway, 'conversationTagAdd', { conversationId, tagName: 'torn' });
    expect(await tagged.next()).toMatchObject({
      data: { conversationChanged: { id: conversationId } },
    });
  });

  it('goes on while a source fails, and takes it up again', async () => {
    const { faults } = emulatorOf('support');
    faults.set({ status: 503 });
    const stream = await follow({ sources: ['support', 'tickets'] });
    await mutate(gateway, 'conversationCreate', {
      source: 'tickets',
      subject: 'While the other is down',
      message: 'Hello?',
      customerEmail: 'kim@example.com',
    });
    await eventWith(stream, 'While the other is down');
    faults.clear();
    await expect
      .poll(
        async () =>
          (await mutate(gateway, 'conversationNoteAdd', { conversationId, note: 'up again' })).payload,
        { timeout: 5000, interval: 300 },
      )
      .toMatchObject({ userErrors: [] });
    await eventWith(stream, 'up again');
  });

  it('tells a change also where the vendor fails to say whose it is now, as soon as it does', async () => {
    const { agents } = await supportIds(gateway);
    const owners = JSON.stringify(
      await gateway.query('query ($id: ID!) { conversation(id: $id) { assignee { id } } }', {
        id: conversationId,
      }),
    );
    const assigneeId = agents.find((id) => !owners.includes(id));
    const stream = await follow({ sources: ['support'], assigneeId });
    await nextLook('support');
    const { calls, faults } = emulatorOf('support');
    // The one call that tells who is in charge, and not the list or the change.
    faults.set({ status: 503, match: 'GET conversations/[]', times: 2 });
    calls.clear();
    const elsewhere = gateway.another();
    await mutate(elsewhere, 'conversationTransfer', { conversationId, toAgentId: assigneeId });
    expect(await stream.next()).toMatchObject({ data: { conversationChanged: { id: conversationId } } });
    expect(
      calls.list().filter(({ operation }) => operation === 'GET conversations/[]').length,
    ).toBeGreaterThan(1);
  });

  it('tells a caller nothing of sources that do not exist for them', async () => {
    const narrow = gateway.another({
      clients: [
        {
          name: 'narrow',
          keyHash: '2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683', // SHA-256 of "key"
          sources: ['tickets'],
        },
      ],
    });
    await pause(200);
    gateway.forgetCalls();
    await follow(null, narrow, { authorization: 'Bearer key' });
    await expect.poll(() => gateway.calls('tickets').length).toBeGreaterThan(0);
    expect(gateway.calls('support')).toEqual([]);
    const headers = { accept: 'text/event-stream', authorization: 'Bearer key' };
    const refused = await narrow.send(document, { filter: { sources: ['support'] } }, headers);
    expect(await refused.text()).toContain('BAD_USER_INPUT');
  });

  it('tells with a code and an id what of an event could not be read', async () => {
    const { faults } = emulatorOf('support');
    const stream = await follow({ sources: ['support'] });
    await nextLook('support');
    faults.set({ status: 503, match: '/messages' });
    const tag = { conversationId, tagName: 'a tag that is told without messages' };
    expect((await mutate(gateway, 'conversationTagAdd', tag)).payload?.userErrors).toEqual([]);
    const event = await eventWith(stream, tag.tagName);
    expect(event).toMatchObject({
      data: { conversationChanged: { id: conversationId, messages: null } },
      errors: [
        {
          path: ['conversationChanged', 'messages'],
          extensions: { code: 'UPSTREAM_UNAVAILABLE', source: 'support', requestId: expect.any(String) },
        },
      ],
    });
  });

  it('explains each event by itself to a caller who asks for it', async () => {
    const stream = await follow({ sources: ['support'] }, gateway, { 'x-deskgraph-explain': '1' });
    await nextLook('support');
    const callsFor = async (note: string) => {
      await mutate(gateway, 'conversationNoteAdd', { conversationId, note });
      const event = (await eventWith(stream, note)) as {
        extensions: { explain: { sources: { calls: { operation: string }[] }[] } };
      };
      const calls = event.extensions.explain.sources.flatMap((source) => source.calls);
      return calls.map(({ operation }) => operation);
    };
    for (const note of ['explained once', 'explained twice']) {
      const operations = await callsFor(note);
      expect(operations.filter((each) => each === 'conversations.messages.list')).toHaveLength(1);
    }
  });

  it.each([
    ['a caller who takes JSON alone', { accept: 'application/json' }, {}],
    ['a source that there is not', { accept: 'text/event-stream' }, { sources: ['nowhere'] }],
    ['a filter that cannot be read', { accept: 'text/event-stream' }, { departmentId: 'nonsense' }],
  ])('tells %s what is wrong', async (_name, headers, filter) => {
    const response = await gateway.send(document, { filter }, headers);
    const text = await response.text();
    expect(text).toContain('"code":"BAD_USER_INPUT"');
    expect(text).toContain('"requestId"');
  });

  it('is refused when one event may take too many calls', async () => {
    const strict = gateway.another({ limits: { maxCost: 1 } });
    const response = await strict.send(document, {}, { accept: 'text/event-stream' });
    expect(await response.text()).toContain('QUERY_TOO_COMPLEX');
  });

  it('ends properly when the gateway closes', async () => {
    const closing = gateway.another();
    const stream = await follow(null, closing);
    await pause(100);
    await closing.close();
    await expect(eventWith(stream, 'nothing of the kind')).rejects.toThrow('ended (complete)');
  });
});
