#!/usr/bin/env node
/** The oldest Node.js that can run the program. */
const oldest = 24;

const { node } = process.versions;
if (Number.parseInt(node, 10) >= oldest) {
  // Loaded only now: an older Node.js cannot even read some of it.
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand();
} else {
  process.stderr.write(`deskgraph needs Node.js ${oldest} or newer, but this is Node.js ${node}\n`);
  process.exitCode = 1;
}
