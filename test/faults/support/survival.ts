import type { TestContext } from 'vitest';
import { expect } from 'vitest';
import {
  sourceNames,
  type BenchGateway,
  type BenchSettings,
  type FaultBench,
  type SourceName,
} from './fault-bench.ts';
import { askInbox, askSingle, lookAround, tryChange, type Reference } from './inbox.ts';
import * as checks from './ten-checks.ts';

/** A fault of one source and what must come of it. */
export interface FaultPlan {
  /** The source that breaks. */
  readonly source: SourceName;
  readonly settings?: BenchSettings;
  inject(): Promise<void> | void;
  /** Ends the fault, when there is more to it than the proxy and the emulator. */
  lift?(): Promise<void> | void;
  /** Codes that callers may see; empty = they see nothing of the fault. */
  readonly codes: readonly string[];
  /** Codes of a change that was tried meanwhile; left out = no change is tried. */
  readonly change?: readonly string[];
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
  /** Calls to the broken source for the changes that were tried. */
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
    await plan.inject();
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
  const changed = plan.change ? [await tryChange(gateway)] : [];
  const changesSent = proxy.requests.filter((line) => plan.change && line.startsWith('POST')).length;
  const [listed, single] = await Promise.all([askInbox(gateway), askSingle(gateway, reference.ids[0])]);
  const callsBefore = proxy.requests.length;
  const wanted = reference.ids.slice(1, 1 + (plan.burst ?? 40));
  const answers = await Promise.all(wanted.map((id) => askSingle(gateway, id)));
  const calls = proxy.requests.length - callsBefore;
  const all = [...changed, listed, single, ...answers];

  checks.expectInTime(all);
  for (const name of sourceNames) {
    if (name !== plan.source) checks.expectComplete(listed.data, reference.inbox, name);
  }
  checks.expectTold(listed, [single, ...answers], plan);
  checks.expectChangeTold(changed, changesSent, plan);
  checks.expectNotMultiplied(calls, wanted.length);

  const since = performance.now();
  await bench.mend();
  await plan.lift?.();
  await checks.expectRecovery(gateway, reference, plan.recoveryMs ?? 2500);
  return {
    slowest: Math.max(...all.map(({ milliseconds }) => milliseconds)),
    overshoot: Math.max(...all.map(({ overshoot }) => overshoot)),
    amplification: calls / wanted.length,
    changesSent,
    recovery: performance.now() - since,
  };
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
