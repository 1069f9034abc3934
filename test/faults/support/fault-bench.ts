import { expect } from 'vitest';
import { stringify } from 'yaml';
import type { Emulator } from '../../../src/sandbox/emulator.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import { openBenchGateway, type BenchGateway } from './bench-gateway.ts';
import { canaryKeys, leaksIn } from './canaries.ts';
import { openFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { roomyTimes } from '../../support/roomy-times.ts';

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
  /** Sources are called by their name and this. @default by address */
  readonly domain?: string;
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

/** For faults of something else than help desks. */
export const patient = { server: roomyTimes.server, everySource: roomyTimes.source };

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
        if (settings.domain) url.hostname = `${name}${settings.domain}`;
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
    return openBenchGateway(text, {
      logged: (chunk) => this.#logged(chunk),
      answered: (said) => this.#answered(said),
    });
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

  #logged(chunk: Buffer): void {
    this.said.log += chunk.toString();
    this.said.characters += chunk.length;
  }

  #answered(text: string): void {
    this.said.answers += text;
    this.said.characters += text.length;
  }
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
