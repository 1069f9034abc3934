import type { Reporter, TestModule } from 'vitest/node';

/** What a fault's test tells of it: `task.meta.fault`. */
export interface FaultFigure {
  /** What was measured, in words. */
  readonly figure: string;
}

declare module 'vitest' {
  interface TaskMeta {
    fault?: FaultFigure;
  }
}

const faultName = /^(?<id>[FG]\d\d)\b/;

/** Prints which faults the gateway survived, with what was measured, when a run had any. */
export default class FaultTableReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules
      .flatMap((module) => [...module.children.allTests()])
      .filter(({ name }) => faultName.test(name));
    if (tests.length === 0) return;
    const rows = tests
      .map((test) => ({
        fault: test.name,
        survived: { passed: 'yes', failed: 'NO', skipped: 'skipped', pending: 'skipped' }[
          test.result().state
        ],
        figure: test.meta().fault?.figure ?? '',
      }))
      .sort((one, other) => (one.fault < other.fault ? -1 : 1));
    const width = Math.max(...rows.map(({ fault }) => fault.length));
    const lines = rows.map(
      ({ fault, survived, figure }) => `${fault.padEnd(width)}  ${survived.padEnd(8)}  ${figure}`,
    );
    const survivors = rows.filter(({ survived }) => survived === 'yes').length;
    const head = `${'FAULT'.padEnd(width)}  SURVIVED  FIGURE`;
    process.stdout.write(`\n${[head, ...lines].join('\n')}\n${survivors} of ${rows.length} survived\n`);
  }
}
