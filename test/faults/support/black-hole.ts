import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

const listener =
  "require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, function () { console.log(this.address().port) })";

/**
 * A port that answers no attempt to connect for the running test: its process is stopped and its queue of new
 * connections is full, so that the kernel drops what comes.
 */
export async function openBlackHole(): Promise<number> {
  const child = spawn(process.execPath, ['-e', listener], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(line.toString());
  child.kill('SIGSTOP');
  const fillers: Socket[] = [];
  onTestFinished(() => {
    fillers.forEach((socket) => socket.destroy());
    child.kill('SIGKILL');
  });
  for (let misses = 0; misses < 2;) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    fillers.push(socket);
    const taken = await Promise.race([once(socket, 'connect').then(() => true), sleep(100, false)]);
    misses = taken ? 0 : misses + 1;
  }
  return port;
}
