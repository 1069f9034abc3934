import { once } from 'node:events';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { stringify } from 'yaml';
import type { CommandOptions } from './options.ts';

/** The ports of the emulators when none are asked for. */
const defaultPortBase = 4100;

/** Starts the four emulated help desks and prints the configuration to use them. */
export async function sandbox({ portBase = defaultPortBase, seed, size }: CommandOptions): Promise<number> {
  const running = await startSandbox({ portBase, seed, size });
  process.stdout.write('Four emulated help desks are running. A configuration for them:\n\n');
  process.stdout.write(`${stringify({ sources: running.sources })}\n`);
  process.stdout.write('Faults on demand: POST /__control/faults at any of them. Stop with Ctrl-C.\n');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await running.close();
  return 0;
}
