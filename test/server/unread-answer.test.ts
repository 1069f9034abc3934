import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('an answer that nobody reads does not end the process before the wait for it does', async () => {
  const file = join(import.meta.dirname, '..', '..', 'src', 'server', 'in-flight.ts');
  const script = `
    const { InFlight } = await import(${JSON.stringify(file)});
    const inFlight = new InFlight();
    const headers = { 'content-type': 'text/event-stream' };
    await inFlight.addAnswer(new Response('unread', { headers }));
    await inFlight.ended(50);
    console.log('ended');
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout).toBe('ended\n');
});
