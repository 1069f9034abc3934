import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child-process.ts';
import { LoadClient } from './load.ts';
import { pageBody, typenameBody, type PageAnswer } from './query.ts';
import type { Stub } from './stub-client.ts';
import { liveTargets, startTarget, type TargetName } from './targets.ts';

/** Figures of one target in one scenario, by name. */
export type Figures = Readonly<Record<string, number>>;

/** What a scenario is run with. */
export interface ScenarioSetting {
  readonly target: TargetName;
  readonly stub: Stub;
  readonly isQuick: boolean;
  /** The bytes of the page of 50, for the server that only repeats them. */
  readonly pageText: string;
}

/** One thing that is measured. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly targets: readonly TargetName[];
  readonly run: (setting: ScenarioSetting) => Promise<Figures>;
}

const delayed = 20;
const busyConnections = 32;
const allButRaw = liveTargets;

/** Everything that is measured. */
export const scenarios: readonly Scenario[] = [
  { id: 'S1', title: 'new process, pages of 50, 20 ms a call', targets: allButRaw, run: pages },
  {
    id: 'S2',
    title: 'new process, 200 identical queries at once, page of 10, 20 ms a call',
    targets: allButRaw,
    run: storm,
  },
  {
    id: 'S3',
    title: 'the same page of 50 all the time, 32 connections, 0 ms',
    targets: [...allButRaw, 'gateway revalidating', 'raw http'],
    run: samePage,
  },
  {
    id: 'S3d',
    title: '32 different pages of 50, one a connection, 0 ms',
    targets: [...allButRaw, 'gateway revalidating'],
    run: differentPages,
  },
  { id: 'S4', title: '{ __typename }, 32 connections', targets: [...allButRaw, 'raw http'], run: typename },
  { id: 'S5', title: 'first page of 10, 50, 200 and 500, 20 ms a call', targets: allButRaw, run: sizes },
  {
    id: 'S6',
    title: 'documents never seen before (names and literals differ), page of 10, 8 at a time, 0 ms',
    targets: allButRaw,
    run: documents,
  },
  {
    id: 'S7',
    title: 'the same page of 50 again after its list is no longer fresh, 20 ms a call',
    targets: ['naive yoga', 'hand plan', 'gateway'],
    run: again,
  },
];

/** Runs work against a fresh process, with one client. */
async function withTarget<T>(
  { target, stub }: ScenarioSetting,
  {
    delay,
    connections = 8,
    listSeconds,
  }: { readonly delay: number; readonly connections?: number; readonly listSeconds?: number },
  work: (client: LoadClient, child: Child) => Promise<T>,
): Promise<T> {
  stub.delay(delay);
  const child = await startTarget(target, stub.origin, listSeconds);
  const client = new LoadClient(child.origin, connections);
  try {
    await stub.count();
    return await work(client, child);
  } finally {
    await client.close();
    await child.stop();
  }
}

async function askPage(client: LoadClient, body: string) {
  const { status, text, milliseconds } = await client.ask(body);
  const answer = JSON.parse(text) as PageAnswer & { readonly errors?: unknown };
  if (status !== 200 || answer.errors) throw new Error(`a page was refused: ${text.slice(0, 500)}`);
  return {
    milliseconds,
    endCursor: answer.data.conversations.pageInfo.endCursor,
    rows: answer.data.conversations.nodes.length,
  };
}

function pages(setting: ScenarioSetting): Promise<Figures> {
  return withTarget(setting, { delay: delayed }, async (client) => {
    const first = await askPage(client, pageBody({ first: 50 }));
    const { calls: firstCalls } = await setting.stub.count();
    const next: number[] = [];
    let after = first.endCursor;
    for (let page = 0; page < 9; page += 1) {
      const { milliseconds, endCursor } = await askPage(client, pageBody({ first: 50, after }));
      next.push(milliseconds);
      after = endCursor;
    }
    const { calls } = await setting.stub.count();
    return {
      'first ms': first.milliseconds,
      'next ms': median(next),
      'first calls': firstCalls,
      'next calls': calls / 9,
    };
  });
}

function storm(setting: ScenarioSetting): Promise<Figures> {
  return withTarget(setting, { delay: delayed, connections: 200 }, async (client) => {
    const began = performance.now();
    const replies = await Promise.all(Array.from({ length: 200 }, () => client.ask(pageBody({ first: 10 }))));
    const wall = performance.now() - began;
    const { calls, connections } = await setting.stub.count();
    const failures = replies.filter(({ status }) => status !== 200).length;
    return { 'wall ms': wall, calls, sockets: connections, failures };
  });
}

