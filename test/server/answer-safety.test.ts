import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { redisMissing, startRedis } from '../cache/redis-server.ts';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';
import { neverFresh } from '../support/never-fresh.ts';

const keys = { all: 'key-of-all', tickets: 'key-of-tickets' };
type CallerName = keyof typeof keys;
const callers: readonly CallerName[] = ['all', 'tickets'];
const as = (caller: CallerName) => ({ authorization: `Bearer ${keys[caller]}` });

const tags = ['urgent', 'refund', 'later'];

let sandbox: Sandbox<'liveagent' | 'livechat'>;
/** A gateway without any cache and without the answer path. */
let plain: ListeningGateway;
let queries: readonly string[];
let conversations: readonly string[];

beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.01, desks: ['liveagent', 'livechat'] });
  plain = await listenOver(over({ cacheSeconds: neverFresh }), { isPlain: true });
  const { data } = await plain.post('{ conversations(first: 6) { nodes { id } } }', as('all'));
  conversations = (data as { conversations: { nodes: { id: string }[] } }).conversations.nodes.map(
    ({ id }) => id,
  );
  queries = [
    '{ conversations(first: 6) { nodes { id source { name } subject status tags { name } } sources { source { name } state } } }',
    '{ conversations(first: 3) { nodes { id messages(first: 100) { nodes { text } } } } }',
    '{ tags(first: 100) { nodes { name source { name } } } }',
    '{ __typename sources { name } }',
    ...conversations.map(
      (id) => `{ conversation(id: "${id}") { id tags { name } messages(first: 100) { nodes { text } } } }`,
    ),
  ];
  // From now on all tags exist: to add one to a conversation is one change, and no moment lies in the midst of it.
  for (const tag of tags) for (const place of conversations.keys()) await addTag(plain, { place, tag });
});

afterAll(async () => {
  await plain.close();
  await sandbox.close();
});

