import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

/** A folder without a configuration file. */
export const emptyFolder = mkdtempSync(join(tmpdir(), 'deskgraph-'));

/** The program as a process of its own. */
export interface RunningCommand {
  /** What it printed so far. */
  readonly printed: { standard: string; errors: string };
  /** Waits until it has printed something; fails when it ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  signal(name: 'SIGHUP' | 'SIGINT' | 'SIGTERM'): void;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it, whatever it is doing. */
  kill(): Promise<void>;
}

const openCommands = new Set<RunningCommand>();

/**
 * Starts the program with these arguments and, beside what every process needs, this environment only. What it prints
 * can be had, or goes into an open file.
 */
export function startCommand(
  commandArguments: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder = emptyFolder,
  output: number | 'pipe' = 'pipe',
): RunningCommand {
  const child = spawn(process.execPath, [program, ...commandArguments], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', output, 'pipe'],
  });
  const printed = { standard: '', errors: '' };
  child.stdout?.on('data', (chunk: Buffer) => (printed.standard += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed.errors += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const command: RunningCommand = {
    printed,
    ended,
    async until(pattern) {
      for (;;) {
        const match = pattern.exec(printed.standard) ?? pattern.exec(printed.errors);
        if (match) return match;
        const end = child.exitCode ?? child.signalCode;
        if (end !== null) throw new Error(`ended with ${end}: ${printed.standard}${printed.errors}`);
        await sleep(20);
      }
    },
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL');
      await ended;
      openCommands.delete(command);
    },
  };
  openCommands.add(command);
  return command;
}

/** Runs the program to its end. */
export async function runCommand(
  commandArguments: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder = emptyFolder,
): Promise<{ code: number | null; standard: string; errors: string }> {
  const command = startCommand(commandArguments, environment, folder);
  const code = await command.ended;
  openCommands.delete(command);
  return { code, ...command.printed };
}

/** Ends every process that is still running. */
export async function killCommands(): Promise<void> {
  await Promise.all([...openCommands].map((command) => command.kill()));
}
