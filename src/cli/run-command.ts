import { parseArgs } from 'node:util';
import { ConfigError } from '../config/config-error.ts';
import { check } from './check.ts';
import { printSchema } from './schema.ts';
import { sandbox } from './sandbox.ts';
import { start } from './start.ts';
import { version } from './version.ts';

const usage = `deskgraph ${version}: one GraphQL graph over several help desks

  deskgraph start [--config FILE]       start the gateway; without a configuration, the sandbox and the gateway
  deskgraph check [--config FILE]       check the configuration and call each source once, read-only
  deskgraph sandbox [--port-base N]     start the four emulated help desks alone
  deskgraph schema [--federation]       print the schema; with --federation as a subgraph of Apollo Federation 2,
                                        with --json as introspection tells it

  Options of start (without a configuration) and sandbox:
    --seed N     the made-up world to show (default 1)
    --size N     how large it is, 1 = 3,000 conversations (default 1)

  Without --config the file is the one named by DESKGRAPH_CONFIG, else ./deskgraph.yaml.
`;

const commands = { start, check, sandbox, schema: printSchema } as const;

/** The exit code for a configuration or call that cannot be used (EX_CONFIG, EX_USAGE of sysexits.h). */
const exitCodes = { config: 78, usage: 64 };

/** Runs the command that the command line names, and gives the exit code. */
export async function runCommand(): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        config: { type: 'string', short: 'c' },
        federation: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean', default: false },
        'port-base': { type: 'string' },
        seed: { type: 'string' },
        size: { type: 'string' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return exitCodes.usage;
  }
  const { values, positionals } = parsed;
  if (values.version) return print(`${version}\n`);
  if (values.help) return print(usage);
  const [name = 'start', ...rest] = positionals;
  if (!(name in commands) || rest.length > 0) {
    process.stderr.write(`unknown command: ${positionals.join(' ')}\n\n${usage}`);
    return exitCodes.usage;
  }
  try {
    return await commands[name as keyof typeof commands]({
      configFile: values.config,
      portBase: numberOption('port-base', values['port-base']),
      federation: values.federation,
      json: values.json,
      seed: numberOption('seed', values.seed),
      size: numberOption('size', values.size),
    });
  } catch (error) {
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      return exitCodes.config;
    }
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return exitCodes.usage;
    }
    const refusal = listeningRefused(error);
    if (refusal === null) throw error;
    process.stderr.write(`${refusal}\n`);
    // What was opened before is still listening: nothing else would end the process.
    return process.exit(1);
  }
}

/** What to say when an address cannot be listened on; null for any other error. */
function listeningRefused(error: unknown): string | null {
  const { syscall, code, address, port } = error as NodeJS.ErrnoException & {
    readonly address?: string;
    readonly port?: number;
  };
  if (syscall !== 'listen') return null;
  const cause =
    code === 'EADDRINUSE' ? 'the port is taken' : `the system refuses it (${code ?? 'unknown cause'})`;
  return `cannot listen on ${address}:${port}: ${cause}; choose another with PORT, server.port or --port-base`;
}

class UsageError extends Error {}

function numberOption(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(`--${name} expects a number, but got: ${text}`);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}
