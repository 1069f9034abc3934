import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxSourceNames } from '../../src/sandbox/sandbox-sources.ts';
import { deskNames } from '../../src/sandbox/world/world.ts';
import type { TestGateway } from '../support/gateway-over.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';

const day = 86_400_000;

let restoreClock: () => void;
let gateway: SandboxGateway;
beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  gateway = await openSandboxGateway({ size: 0.1, limits: { maxCost: 100_000 } });
});
afterAll(async () => {
  await gateway.close();
  restoreClock();
});

/** What rows of each list have, by what may take calls of its own. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  conversations: [
    'note dueAt transcript visit { country } customFields { code }',
    'messages { nodes { text } }',
    'customer { name email phones createdAt }',
    'customer { groups { name } }',
    'customer { customFields { code } }',
    'assignee { name email role }',
    'assignee { departments { name } websites { name } availability { online } }',
    'department { name availability { online } }',
    'department { agents { name } }',
    'tags { name color }',
    'satisfactionRating { welcome }',
    'transactions { reference }',
  ],
  customers: ['name phones role createdAt', 'groups { name }', 'customFields { code }'],
  agents: [
    'name email role avatarUrl',
    'departments { name }',
    'websites { name }',
    'availability { online }',
  ],
  departments: ['name', 'availability { online }', 'agents { name }'],
  tags: ['name color archived'],
  websites: ['name url', 'agents { name }'],
  customerGroups: ['name color'],
  companies: ['name customFields { code }'],
  articles: ['title url'],
  satisfactionRatings: ['welcome conversation { id }'],
  transactions: ['reference conversation { id }'],
};

const lists = Object.entries(fieldsOf).flatMap(([list, fields]) => fields.map((field) => ({ list, field })));

/** Lists of a span of time. It is given, as one up to now would be another one with every second. */
const dated: ReadonlySet<string> = new Set([
  'conversations',
  'customers',
  'satisfactionRatings',
  'transactions',
]);
const span = `createdAfter: "${ago(20)}", createdBefore: "${ago(0)}"`;

function ago(days: number): string {
  return new Date(calmDay - days * day).toISOString();
}

/** Calls that a query made, and those that its cost told. */
async function callsOf(of: TestGateway, source: string, document: string, headers = {}) {
  gateway.forgetCalls();
  const { extensions, errors } = await of.query(document, {}, headers);
  expect(errors.filter(({ extensions: { code } }) => code !== 'UNSUPPORTED')).toEqual([]);
  const { cost } = (extensions ?? {}) as { readonly cost?: { readonly upstreamCalls: number } };
  return { made: gateway.calls(source).length, told: cost?.upstreamCalls ?? 0 };
}

describe.each(deskNames)('what is read of %s', (desk) => {
  const source = sandboxSourceNames[desk];

  it.each(lists)('takes no more calls than its cost tells: $list with $field', async ({ list, field }) => {
    const fresh = gateway.another({ everySource: { cacheSeconds: { list: 3600, directory: 3600 } } });
    const filter = `sources: ["${source}"] ${dated.has(list) ? span : ''}`;
    const documentOf = (fields: string) =>
      `{ ${list}(first: 10, filter: { ${filter} }) { nodes { ${fields} } } }`;
    // The first answers may be those that show in which order the vendor lists.
    await callsOf(fresh, source, documentOf('id'));
    const plain = await callsOf(fresh, source, documentOf('id'), { 'cache-control': 'no-cache' });
    expect(plain.made).toBeLessThanOrEqual(plain.told);
    // The list is kept now, so that what is called is for the field.
    const more = await callsOf(fresh, source, documentOf(`id ${field}`));
    expect(more.made).toBeLessThanOrEqual(more.told - plain.told);
  });
});
