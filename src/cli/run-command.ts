import { constants } from 'node:os';
import { ConfigError } from '../config/config-error.ts';
import { check } from './check.ts';
import { readCommandLine, type CommandLine } from './command-line.ts';
import { OutputError, print } from './print.ts';
import { printSchema } from './schema.ts';
import { sandbox } from './sandbox.ts';
import { start } from './start.ts';
import type { StopSignal } from './stop-signal.ts';
import { usage, UsageError } from './usage.ts';
import { version } from '../server/version.ts';

/** Commands that go on until they are told to stop. */
const lastingCommands = { start, sandbox } as const;
/** Commands that end by themselves. */
const passingCommands = { check, schema: printSchema } as const;

/**
 * Exit codes after sysexits.h: for a configuration that cannot be used (EX_CONFIG), an output that cannot be written
 * (EX_IOERR) and a command line that cannot be understood (EX_USAGE).
 */
const exitCodes = { config: 78, output: 74, usage: 64 };

/** Runs the command that the words after the program's name name, and gives the exit code. */
export async function runCommand(words: readonly string[], stop: StopSignal): Promise<number> {
  // Whoever prints gets the error, too; unheard, the event would end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    return await run(readCommandLine(words), stop);
  } catch (error) {
    const [message, code] = refusalOf(error);
    process.stderr.write(`${message}\n`);
    // What was opened before may still be listening and would keep the process alive.
    return process.exit(code);
  }
}

/** What to print about an error, and the exit code. Throws the error again when it is a fault of the program. */
function refusalOf(error: unknown): [message: string, code: number] {
  if (error instanceof ConfigError) return [error.message, exitCodes.config];
  if (error instanceof UsageError) return [`${error.message}\n\n${usage}`, exitCodes.usage];
  if (error instanceof OutputError) return [error.message, exitCodes.output];
  const refusal = listeningRefused(error);
  if (refusal === null) throw error;
  return [refusal, 1];
}

async function run(line: CommandLine, stop: StopSignal): Promise<number> {
  if (line.command === 'start' || line.command === 'sandbox') {
    return (await stop.isReceived()) ? 0 : lastingCommands[line.command](line.options, stop);
  }
  // What is cut short must not pass for done; the code is the one that shells tell for a process that a signal ended.
  void stop.received.then((signal) => process.exit(128 + constants.signals[signal]));
  await stop.isReceived();
  if ('options' in line) return passingCommands[line.command](line.options);
  await print(line.command === 'version' ? `${version}\n` : usage);
  return 0;
}

/** What to print when an address cannot be listened on; null for any other error. */
function listeningRefused(error: unknown): string | null {
  const { syscall, code, address, port, hostname } = error as NodeJS.ErrnoException & {
    readonly address?: string;
    readonly port?: number;
    readonly hostname?: string;
  };
  if (syscall === 'getaddrinfo') {
    return `cannot listen on ${hostname}: there is no host of that name; choose another with HOST or server.host`;
  }
  if (syscall !== 'listen') return null;
  // Of a port that may be any there is no number yet.
  const place = `cannot listen on ${address}${port === undefined ? '' : `:${port}`}`;
  if (code === 'EADDRINUSE') {
    return `${place}: the port is taken; choose another with PORT, server.port or --port-base`;
  }
  if (code === 'EADDRNOTAVAIL') {
    return `${place}: this machine has no such address; choose another with HOST or server.host`;
  }
  return `${place}: the system refuses it (${code ?? 'unknown cause'}); choose another with HOST and PORT, or in the file`;
}
