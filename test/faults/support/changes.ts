import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { encodeGlobalId } from '../../../src/contract/global-id.ts';
import type { Emulator } from '../../../src/sandbox/emulator.ts';
import type { BenchGateway } from './bench-gateway.ts';
import { canaryKeys } from './canaries.ts';
import type { FaultBench, SourceName } from './fault-bench.ts';
import type { FaultProxy } from './fault-proxy.ts';

/** A source that is about to break. */
export interface Broken {
  readonly name: SourceName;
  readonly proxy: FaultProxy;
  readonly emulator: Emulator;
}

/** What breaks a source. */
export type Inject = (broken: Broken) => Promise<void> | void;

/** Sources whose vendor takes changes. */
export const writers = ['support', 'shop', 'tickets'] as const;
type Writer = (typeof writers)[number];

type Desks = FaultBench['sandbox']['world']['desks'];

/** A change of one vendor, known by its mark in what the help desk keeps. */
interface MarkedChange {
  readonly mutation: string;
  readonly input: (mark: string, desks: Desks) => object;
  /** Method and path of the call that makes it. */
  readonly call: RegExp;
  /** How often the help desk has it. */
  readonly made: (mark: string, desks: Desks) => number;
  /** A fault that strikes once may strike a read that comes before the call: then the change is made. @default false */
  readonly readsFirst?: boolean;
}

const markedChanges: Readonly<Record<Writer, MarkedChange>> = {
  support: {
    mutation: 'conversationNoteAdd',
    input: (note, { liveagent }) => {
      const key = liveagent.conversations[0]?.id ?? '';
      return { conversationId: encodeGlobalId({ type: 'Conversation', source: 'support', key }), note };
    },
    call: /^POST .*\/messages/,
    made: (mark, { liveagent }) =>
      liveagent.conversations.flatMap(({ entries }) => entries).filter(({ text }) => text === mark).length,
  },
  // A change by GET.
  shop: {
    mutation: 'agentCreate',
    input: (name) => ({
      source: 'shop',
      name,
      email: `${name}@example.com`,
      password: canaryKeys.newAgent,
    }),
    call: /^GET .*\/createAccount/,
    made: (mark, { iadvize }) => iadvize.agents.filter(({ firstName }) => firstName === mark).length,
    readsFirst: true,
  },
  tickets: {
    mutation: 'tagCreate',
    input: (name) => ({ source: 'tickets', name }),
    call: /^POST .*\/tags/,
    made: (mark, { livechat }) => livechat.tags.filter(({ name }) => name === mark).length,
  },
};

/** What became of one sending of a change. */
interface Attempt {
  /** Code of the error; null = all went well. */
  readonly code: string | null;
  /** Calls to the vendor that could have made it. */
  readonly sent: number;
  /** How often the help desk has it since it was first sent. */
  readonly made: number;
}

/** A change that was sent three times with one `clientMutationId`: twice while its source was broken, once after. */
export interface TriedChange {
  readonly source: Writer;
  readonly broken: readonly [Attempt, Attempt];
  readonly mended: Attempt;
}

/** A fault that changes are tried under. */
export interface ChangesTrial {
  readonly bench: FaultBench;
  readonly gateway: BenchGateway;
  readonly inject: Inject;
  readonly lift?: (() => Promise<void> | void) | undefined;
}

/** Breaks every source that takes changes, has each make one, mends them, and has each make it again. */
export async function tryChanges({ bench, gateway, inject, lift }: ChangesTrial): Promise<TriedChange[]> {
  const trials = writers.map((name) => ({ name, send: sender(bench, gateway, name) }));
  const all = () => Promise.all(trials.map(({ send }) => send()));
  await breakAll(bench, inject);
  const first = await all();
  const again = await all();
  await bench.mend();
  await lift?.();
  const mended = await Promise.all(trials.map(({ send }) => sentOnceClosed(send)));
  return trials.map(({ name: source }, at) => ({
    source,
    broken: [first[at] as Attempt, again[at] as Attempt],
    mended: mended[at] as Attempt,
  }));
}

/** Makes a change; makes it again while its source is left alone, which on a slow machine may be for a moment. */
async function sentOnceClosed(send: () => Promise<Attempt>): Promise<Attempt> {
  for (let left = 50; ; left -= 1) {
    const attempt = await send();
    if (attempt.code !== 'CIRCUIT_OPEN' || left === 0) return attempt;
    await sleep(200);
  }
}

async function breakAll({ proxies, emulators }: FaultBench, inject: Inject): Promise<void> {
  for (const name of writers) await inject({ name, proxy: proxies[name], emulator: emulators[name] });
}

function sender(bench: FaultBench, gateway: BenchGateway, name: Writer): () => Promise<Attempt> {
  const { mutation, input, call, made } = markedChanges[name];
  const mark = `fault-${randomUUID()}`;
  const { desks } = bench.sandbox.world;
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const document = `mutation Change($input: ${type}) { change: ${mutation}(input: $input) { userErrors { message } } }`;
  const variables = { input: { ...input(mark, desks), clientMutationId: mark } };
  const count = (lines: readonly string[]) => lines.filter((line) => call.test(line)).length;
  /** Calls that were seen on the way, and those of the emulator's own ledger: some faults hide them from one. */
  const seen = () => {
    const calls = bench.emulators[name].calls.list();
    return [count(bench.proxies[name].requests), count(calls.map(({ method, path }) => `${method} ${path}`))];
  };
  return async () => {
    const before = seen();
    const { data, errors } = await gateway.ask<{ change: { userErrors: object[] } | null }>(
      document,
      variables,
    );
    const code = errors[0]?.extensions.code ?? (data.change?.userErrors.length === 0 ? null : 'userErrors');
    const sent = Math.max(...seen().map((now, at) => now - (before[at] ?? 0)));
    return { code, sent, made: made(mark, desks) };
  };
}

/** C10: no change is sent twice, and what became of it is told, with one of these codes; null = it was made. */
export function expectChangesTold(tried: readonly TriedChange[], codes: readonly (string | null)[]): void {
  for (const { source, broken, mended } of tried) {
    const { readsFirst = false } = markedChanges[source];
    expect(readsFirst ? [...codes, null] : codes, `C10: told by ${source}`).toContain(broken[0].code);
    let settled: string | null | undefined;
    for (const attempt of [...broken, mended]) {
      const told = `C10: ${source} tells ${attempt.code}`;
      expect(attempt.sent, `${told}, calls`).toBeLessThanOrEqual(settled === undefined ? 1 : 0);
      if (settled !== undefined) expect(attempt.code, told).toBe(settled);
      if (attempt.code === null) expect(attempt.made, `${told}, made`).toBe(1);
      else expect(attempt.made, `${told}, made`).toBeLessThanOrEqual(attempt.code === unknown ? 1 : 0);
      if (attempt.code === null || attempt.code === unknown) settled = attempt.code;
    }
    // What was known not to have happened can be done once the vendor is well.
    if (settled === undefined) expect(['UPSTREAM_RATE_LIMITED'], `C10: ${source}`).toContain(mended.code);
  }
}

const unknown = 'OUTCOME_UNKNOWN';
