import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import type { BenchGateway } from './bench-gateway.ts';
import { expectChangesTold, tryChanges, type Inject } from './changes.ts';
import { sourceNames, type BenchSettings, type FaultBench, type SourceName } from './fault-bench.ts';
import { askInbox, askSingle, lookAround, type Reference } from './inbox.ts';
import * as checks from './ten-checks.ts';

/** A fault of one source and what must come of it. */
export interface FaultPlan {
  /** The source that breaks. */
  readonly source: SourceName;
  readonly settings?: BenchSettings;
  readonly inject: Inject;
  /** Ends the fault, when there is more to it than the proxy and the emulator. */
  lift?(): Promise<void> | void;
  /** Codes that callers may see; empty = they see nothing of the fault. */
  readonly codes: readonly string[];
  /**
   * Codes of changes that are tried while every source that takes them has the fault; null = they are made; left out =
   * none is tried.
   */
  readonly change?: readonly (string | null)[];
  /** Different reads of the broken source sent while it is broken. @default 40 */
  readonly burst?: number;
  /** How long the source may take to be used again, in milliseconds. @default 2500 */
  readonly recoveryMs?: number;
}

/** What was measured of a fault. */
export interface Survival {
  /** Longest answer while it lasted, in milliseconds. */
  readonly slowest: number;
  /** Latest answer after the deadline, in milliseconds. */
  readonly overshoot: number;
  /** Calls that reached the broken source for each read that needed one. */
  readonly amplification: number;
  /** Calls to a broken source for one change that was sent twice with one id, at most. */
  readonly changesSent: number;
  /** Milliseconds until everything was as before. */
  readonly recovery: number;
}

interface Trial {
  readonly bench: FaultBench;
  readonly plan: FaultPlan;
  readonly reference: Reference;
}

/** Benches that had a fault: its code is loaded and compiled. */
const warm = new WeakSet<FaultBench>();

/** Breaks a source of a new gateway, looks at what callers get, mends it, and checks all that must hold. */
export async function survive(bench: FaultBench, plan: FaultPlan, test?: TestContext): Promise<Survival> {
  const reference = await lookAround(bench, plan.source);
  const before = checks.memoryInUse();
  // In a function of its own, so that nothing of it is held afterwards.
  const survival = await breakAndMend({ bench, plan, reference });
  if (warm.has(bench)) await checks.expectMemoryFreed(before);
  warm.add(bench);
  if (test) test.task.meta.fault = { figure: figureOf(survival, plan) };
  return survival;
}

async function breakAndMend(trial: Trial): Promise<Survival> {
  const { bench, plan } = trial;
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown): void => void rejections.push(reason);
  process.on('unhandledRejection', onRejection);
  const before = await checks.resources();
  bench.forget();
  const gateway = await bench.open(plan.settings);
  try {
    const { source: name } = plan;
    await plan.inject({ name, proxy: bench.proxies[name], emulator: bench.emulators[name] });
    return await measure(gateway, trial);
  } finally {
    await bench.mend();
    await gateway.stop();
    process.off('unhandledRejection', onRejection);
    expect(rejections, 'C5: unhandled rejections').toEqual([]);
    checks.expectNothingLeaked(bench);
    await checks.expectNoneLeftOpen(bench, before);
  }
}

async function measure(gateway: BenchGateway, { bench, plan, reference }: Trial): Promise<Survival> {
  const proxy = bench.proxies[plan.source];
  const [listed, single] = await Promise.all([askInbox(gateway), askSingle(gateway, reference.ids[0])]);
  const callsBefore = proxy.requests.length;
  const wanted = reference.ids.slice(1, 1 + (plan.burst ?? 40));
  const answers = await Promise.all(wanted.map((id) => askSingle(gateway, id)));
  const calls = proxy.requests.length - callsBefore;
  const all = [listed, single, ...answers];

  for (const name of sourceNames) {
    if (name !== plan.source) checks.expectComplete(listed.data, reference.inbox, name);
  }
  checks.expectTold(listed, [single, ...answers], plan);
  checks.expectNotMultiplied(calls, wanted.length);

  const since = performance.now();
  await bench.mend();
  await plan.lift?.();
  await checks.expectRecovery(gateway, reference, plan.recoveryMs ?? 2500);
  const recovery = performance.now() - since;
  return {
    slowest: Math.max(...all.map(({ milliseconds }) => milliseconds)),
    overshoot: Math.max(...all.map((reply) => reply.overshoot())),
    amplification: calls / wanted.length,
    changesSent: await changesSent(gateway, bench, plan),
    recovery,
  };
}

async function changesSent(
  gateway: BenchGateway,
  bench: FaultBench,
  { inject, lift, change }: FaultPlan,
): Promise<number> {
  if (!change) return 0;
  const tried = await tryChanges({ bench, gateway, inject, lift });
  expectChangesTold(tried, change);
  return Math.max(...tried.map(({ broken: [first, again] }) => first.sent + again.sent));
}

function figureOf(
  { slowest, overshoot, amplification, changesSent, recovery }: Survival,
  plan: FaultPlan,
): string {
  return [
    `slowest ${Math.round(slowest)} ms`,
    `late ${Math.round(overshoot)} ms`,
    `${amplification.toFixed(2)} calls a read`,
    ...(plan.change ? [`change sent ${changesSent}×`] : []),
    `well again in ${Math.round(recovery)} ms`,
  ].join(', ');
}
