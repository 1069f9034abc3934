import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect } from 'vitest';
import { stringify } from 'yaml';
import { openShared } from '../../../src/cli/open-shared.ts';
import { openSources } from '../../../src/cli/open-sources.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import type { SourceRegistry } from '../../../src/contract/helpdesk-source.ts';
import { GatewayMetrics } from '../../../src/metrics/gateway-metrics.ts';
import type { Emulator } from '../../../src/sandbox/emulator.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import { runGateway } from '../../../src/server/running-gateway.ts';
import { vendors } from '../../../src/vendors/index.ts';
import { canaryKeys, leaksIn } from './canaries.ts';
import { openFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { send, type TimedReply } from './post.ts';

/** The names of the sources behind the gateway, one a vendor. */
export const sourceNames = ['support', 'shop', 'tickets', 'legacy'] as const;
export type SourceName = (typeof sourceNames)[number];

type Section = Readonly<Record<string, unknown>>;

/** Put over the usual settings. */
export interface BenchSettings {
  readonly server?: Section;
  readonly cache?: Section;
  readonly sources?: Partial<Readonly<Record<SourceName, Section>>>;
  readonly everySource?: Section;
}

/** A GraphQL error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (number | string)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** The answer to a query. */
export interface BenchAnswer<Data> extends TimedReply {
  readonly data: Data;
  readonly errors: readonly AnswerError[];
  readonly explain: { readonly total: Readonly<Record<string, number>> } | undefined;
}

/** A gateway that listens, with everything it says collected. */
export interface BenchGateway {
  readonly origin: string;
  readonly sources: SourceRegistry;
  /** Milliseconds that a request may take. */
  readonly deadlineMs: number;
  ask<Data>(
    document: string,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<BenchAnswer<Data>>;
  stop(): Promise<void>;
}

/** Four emulated help desks, each behind a proxy that can break, and gateways in front of them. */
export interface FaultBench {
  readonly sandbox: Sandbox;
  readonly proxies: Readonly<Record<SourceName, FaultProxy>>;
  readonly emulators: Readonly<Record<SourceName, Emulator>>;
  open(settings?: BenchSettings): Promise<BenchGateway>;
  /** The `sources` section of a configuration with these settings. */
  sources(settings?: BenchSettings): Record<string, Section>;
  /** What gateways logged and answered since the last `forget`, and how much of it there was in all. */
  readonly said: { readonly log: string; readonly answers: string; readonly characters: number };
  /** Ends the faults of proxies and emulators. */
  mend(): Promise<void>;
  /** Searches what was said for credentials, then forgets it and what was counted. */
  forget(): void;
  close(): Promise<void>;
}

/** Short times, so that a dead vendor does not take the suite long. */
export const times = { timeoutMs: 500, lateAfterMs: 700, requestTimeoutMs: 1500 };

/** Starts the bench. */
export async function openFaultBench(size = 0.05): Promise<FaultBench> {
  const sandbox = await startSandbox({
    size,
    accounts: {
      liveagent: { apiKey: canaryKeys.support },
      iadvize: { apiKey: canaryKeys.shop },
      livechat: { apiKey: canaryKeys.tickets },
      zazachat: { apiKey: canaryKeys.legacy },
    },
  });
  const byName = Object.fromEntries(Object.values(sandbox.emulators).map((one) => [one.name, one]));
  const emulators = byName as Record<SourceName, Emulator>;
  const opened = await Promise.all(
    sourceNames.map(async (name) => [name, await openFaultProxy(emulators[name].port)] as const),
  );
  return new Bench(sandbox, Object.fromEntries(opened) as Record<SourceName, FaultProxy>, emulators);
}

class Bench implements FaultBench {
  readonly sandbox: Sandbox;
  readonly proxies: FaultBench['proxies'];
  readonly emulators: FaultBench['emulators'];
  readonly said = { log: '', answers: '', characters: 0 };

  constructor(sandbox: Sandbox, proxies: FaultBench['proxies'], emulators: FaultBench['emulators']) {
    this.sandbox = sandbox;
    this.proxies = proxies;
    this.emulators = emulators;
  }

  sources(settings: BenchSettings = {}): Record<string, Section> {
    return Object.fromEntries(
      sourceNames.map((name) => {
        const url = new URL(String(this.sandbox.sources[name]?.['url']));
        url.port = String(this.proxies[name].port);
        return [
          name,
          {
            ...this.sandbox.sources[name],
            url: url.href.replace(/\/$/, ''),
            apiKey: canaryKeys[name],
            timeoutMs: times.timeoutMs,
            ...settings.everySource,
            ...settings.sources?.[name],
          },
        ];
      }),
    );
  }

  async open(settings: BenchSettings = {}): Promise<BenchGateway> {
    const { lateAfterMs, requestTimeoutMs } = times;
    const text = stringify({
      server: {
        port: 0,
        lateAfterMs,
        requestTimeoutMs,
        drainSeconds: 1,
        logLevel: 'trace',
        ...settings.server,
      },
      ...(settings.cache ? { cache: settings.cache } : {}),
      sources: this.sources(settings),
    });
    const config = loadConfig({ file: 'faults', text, environment: {}, vendors });
    const log = pino(
      { level: 'trace' },
      new Writable({ write: (chunk, _, done) => (this.#logged(chunk), done()) }),
    );
    const metrics = new GatewayMetrics();
    const shared = openShared(config, log, metrics);
    const sources = openSources(config, shared.openTransport);
    const { outcomes, answers, close: closeShared } = shared;
    await shared.settled;
    const gateway = await runGateway({ config, sources, log, outcomes, answers, metrics, closeShared });
    const deadlineMs = config.server.requestTimeoutMs;
    return {
      origin: gateway.origin,
      sources,
      deadlineMs,
      ask: (document, variables = {}, headers = {}) =>
        this.#ask(gateway.origin, deadlineMs, { query: document, variables }, headers),
      stop: async () => {
        this.#answered(await metricsOf(gateway.origin));
        await gateway.stop();
      },
    };
  }

  async mend(): Promise<void> {
    for (const name of sourceNames) {
      this.emulators[name].faults.clear();
      this.proxies[name].clear();
      await this.proxies[name].up();
    }
  }

  forget(): void {
    expect(leaksOf(this), 'C4: credentials given away').toEqual([]);
    for (const name of sourceNames) {
      this.proxies[name].forget();
      this.emulators[name].calls.clear();
    }
    this.said.log = '';
    this.said.answers = '';
  }

  async close(): Promise<void> {
    await Promise.all(sourceNames.map((name) => this.proxies[name].close()));
    await this.sandbox.close();
  }

  async #ask<Data>(
    origin: string,
    deadlineMs: number,
    body: object,
    headers: Readonly<Record<string, string>>,
  ): Promise<BenchAnswer<Data>> {
    const reply = await send({ origin, body, deadlineMs, headers });
    this.#answered(reply.body);
    const {
      data,
      errors = [],
      extensions,
    } = JSON.parse(reply.body) as {
      data: Data;
      errors?: readonly AnswerError[];
      extensions?: Pick<BenchAnswer<Data>, 'explain'>;
    };
    return { ...reply, data, errors, explain: extensions?.explain };
  }

  #logged(chunk: Buffer): void {
    this.said.log += chunk.toString();
    this.said.characters += chunk.length;
  }

  #answered(text: string): void {
    this.said.answers += text;
    this.said.characters += text.length;
  }
}

async function metricsOf(origin: string): Promise<string> {
  return (await send({ origin, path: '/metrics', deadlineMs: 1000 })).body;
}

/** Names of the credentials that a bench's gateways gave away, in whatever form. */
export function leaksOf({ said }: FaultBench): readonly string[] {
  return leaksIn(`${said.log}\n${said.answers}`, canaryKeys);
}

/** E-mail addresses of the made-up customers that got into the log. */
export function peopleInLog({ sandbox, said }: FaultBench): readonly string[] {
  const people = Object.values(sandbox.world.desks).flatMap(({ customers }) => customers);
  return people.flatMap(({ email }) => (email && said.log.includes(email) ? [email] : []));
}
