import { expect } from 'vitest';
import type { BenchAnswer, BenchGateway } from './bench-gateway.ts';
import { patient, type FaultBench, type SourceName } from './fault-bench.ts';

/** A row of the inbox as it is compared. */
export interface Row {
  readonly id: string;
  readonly source: { readonly name: string };
}

/** The newest conversations of all sources. */
export interface Inbox {
  readonly conversations: {
    readonly nodes: readonly Row[];
    readonly sources: readonly {
      readonly source: { readonly name: string };
      readonly state: string;
      readonly error: { readonly code: string } | null;
    }[];
  } | null;
}

/** One conversation with what was said. */
export interface Single {
  readonly conversation: object | null;
}

/** How everything looks while nothing is broken. */
export interface Reference {
  readonly inbox: Inbox;
  /** Conversations of the source that is about to break. */
  readonly ids: readonly string[];
  readonly single: Single;
}

const rowFields = 'id vendorId subject status createdAt source { name } customer { email }';
const inboxQuery = `query Inbox {
  conversations(first: 60) { nodes { ${rowFields} } sources { source { name } state error { code } } }
}`;
const singleQuery = `query Single($id: ID!) {
  conversation(id: $id) { id subject messages(first: 5) { nodes { text } } }
}`;
const idsQuery = `query Ids($source: String!) {
  conversations(first: 100, filter: { sources: [$source] }) { nodes { id } }
}`;
export function askInbox(gateway: BenchGateway): Promise<BenchAnswer<Inbox>> {
  return gateway.ask<Inbox>(inboxQuery);
}

export function askSingle(gateway: BenchGateway, id: string | undefined): Promise<BenchAnswer<Single>> {
  return gateway.ask<Single>(singleQuery, { id });
}

export function rowsOf({ conversations }: Inbox, source: string): readonly Row[] {
  return conversations?.nodes.filter((row) => row.source.name === source) ?? [];
}

const references = new WeakMap<FaultBench, Map<SourceName, Promise<Reference>>>();

/** How everything looks while nothing is broken: asked once a bench, by a gateway of its own. */
export async function lookAround(bench: FaultBench, source: SourceName): Promise<Reference> {
  await bench.mend();
  const known = references.get(bench) ?? new Map<SourceName, Promise<Reference>>();
  references.set(bench, known);
  const reference = known.get(source) ?? readAll(bench, source);
  known.set(source, reference);
  return reference;
}

async function readAll(bench: FaultBench, source: SourceName): Promise<Reference> {
  const gateway = await bench.open(patient);
  try {
    const inbox = await askInbox(gateway);
    const listed = await gateway.ask<Inbox>(idsQuery, { source });
    const ids = listed.data.conversations?.nodes.map(({ id }) => id) ?? [];
    const single = await askSingle(gateway, ids[0]);
    expect([...inbox.errors, ...listed.errors, ...single.errors]).toEqual([]);
    return { inbox: inbox.data, ids, single: single.data };
  } finally {
    await gateway.stop();
  }
}