function over(settings: object) {
  const clients = [
    { name: 'all', keyHash: hash(keys.all), access: 'write' },
    { name: 'tickets', keyHash: hash(keys.tickets), sources: ['tickets'] },
  ];
  const sources = Object.entries(sandbox.sources).map(([name, source]) => [
    name,
    { ...source, requestsPerMinute: null, ...settings },
  ]);
  return { clients, sources: Object.fromEntries(sources) as object };
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

interface Question {
  readonly type: 'question';
  readonly caller: CallerName;
  readonly place: number;
  readonly replica: number;
  /** By POST, by GET, past the caches, or with an explanation. */
  readonly how: 'explain' | 'get' | 'past' | 'post';
}

interface Change {
  readonly type: 'change';
  readonly place: number;
  readonly tag: string;
  readonly isAdded: boolean;
  readonly replica: number;
}

const replica = fc.nat({ max: 1 });
const question: fc.Arbitrary<Question> = fc.record({
  type: fc.constant('question' as const),
  caller: fc.constantFrom(...callers),
  place: fc.nat(),
  replica,
  how: fc.constantFrom('post', 'post', 'get', 'past', 'explain'),
});
const change: fc.Arbitrary<Change> = fc.record({
  type: fc.constant('change' as const),
  place: fc.nat(),
  tag: fc.constantFrom(...tags),
  isAdded: fc.boolean(),
  replica,
});
/** What happens at the same time, one after another. */
const schedule = fc.array(
  fc.array(fc.oneof({ weight: 4, arbitrary: question }, { weight: 1, arbitrary: change }), {
    minLength: 1,
    maxLength: 6,
  }),
  { minLength: 3, maxLength: 6 },
);

type Data = Readonly<Record<string, unknown>> | null;

/** The answer's data and the codes of its errors. Null is kept apart from an error. */
async function ask(
  of: ListeningGateway,
  { caller, place, how }: Question,
): Promise<readonly [Data, string[]]> {
  const text = queries[place % queries.length] ?? '';
  const headers = {
    ...as(caller),
    ...(how === 'past' ? { 'cache-control': 'no-cache' } : {}),
    ...(how === 'explain' ? { 'x-deskgraph-explain': '1' } : {}),
  };
  const { data, errors } = await (how === 'get' ? of.get(text, headers) : of.post(text, headers));
  return [data as Data, errors.map(({ extensions }) => extensions.code)];
}

/** Questions to both replicas about all that the changes may have changed. */
function looksAt(changes: readonly Change[]): Question[] {
  const lists = queries.length - conversations.length;
  const changed = changes.map(({ place }) => lists + (place % conversations.length));
  const places = changes.length === 0 ? [] : [...Array(lists).keys(), ...new Set(changed)];
  return places.flatMap((place) =>
    [0, 1].map((replica) => ({ type: 'question', caller: 'all', place, replica, how: 'post' }) as const),
  );
}

interface SeenConversation {
  readonly id: string;
  readonly messages?: unknown;
}

/** The parts of an answer that are read at one moment each: records of conversations, their messages, or all of it. */
function partsOf([data, codes]: readonly [Data, string[]]): string[] {
  const list = (data?.conversations as { readonly nodes?: readonly SeenConversation[] } | undefined)?.nodes;
  const one = data?.conversation as SeenConversation | null | undefined;
  const seen = list ?? (one ? [one] : null);
  const parts = seen?.flatMap(({ messages, ...record }) => [record, [record.id, messages]]);
  return [...(parts ?? [data]), codes].map((part) => JSON.stringify(part));
}

async function addTag(of: ListeningGateway, change: Pick<Change, 'place' | 'tag'>): Promise<void> {
  await apply(of, { ...change, isAdded: true });
}

async function apply(of: ListeningGateway, { place, tag, isAdded }: Omit<Change, 'replica' | 'type'>) {
  const name = isAdded ? 'conversationTagAdd' : 'conversationTagRemove';
  const input = `{ conversationId: "${conversations[place % conversations.length]}", tagName: "${tag}" }`;
  const { errors } = await of.post(
    `mutation { ${name}(input: ${input}) { userErrors { code } } }`,
    as('all'),
  );
  expect(errors).toEqual([]);
}

it.skipIf(redisMissing)(
  'replicas give, whatever happens in which order, what a gateway without caches gives, and to nobody more',
  async () => {
    const { url } = await startRedis();
    const shared = { ...over({}), cache: { redis: url } };
    const replicas = [await listenOver(shared), await listenOver(shared)] as const;
    const of = ({ replica: number }: Change | Question) => replicas[number] ?? replicas[0];
    let compared = 0;
    let duringChanges = 0;
    const property = fc.asyncProperty(schedule, async (groups) => {
      for (const steps of groups) {
        const asked = steps.filter((step) => step.type === 'question');
        const changes = steps.filter((step) => step.type === 'change');
        const truth = () => Promise.all(asked.map((step) => ask(plain, step)));
        const moments = [await truth()];
        const [given] = await Promise.all([
          Promise.all(asked.map((step) => ask(of(step), step))),
          (async () => {
            for (const step of changes) {
              await apply(of(step), step);
              moments.push(await truth());
            }
          })(),
        ]);
        given.forEach((answer, index) => {
          compared += 1;
          if (changes.length > 0) duringChanges += 1;
          if (asked[index]?.caller === 'tickets') expect(JSON.stringify(answer)).not.toContain('"support"');
          // What is answered during a change was so at some moment: before it, behind it or between two.
          const possible = moments.flatMap((truths) => partsOf(truths[index] ?? [null, []]));
          for (const part of partsOf(answer)) expect(possible).toContain(part);
        });
        // Once a change is made, everybody sees it: at once where it was made, and soon in every other replica.
        const makers = new Set(changes.map((step) => step.replica));
        const now = await Promise.all(asked.map((step) => ask(of(step), step)));
        now.forEach((answer, index) => {
          const isMaker = makers.size === 1 && makers.has(asked[index]?.replica ?? -1);
          if (isMaker) expect(answer).toEqual(moments.at(-1)?.[index]);
        });
        const settled = () => Promise.all(asked.map((step) => ask(of(step), step)));
        await expect.poll(settled, { interval: 10 }).toEqual(moments.at(-1));
        // What nobody asked for, too: else the next to ask could be given what was before this group.
        const looks = looksAt(changes);
        const last = await Promise.all(looks.map((look) => ask(plain, look)));
        const seen = () => Promise.all(looks.map((look) => ask(of(look), look)));
        await expect.poll(seen, { interval: 10 }).toEqual(last);
      }
    });
    try {
      await fc.assert(property, { numRuns: 40, interruptAfterTimeLimit: 60_000, endOnFailure: true });
    } finally {
      await Promise.all(replicas.map((one) => one.close()));
    }
    expect(compared).toBeGreaterThan(30);
    expect(duringChanges).toBeGreaterThan(5);
  },
);
