import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxSourceNames } from '../../src/sandbox/sandbox-sources.ts';
import type { Answer, TestGateway } from '../support/gateway-over.ts';
import { mutate } from '../support/mutation-answer.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { readCoverage } from './coverage-table.ts';
import { changeable, lists, reports, single, tagDeletion } from './documents.ts';
import { sampleChanges } from './sample-changes.ts';

const coverage = readCoverage();

let restoreClock: () => void;
let gateway: SandboxGateway;
let older: SandboxGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  const settings = { size: 0.05, limits: { maxCost: 100_000 } };
  gateway = await openSandboxGateway(settings);
  const accounts = { liveagent: { withoutEntries: true, withoutTagColumn: true } };
  older = await openSandboxGateway({ ...settings, accounts });
});

afterAll(async () => {
  await Promise.all([gateway.close(), older.close()]);
  restoreClock();
});

interface Explained {
  readonly cost: { readonly upstreamCalls: number };
  readonly explain: {
    readonly sources: readonly {
      readonly source: string;
      readonly calls: readonly { readonly operation: string }[];
    }[];
  };
}

const explained = { 'x-deskgraph-explain': '1' };

/** The labels of the calls that were made to a source. */
function labelsOf({ extensions }: Answer, source: string): readonly string[] {
  const { sources } = (extensions as Explained).explain;
  return sources.find((each) => each.source === source)?.calls.map(({ operation }) => operation) ?? [];
}

/** Runs a document past the cache; gives its data and the labels of the calls made to a source. */
async function run(of: TestGateway, source: string, document: string, variables: object) {
  const answer = await of.query(document, variables, { ...explained, 'cache-control': 'no-cache' });
  return { data: answer.data, labels: labelsOf(answer, source) };
}

type Listed = Readonly<Record<string, { readonly nodes: readonly Row[] }>>;
interface Row {
  readonly id: string;
  readonly customer: { readonly id: string } | null;
}

it.each(coverage)('makes every read that the table has of $title, and no other', async ({ vendor, rows }) => {
  const source = sandboxSourceNames[vendor];
  const first = await run(gateway, source, lists, { of: [source] });
  const listed = first.data as Listed;
  const conversations = listed['conversations']?.nodes ?? [];
  const ids = {
    source,
    conversation: conversations[0]?.id,
    customer: conversations.find(({ customer }) => customer)?.customer?.id,
    agent: listed['agents']?.nodes[0]?.id ?? conversations[0]?.id,
  };
  const tag = listed['tags']?.nodes[0]?.id;
  const all = [
    first,
    await run(older, source, lists, { of: [source] }),
    await run(gateway, source, reports, { of: [source] }),
    await run(gateway, source, single, ids),
    ...(tag ? [await run(gateway, source, tagDeletion, { id: tag })] : []),
  ];
  const called = [...new Set(all.flatMap(({ labels }) => labels))].sort();
  const served = rows.flatMap(({ kind, labels = [] }) => (kind === 'read' ? labels : []));
  expect(called).toEqual([...new Set(served)].sort());
});

it.each(coverage)('has in the table of $title what its adapter can change', ({ vendor, rows }) => {
  const source = gateway.sources.get(sandboxSourceNames[vendor]);
  const made = Object.keys(source?.mutations ?? {}).map((name) => `Mutation.${name}`);
  const served = rows.flatMap(({ kind, serves = [] }) => (kind === 'write' ? serves : []));
  expect([...new Set(served)].sort()).toEqual(made.sort());
});

it.each(coverage)('makes every change that the table has of $title', async ({ vendor, rows }) => {
  const source = sandboxSourceNames[vendor];
  const listed = (await gateway.query(changeable, { of: [source] })).data as Listed;
  const idOf = (list: string, place = 0) => listed[list]?.nodes[place]?.id ?? '';
  const changes = sampleChanges[vendor](source, idOf);
  const tried = new Set(changes.map(({ name }) => name));
  expect([...tried].sort()).toEqual(Object.keys(gateway.sources.get(source)?.mutations ?? {}).sort());
  const called = new Set<string>();
  const dear: string[] = [];
  for (const { name, input, selection, result } of changes) {
    const { payload, answer } = await mutate(gateway, name, input, selection, explained);
    expect(answer.errors, name).toEqual([]);
    expect(payload, name).toMatchObject({ userErrors: [], ...result });
    const labels = labelsOf(answer, source);
    for (const label of labels) called.add(label);
    const { upstreamCalls } = (answer.extensions as Explained).cost;
    if (upstreamCalls < labels.length) dear.push(`${name}: ${labels.join(', ')}, but told ${upstreamCalls}`);
  }
  const served = rows.flatMap(({ kind, labels = [] }) => (kind === 'write' ? labels : []));
  expect(served.filter((label) => !called.has(label))).toEqual([]);
  expect(dear, 'take no more calls than their cost').toEqual([]);
});
