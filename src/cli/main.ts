#!/usr/bin/env node
import { listenForStop } from './stop-signal.ts';

/** The oldest Node.js that can run the program. */
const oldest = 24;

const { node } = process.versions;
if (Number.parseInt(node, 10) >= oldest) {
  // Before the rest is loaded, which takes a while: a signal would end the process, and be lost to the first one of a
  // container.
  const stop = listenForStop();
  // Loaded only now: an older Node.js cannot even read some of it.
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2), stop);
} else {
  process.stderr.write(`deskgraph needs Node.js ${oldest} or newer, but this is Node.js ${node}\n`);
  process.exitCode = 1;
}
