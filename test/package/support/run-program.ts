import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The environment without what npm told this process, and with this Node.js first. */
export const cleanEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_ENV$|VITEST)/i.test(name)),
  ),
  PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
};

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly standard: string;
  readonly errors: string;
}

/** Runs a program to its end. */
export async function run(folder: string, program: string, ...given: string[]): Promise<Ended> {
  const options = { cwd: folder, env: cleanEnvironment, maxBuffer: 50_000_000 };
  try {
    const { stdout, stderr } = await execute(program, given, options);
    return { code: 0, standard: stdout, errors: stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof code !== 'number') throw error;
    return { code, standard: stdout, errors: stderr };
  }
}

/** Runs a program that must end well, and gives what it printed. */
export async function runWell(folder: string, program: string, ...given: string[]): Promise<string> {
  const { code, standard, errors } = await run(folder, program, ...given);
  if (code !== 0) throw new Error(`${program} ${given.join(' ')} ended with ${code}:\n${standard}${errors}`);
  return standard;
}

/** A gateway in a process of its own. */
export interface StartedGateway {
  /** `http://host:port`. */
  readonly origin: string;
  /** Tells it to stop and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts a program that is a gateway, and waits until it says where it listens. */
export async function startGateway(
  folder: string,
  [program = '', ...given]: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<StartedGateway> {
  const child = spawn(program, given, {
    cwd: folder,
    env: { ...cleanEnvironment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const origin = await originIn(child);
  return {
    origin,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}

function originIn(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const onText = (text: string): void => {
      output += text;
      const found = /^GraphQL\s+(?<origin>http:\/\/[^/\s]+)[\s\S]*^Ready\./m.exec(output);
      if (found) resolve(found.groups?.['origin'] ?? '');
    };
    child.stdout?.setEncoding('utf8').on('data', onText);
    child.stderr?.setEncoding('utf8').on('data', onText);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}:\n${output}`)));
  });
}
