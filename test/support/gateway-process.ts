import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Answer } from './gateway-over.ts';

const root = join(import.meta.dirname, '..', '..');
const main = join(root, 'src', 'cli', 'main.ts');
/** Where Node keeps what it has compiled, so that the next process starts sooner. */
const compiled = join(root, 'node_modules', '.cache', 'compiled');

/** A gateway in a process of its own. */
export interface GatewayProcess {
  /** `http://host:port`. */
  readonly origin: string;
  /** Everything it has printed, to both outputs. */
  readonly output: string;
  query(document: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  signal(name: NodeJS.Signals): void;
  /** Tells it to stop, waits for its end and gives its exit code. */
  close(): Promise<number | null>;
}

/** A configuration. */
export interface GatewayProcessSettings {
  readonly [key: string]: unknown;
  /** `rehearse` is false unless it is given. */
  readonly server?: object;
}

/**
 * Starts `deskgraph start` with a configuration file on a free port, and waits until it says that it is ready. `within`:
 * a command of the shell in which the gateway stands as `"$@"`.
 */
export async function startGatewayProcess(
  { server, ...config }: GatewayProcessSettings,
  environment: Readonly<Record<string, string>> = {},
  within = 'exec "$@"',
): Promise<GatewayProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  const file = join(folder, 'deskgraph.yaml');
  writeFileSync(file, stringify({ ...config, server: { rehearse: false, ...server } }));
  const words = ['-c', within, 'sh', process.execPath, main, 'start', '--config', file];
  const child = spawn('sh', words, {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: '0', NODE_COMPILE_CACHE: compiled, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').finally(() => rmSync(folder, { recursive: true, force: true }));
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const onText = (text: string): void => {
      output += text;
      const found = /^GraphQL\s+(?<origin>http:\/\/[^/\s]+)[\s\S]*^Ready\./m.exec(output);
      if (found) resolve(found.groups?.['origin'] ?? '');
    };
    child.stdout.setEncoding('utf8').on('data', onText);
    child.stderr.setEncoding('utf8').on('data', onText);
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}:\n${output}`)));
  });
  return {
    origin,
    get output() {
      return output;
    },
    query: (document, variables = {}, headers = {}) => query(origin, { query: document, variables }, headers),
    signal: (name) => void child.kill(name),
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

async function query(
  origin: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const { data, errors = [], extensions } = JSON.parse(text) as Partial<Answer>;
  return { status: response.status, data, errors, extensions, text };
}