/** Load for a while, with what it costs the process and the vendor. */
async function busy(
  { stub }: ScenarioSetting,
  load: {
    readonly client: LoadClient;
    readonly child: Child;
    readonly seconds: number;
    readonly bodyOf: (connection: number) => string;
  },
): Promise<Figures> {
  const { client, child, seconds, bodyOf } = load;
  await client.sustain(busyConnections, seconds / 4, bodyOf);
  await stub.count();
  const before = child.cost();
  const { perSecond, p99, requests, failures } = await client.sustain(busyConnections, seconds, bodyOf);
  const { cpuSeconds, peakMemoryMb } = child.cost();
  const { calls } = await stub.count();
  return {
    'req/s': perSecond,
    'p99 ms': p99,
    'CPU s/1000': ((cpuSeconds - before.cpuSeconds) / requests) * 1000,
    'calls/1000': Math.round((calls / requests) * 1000),
    'peak MB': peakMemoryMb,
    failures,
  };
}

function samePage(setting: ScenarioSetting): Promise<Figures> {
  return withTarget(setting, { delay: 0, connections: busyConnections }, async (client, child) => {
    if (setting.target === 'raw http') await child.ask({ body: setting.pageText });
    const seconds = setting.isQuick ? 2 : 10;
    return busy(setting, { client, child, seconds, bodyOf: () => pageBody({ first: 50 }) });
  });
}

function differentPages(setting: ScenarioSetting): Promise<Figures> {
  return withTarget(setting, { delay: 0, connections: busyConnections }, async (client, child) => {
    const bodies = [pageBody({ first: 50 })];
    while (bodies.length < busyConnections) {
      const { endCursor } = await askPage(client, bodies.at(-1) ?? '');
      bodies.push(pageBody({ first: 50, after: endCursor }));
    }
    const seconds = setting.isQuick ? 2 : 10;
    return busy(setting, { client, child, seconds, bodyOf: (connection) => bodies[connection] ?? '' });
  });
}

function typename(setting: ScenarioSetting): Promise<Figures> {
  return withTarget(setting, { delay: 0, connections: busyConnections }, (client, child) =>
    busy(setting, { client, child, seconds: setting.isQuick ? 1.5 : 5, bodyOf: () => typenameBody }),
  );
}

async function sizes(setting: ScenarioSetting): Promise<Figures> {
  const figures: Record<string, number> = {};
  for (const first of [10, 50, 200, 500]) {
    await withTarget(setting, { delay: delayed }, async (client) => {
      // Another page comes before, so that the process is not at its start.
      const { endCursor: after } = await askPage(client, pageBody({ first: 10 }));
      await setting.stub.count();
      const { milliseconds, rows } = await askPage(client, pageBody({ first, after }));
      if (rows !== first) throw new Error(`expected ${first} rows, got ${rows}`);
      figures[`${first} ms`] = milliseconds;
      figures[`${first} calls`] = (await setting.stub.count()).calls;
    });
  }
  return figures;
}

function documents(setting: ScenarioSetting): Promise<Figures> {
  const count = setting.isQuick ? 200 : 2000;
  return withTarget(setting, { delay: 0 }, async (client, child) => {
    const before = child.cost();
    let asked = 0;
    const work = async () => {
      for (asked += 1; asked <= count; asked += 1) {
        const own = { operationName: `Page${asked}`, messages: 50 + (asked % 900) };
        await client.ask(pageBody({ first: 10, ...own }));
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    const after = child.cost();
    await sleep(2000);
    return {
      'MB before': before.memoryMb,
      'MB peak': after.peakMemoryMb,
      'MB at rest': child.cost().memoryMb,
      'CPU s/1000': ((after.cpuSeconds - before.cpuSeconds) / count) * 1000,
    };
  });
}

function again(setting: ScenarioSetting): Promise<Figures> {
  return withTarget(setting, { delay: delayed, listSeconds: 1 }, async (client) => {
    await askPage(client, pageBody({ first: 50 }));
    // Past the second of freshness and the half second in which a stale list is still handed out.
    await sleep(1900);
    await setting.stub.count();
    const { milliseconds } = await askPage(client, pageBody({ first: 50 }));
    return { ms: milliseconds, calls: (await setting.stub.count()).calls };
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
