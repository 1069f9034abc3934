import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';

const keys = { all: 'key-of-all', tickets: 'key-of-tickets' };
type CallerName = keyof typeof keys;
const callers: readonly CallerName[] = ['all', 'tickets'];
const as = (caller: CallerName) => ({ authorization: `Bearer ${keys[caller]}` });

const kinds = ['directory', 'list', 'conversation', 'closedConversation', 'pastDay', 'report', 'pastReport'];
const never = Object.fromEntries(kinds.map((kind) => [kind, 0]));

let sandbox: Sandbox<'liveagent' | 'livechat'>;
let gateway: ListeningGateway;
/** The same without any cache and without the answer path. */
let plain: ListeningGateway;
let queries: readonly string[];
let conversations: readonly string[];

beforeAll(async () => {
  sandbox = await startSandbox({ size: 0.01, desks: ['liveagent', 'livechat'] });
  const clients = [
    { name: 'all', keyHash: hash(keys.all), access: 'write' },
    { name: 'tickets', keyHash: hash(keys.tickets), sources: ['tickets'] },
  ];
  const over = (settings: object) => ({
    clients,
    sources: Object.fromEntries(
      Object.entries(sandbox.sources).map(([name, source]) => [
        name,
        { ...source, requestsPerMinute: null, ...settings },
      ]),
    ),
  });
  gateway = await listenOver(over({}));
  plain = await listenOver(over({ cacheSeconds: never }), { isPlain: true });
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
});

afterAll(async () => {
  await Promise.all([gateway.close(), plain.close()]);
  await sandbox.close();
});

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

type Step =
  | { readonly type: 'change'; readonly place: number; readonly tag: string }
  | { readonly type: 'query'; readonly caller: CallerName; readonly place: number };

const query = fc.record({
  type: fc.constant('query' as const),
  caller: fc.constantFrom(...callers),
  place: fc.nat(),
});
const change = fc.record({
  type: fc.constant('change' as const),
  place: fc.nat(),
  tag: fc.constantFrom('urgent', 'refund', 'later'),
});
/** What happens at the same time, one after another. */
const schedule = fc.array(
  fc.array(fc.oneof({ weight: 4, arbitrary: query }, { weight: 1, arbitrary: change }), {
    minLength: 1,
    maxLength: 6,
  }),
  { minLength: 3, maxLength: 6 },
);

/** The answer's data, the same for the same facts. Null is kept apart from an error. */
async function answer(of: ListeningGateway, caller: CallerName, place: number): Promise<string> {
  const { data, errors } = await of.post(queries[place % queries.length] ?? '', as(caller));
  return JSON.stringify([data, errors.map(({ extensions }) => extensions.code)]);
}

async function apply({ place, tag }: Extract<Step, { type: 'change' }>): Promise<void> {
  const input = `{ conversationId: "${conversations[place % conversations.length]}", tagName: "${tag}" }`;
  const { errors } = await gateway.post(
    `mutation { conversationTagAdd(input: ${input}) { userErrors { code } } }`,
    as('all'),
  );
  expect(errors).toEqual([]);
}

it('gives, whatever happens in which order, what a gateway without caches gives, and to nobody more', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(schedule, async (groups) => {
      for (const steps of groups) {
        const asked = steps.filter((step) => step.type === 'query');
        const changes = steps.filter((step) => step.type === 'change');
        const truth = () => Promise.all(asked.map(({ caller, place }) => answer(plain, caller, place)));
        const before = await truth();
        const [given] = await Promise.all([
          Promise.all(asked.map(({ caller, place }) => answer(gateway, caller, place))),
          (async () => {
            for (const step of changes) await apply(step);
          })(),
        ]);
        const after = changes.length > 0 ? await truth() : before;
        given.forEach((text, index) => {
          compared += 1;
          if (asked[index]?.caller === 'tickets') expect(text).not.toContain('"support"');
          // An answer made during a change may lie before, behind or between what it changes.
          if (changes.length === 0) expect(text).toBe(before[index]);
        });
        // Once the changes are made, everybody sees them.
        const settled = await Promise.all(asked.map(({ caller, place }) => answer(gateway, caller, place)));
        expect(settled).toEqual(after);
      }
    }),
    { numRuns: 12, interruptAfterTimeLimit: 8000, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(50);
});
