import { join } from 'node:path';
import { startChild, type Child } from './child-process.ts';

/** What is measured, in the order of the table. */
export const targetNames = [
  'naive yoga',
  'hand plan',
  'gateway uncached',
  'gateway',
  'gateway revalidating',
  'raw http',
] as const;

/** Name of a target. */
export type TargetName = (typeof targetNames)[number];

/** The one that all others are compared with. */
export const baseline: TargetName = 'naive yoga';

/** As `npm start` and the Dockerfile have it. */
const gatewayFlags = ['--max-semi-space-size=16'];

/** Targets that answer queries from the stub; the raw server only repeats bytes. */
export const liveTargets: readonly TargetName[] = targetNames.slice(0, 4);

/** Starts a target in a process of its own. `listSeconds`: how long the gateway takes a list for fresh. */
export function startTarget(name: TargetName, stubOrigin: string, listSeconds = 10): Promise<Child> {
  const files: Readonly<Record<TargetName, readonly [file: string, ...parameters: string[]]>> = {
    'naive yoga': ['naive-yoga.ts', stubOrigin],
    'hand plan': ['hand-plan.ts', stubOrigin],
    'gateway uncached': ['gateway.ts', stubOrigin, 'no-caches'],
    gateway: ['gateway.ts', stubOrigin, 'caches', String(listSeconds)],
    'gateway revalidating': ['gateway.ts', stubOrigin, 'caches', '0'],
    'raw http': ['raw-http.ts'],
  };
  const [file, ...parameters] = files[name];
  return startChild(join(import.meta.dirname, 'targets', file), parameters, {
    core: 0,
    flags: name.startsWith('gateway') ? gatewayFlags : [],
  });
}
