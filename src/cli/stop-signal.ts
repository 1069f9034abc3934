import { setImmediate as nextTurn } from 'node:timers/promises';

/** The signals that tell a program to stop; SIGHUP comes when its terminal is closed. */
const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** A signal that tells a program to stop. */
export type StopSignalName = (typeof signals)[number];

/** Whether the program has been told to stop. */
export interface StopSignal {
  /** Resolves with the first signal to stop. */
  readonly received: Promise<StopSignalName>;
  /** Whether a signal has come, also while the program was too busy to hear of it. */
  isReceived(): Promise<boolean>;
}

/** Listens for signals to stop from now on, so that none ends the process by itself; a second one ends it with 1. */
export function listenForStop(): StopSignal {
  let isReceived = false;
  const received = new Promise<StopSignalName>((resolve) => {
    for (const signal of signals) {
      process.on(signal, () => {
        if (isReceived) process.exit(1);
        isReceived = true;
        resolve(signal);
      });
    }
  });
  return {
    received,
    async isReceived() {
      // The event loop tells of signals once in each turn, and the first of these may be past that.
      await nextTurn();
      await nextTurn();
      return isReceived;
    },
  };
}
