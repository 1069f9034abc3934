import { startSandbox } from '../sandbox/start-sandbox.ts';
import { stringify } from 'yaml';
import type { CommandOptions } from './options.ts';
import { announce } from './print.ts';
import type { StopSignal } from './stop-signal.ts';

/** The ports of the emulators when none are asked for. */
const defaultPortBase = 4100;

/**
 * Starts the emulated help desks and prints the configuration to use them, which the output as a whole is; ends when
 * told to stop.
 */
export async function sandbox(
  { portBase = defaultPortBase, seed, size }: CommandOptions,
  stop: StopSignal,
): Promise<number> {
  const running = await startSandbox({ portBase, seed, size });
  await announce(
    [
      '# Emulated help desks are running. A configuration for them:\n',
      stringify({ sources: running.sources }),
      '# Faults on demand: POST /__control/faults at any of them. Stop with Ctrl-C.\n',
    ].join('\n'),
  );
  await stop.received;
  await running.close();
  return 0;
}
