import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { AnswerError, BenchAnswer, BenchGateway } from './bench-gateway.ts';
import { collectGarbage } from './collect-garbage.ts';
import { leaksOf, peopleInLog, sourceNames, type FaultBench, type SourceName } from './fault-bench.ts';
import { askInbox, askSingle, rowsOf, type Inbox, type Reference, type Single } from './inbox.ts';
import type { FaultPlan } from './survival.ts';

const mayAmplify = 1.2;
/** Retries that a source has to its credit before it has made any call. */
const openingCredit = 10;
const healthyStates = new Set(['OK']);

/** C2: the rows of a source that is well are there, as they are when all are. */
export function expectComplete(inbox: Inbox, reference: Inbox, name: SourceName): void {
  const expected = rowsOf(reference, name);
  expect(rowsOf(inbox, name).slice(0, expected.length), `C2: rows of ${name}`).toEqual(expected);
  const outcome = inbox.conversations?.sources.find(({ source }) => source.name === name);
  expect(healthyStates.has(outcome?.state ?? ''), `C2: ${name} is told as ${outcome?.state}`).toBe(true);
}

/** C3: what is missing is told, with a code that fits the fault; and nothing is told when nothing may be seen. */
export function expectTold(
  { data }: BenchAnswer<Inbox>,
  singles: readonly BenchAnswer<Single>[],
  { source, codes }: FaultPlan,
): void {
  const outcome = data.conversations?.sources.find((one) => one.source.name === source);
  if (codes.length === 0) expect(outcome, 'C3').toMatchObject({ state: 'OK', error: null });
  else if (outcome?.state !== 'OK') expect(codes, 'C3: outcome').toContain(outcome?.error?.code);
  for (const answer of singles) {
    const missing = answer.data.conversation === null ? ['conversation'] : nullsIn(answer.data.conversation);
    if (missing.length > 0)
      expect(answer.errors.length, `C3: ${missing.join()} without an error`).toBeGreaterThan(0);
    for (const error of answer.errors) {
      expectCoded(error, source);
      expect(codes, `C3: ${error.message}`).toContain(error.extensions.code);
    }
  }
}

function expectCoded({ extensions, path }: AnswerError, source: string): void {
  expect(extensions, 'C3').toMatchObject({
    source,
    vendor: expect.stringMatching(/^[A-Z]+$/),
    retryable: expect.any(Boolean),
    requestId: expect.stringMatching(/./),
  });
  expect(path?.length, 'C3: path').toBeGreaterThan(0);
}

function nullsIn(record: object): string[] {
  return 'messages' in record && record.messages === null ? ['messages'] : [];
}

/** C8: a source that fails is not called more than it would be otherwise. */
export function expectNotMultiplied(calls: number, reads: number): void {
  expect(calls, 'C8: calls').toBeLessThanOrEqual(mayAmplify * reads + openingCredit);
}

/** C6 and C9: everything is as before soon after the fault, also from the cache. */
export async function expectRecovery(
  gateway: BenchGateway,
  reference: Reference,
  within: number,
): Promise<void> {
  await settled(async () => {
    const { data } = await askInbox(gateway);
    expect(data.conversations?.sources.map(({ state }) => state)).toEqual(['OK', 'OK', 'OK', 'OK']);
    const { errors } = await askSingle(gateway, reference.ids[0]);
    expect(errors).toEqual([]);
  }, within);
  for (const round of ['C6', 'C9']) {
    const { data } = await askInbox(gateway);
    for (const name of sourceNames) expectComplete(data, reference.inbox, name);
    const single = await askSingle(gateway, reference.ids[0]);
    expect(single.data, round).toEqual(reference.single);
  }
}

/** C4: no credential in anything that was said, and nobody's address in the log. */
export function expectNothingLeaked(bench: FaultBench): void {
  expect(leaksOf(bench), 'C4: credentials given away').toEqual([]);
  expect(peopleInLog(bench), 'C4: people in the log').toEqual([]);
}

/** What the process holds open, by kind, when it has come to rest. */
export async function resources(): Promise<Readonly<Record<string, number>>> {
  await sleep(20);
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Memory in use, in bytes, without what nobody holds any more. */
export function memoryInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** C7: the fault leaves no memory behind to speak of. Requests hold some until their time is up. */
export async function expectMemoryFreed(before: number): Promise<void> {
  await settled(async () => {
    expect(memoryInUse() / before, 'C7: memory in use, compared to before').toBeLessThanOrEqual(1.05);
  }, 4000);
}

/** C7: no connection, timer or the like stays behind. */
export async function expectNoneLeftOpen(
  { proxies }: FaultBench,
  before: Readonly<Record<string, number>>,
): Promise<void> {
  await settled(async () => {
    const open = sourceNames.map((name) => proxies[name].connections);
    expect(open, 'C7: connections').toEqual(open.map(() => 0));
    const now = await resources();
    for (const kind of ['TCPSocketWrap', 'TCPServerWrap', 'Timeout']) {
      expect(now[kind] ?? 0, `C7: ${kind}`).toBeLessThanOrEqual((before[kind] ?? 0) * 1.05 + 1);
    }
  }, 2000);
}

async function settled(check: () => Promise<void>, within: number): Promise<void> {
  const until = performance.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(40);
    }
  }
}
