import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

/** Where black holes are; other servers of the tests listen on 127.0.0.1. */
export const blackHoleAddress = '127.0.0.2';

const listener =
  "require('net').createServer().listen({ port: process.argv[1], host: process.argv[2], backlog: 1 }, () => { console.log('listens') })";

const holes = new Set<number>();

/**
 * Makes a port of 127.0.0.2 one that answers no attempt to connect for the running test: its process is stopped and its queue of new
 * connections is full, so that the kernel drops what comes.
 */
export async function openBlackHole(port: number): Promise<void> {
  if (holes.has(port)) return;
  holes.add(port);
  const child = spawn(process.execPath, ['-e', listener, String(port), blackHoleAddress], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGSTOP');
  const fillers: Socket[] = [];
  onTestFinished(() => {
    fillers.forEach((socket) => socket.destroy());
    child.kill('SIGKILL');
    holes.delete(port);
  });
  for (let misses = 0; misses < 2;) {
    const socket = connect(port, blackHoleAddress).on('error', () => {});
    fillers.push(socket);
    const taken = await Promise.race([once(socket, 'connect').then(() => true), sleep(100, false)]);
    misses = taken ? 0 : misses + 1;
  }
}
