import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { servePage } from './server.ts';

/** Starts a gateway over the sandbox, or over deskgraph.yaml where there is one, and the page in front of it. */
const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const gateway = spawn(process.execPath, [main, 'start', ...process.argv.slice(2)], {
  // A group of its own: a terminal's Ctrl-C would reach it twice, and a second signal ends it at once.
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(gateway, 'exit');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => gateway.kill(signal));

const origin = await Promise.race([ready(), ended.then(() => null)]);
if (origin) {
  const page = await servePage({
    gateway: origin,
    port: Number(process.env['INBOX_PORT'] ?? 4080),
    apiKey: process.env['GATEWAY_KEY'],
  }).catch((error: unknown) => {
    gateway.kill();
    process.stderr.write(`${(error as Error).message}; choose another port with INBOX_PORT\n`);
    process.exitCode = 1;
  });
  if (page) {
    process.stdout.write(`Inbox      ${page.origin} (open it in a browser)\n`);
    await ended;
    await page.close();
  }
}
const [code] = (await ended) as [number | null];
process.exitCode ||= code ?? 1;

/** Passes on what the gateway prints, and tells where it listens as soon as it says that it is ready. */
async function ready(): Promise<string | null> {
  let output = '';
  return new Promise((resolve) => {
    gateway.stdout.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text);
      output += text;
      const found = /^GraphQL\s+(?<origin>http:\/\/[^/\s]+)[\s\S]*^Ready\./m.exec(output);
      if (found) resolve(found.groups?.['origin'] ?? null);
    });
  });
}
