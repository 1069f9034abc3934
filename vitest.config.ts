import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of faults that measure no times, so that others may run beside them. */
const faultsWithoutTimes = [
  'altered-answers',
  'changes',
  'drain',
  'erasure',
  'hostile-input',
  'inbox-economy',
  'mutation-soak',
  'scarcity',
  'stored-values',
  'tenants',
].map((name) => `test/faults/${name}.test.ts`);

const slow = ['test/browser/**', 'test/faults/**', 'test/package/**'];

// The file that Node loads: otherwise tests and libraries would each have a graphql of their own.
const resolve = {
  alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
};

// What is waited for comes when the machine gets to it; a test that waits in vain fails all the same.
const expect = { poll: { timeout: 30_000 } };

export default defineConfig({
  test: {
    globalSetup: './test/support/temporary-folder.ts',
    // Much of the time is spent waiting for processes and timers, so one more than there are cores of a small machine.
    maxWorkers: 3,
    reporters: [
      'default',
      './test/faults/support/fault-table-reporter.ts',
      './test/closing-line-reporter.ts',
    ],
    projects: [
      {
        resolve,
        test: {
          name: 'main',
          include: ['test/**/*.test.ts'],
          exclude: slow,
          // Loading the gateway anew for every file took a third of the time; no test leaves anything behind in it.
          isolate: false,
          // Many start processes, which takes long on a machine that is busy with other things.
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect,
        },
      },
      {
        resolve,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 240_000,
          // Each starts a browser and a gateway before its first test.
          hookTimeout: 240_000,
          maxWorkers: 2,
          expect,
        },
      },
      {
        resolve,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: faultsWithoutTimes,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          expect,
          fileParallelism: false,
        },
      },
      {
        resolve,
        test: {
          name: 'faults-side-by-side',
          include: faultsWithoutTimes,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          expect,
          maxWorkers: 2,
          // After those that measure times.
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          expect,
          fileParallelism: false,
        },
      },
    ],
  },
});
