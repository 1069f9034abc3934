import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

/** A gateway in a process of its own, over the sandbox. */
export interface GatewayProcess {
  /** `http://host:port`. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Starts `deskgraph start` with options on a free port, and waits until it says that it is ready. Without options it has
 * no configuration.
 */
export async function startProcess(options: readonly string[] = ['--size', '0.2']): Promise<GatewayProcess> {
  const environment = { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [main, 'start', ...options], {
    cwd: import.meta.dirname,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const onText = (text: string): void => {
      output += text;
      if (/^Ready\./m.test(output)) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', onText);
    child.stderr.setEncoding('utf8').on('data', onText);
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}:\n${output}`)));
  });
  await ready;
  const origin = /^GraphQL\s+(?<origin>http:\/\/[^/\s]+)/m.exec(output)?.groups?.['origin'];
  if (!origin) throw new Error(`the gateway did not say where it listens:\n${output}`);
  return {
    origin,
    close: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
