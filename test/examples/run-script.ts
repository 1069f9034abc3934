import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a script ended. */
export interface ScriptEnd {
  readonly code: number | null;
  /** Everything it printed, to both outputs. */
  readonly output: string;
}

/** Runs a script to its end, with nothing of this process's environment but what is given. */
export async function runScript(
  file: string,
  environment: Readonly<Record<string, string>>,
): Promise<ScriptEnd> {
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
