import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** A process of the bench that listens on a port. */
export interface Child {
  readonly origin: string;
  /** Sends a message and waits for the answer. */
  ask<Reply>(message: object): Promise<Reply>;
  /** Sends a message that has no answer. */
  tell(message: object): void;
  /** What it has cost so far. */
  cost(): ProcessCost;
  stop(): Promise<void>;
}

/** What a process has cost. */
export interface ProcessCost {
  readonly cpuSeconds: number;
  readonly memoryMb: number;
  /** Since it was started. */
  readonly peakMemoryMb: number;
}

const ticksPerSecond = 100;

/** Servers run on the first core, everything else of the bench on the second, where there are two and a way to say so. */
export const isPinned = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

/** Moves this process off the core of the servers. */
export function leaveServerCore(): void {
  if (isPinned) spawnSync('taskset', ['-acp', '1', String(process.pid)]);
}

/** Starts a file of the bench and waits until it says its port. */
export async function startChild(
  file: string,
  parameters: readonly string[],
  { core, flags = [] }: { readonly core: 0 | 1; readonly flags?: readonly string[] },
): Promise<Child> {
  const command = [process.execPath, ...flags, file, ...parameters];
  const [program = '', ...rest] = isPinned ? ['taskset', '-c', String(core), ...command] : command;
  const child = spawn(program, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const { port } = await answerOf<{ port: number }>(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    ask(message) {
      const answer = answerOf(child);
      child.send(message);
      return answer as Promise<never>;
    },
    tell: (message) => void child.send(message),
    cost: () => costOf(child.pid ?? 0),
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function answerOf<Reply>(child: ChildProcess): Promise<Reply> {
  const done = new AbortController();
  const { signal } = done;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('a process of the bench ended early');
  });
  ended.catch(() => {});
  const [message] = (await Promise.race([once(child, 'message', { signal }), ended])) as [Reply];
  done.abort();
  return message;
}

function costOf(pid: number): ProcessCost {
  // The name in brackets may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024;
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
    memoryMb: megabytes('VmRSS'),
    peakMemoryMb: megabytes('VmHWM'),
  };
}
