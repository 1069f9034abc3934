import type { Emulator, EmulatorHandler } from './emulator.ts';
import type { IadvizeAccount } from './iadvize/iadvize-account.ts';
import { createIadvizeEmulator } from './iadvize/iadvize-emulator.ts';
import type { LiveAgentAccount } from './liveagent/liveagent-account.ts';
import { createLiveAgentEmulator } from './liveagent/liveagent-emulator.ts';
import type { LivechatAccount } from './livechat/livechat-account.ts';
import { createLivechatEmulator } from './livechat/livechat-emulator.ts';
import { openEmulator } from './open-emulator.ts';
import type { SandboxSource } from './sandbox-sources.ts';
import { sandboxCredentials, sandboxSource, sandboxSourceNames } from './sandbox-sources.ts';
import { createWorld } from './world/create-world.ts';
import { deskNames, type DeskName, type World } from './world/world.ts';
import type { ZazachatAccount } from './zazachat/zazachat-account.ts';
import { createZazachatEmulator } from './zazachat/zazachat-emulator.ts';

/** The account settings of each emulator. */
interface DeskAccounts {
  readonly liveagent: LiveAgentAccount;
  readonly iadvize: IadvizeAccount;
  readonly livechat: LivechatAccount;
  readonly zazachat: ZazachatAccount;
}

/** Quirks and credentials that differ from the usual ones. */
export type SandboxAccounts = { readonly [Desk in DeskName]?: Partial<DeskAccounts[Desk]> };

/** Which sandbox to start. */
export interface SandboxOptions<Name extends DeskName = DeskName> {
  /** @default 1 */
  readonly seed?: number | undefined;
  /** 1 = about 3,000 conversations. @default 1 */
  readonly size?: number | undefined;
  /** What the emulators' clocks show at the start, in milliseconds since 1970; they run on. @default Date.now() */
  readonly now?: number;
  /** First of the neighbouring ports, one for each desk in the order of `deskNames`. @default free ones */
  readonly portBase?: number;
  /** Address to listen on. @default 127.0.0.1 */
  readonly host?: string;
  /** Other addresses for some of the desks. */
  readonly hosts?: Partial<Record<DeskName, string>>;
  /** Starts only these. @default all */
  readonly desks?: readonly Name[];
  readonly accounts?: SandboxAccounts;
}

/** A running sandbox. */
export interface Sandbox<Name extends DeskName = DeskName> {
  readonly world: World;
  readonly emulators: Readonly<Record<Name, Emulator>>;
  /** `sources` of a configuration file for these emulators, by source name. */
  readonly sources: Readonly<Record<string, SandboxSource>>;
  close(): Promise<void>;
}

function createHandlers(
  world: World,
  now: () => number,
  accounts: SandboxAccounts,
): Readonly<Record<DeskName, () => EmulatorHandler>> {
  const { desks } = world;
  const usual = sandboxCredentials;
  return {
    liveagent: () =>
      createLiveAgentEmulator(desks.liveagent, { ...usual.liveagent, now, ...accounts.liveagent }),
    iadvize: () => createIadvizeEmulator(desks.iadvize, { ...usual.iadvize, now, ...accounts.iadvize }),
    livechat: () => createLivechatEmulator(desks.livechat, { ...usual.livechat, now, ...accounts.livechat }),
    zazachat: () => createZazachatEmulator(desks.zazachat, { ...usual.zazachat, now, ...accounts.zazachat }),
  };
}

/** Starts emulated help desks over one made-up world. When a port is taken it rejects, and leaves nothing open. */
export async function startSandbox<Name extends DeskName = DeskName>(
  options: SandboxOptions<Name> = {},
): Promise<Sandbox<Name>> {
  const { seed = 1, size = 1, now = Date.now(), host = '127.0.0.1', portBase } = options;
  const world = createWorld({ seed, size, now });
  const startedAt = Date.now();
  const handlers = createHandlers(world, () => now + (Date.now() - startedAt), options.accounts ?? {});
  const wanted = deskNames.filter((desk) => (options.desks ?? deskNames).some((name) => name === desk));
  const opened = await Promise.allSettled(
    wanted.map((desk) =>
      openEmulator(handlers[desk](), {
        name: sandboxSourceNames[desk],
        host: options.hosts?.[desk] ?? host,
        port: portBase === undefined ? 0 : portBase + deskNames.indexOf(desk),
      }),
    ),
  );
  const running = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  async function close(): Promise<void> {
    await Promise.all(running.map((emulator) => emulator.close()));
  }
  const failed = opened.find((result) => result.status === 'rejected');
  if (failed) {
    await close();
    throw failed.reason;
  }
  return {
    world,
    emulators: Object.fromEntries(running.map((one) => [one.vendor, one])) as Record<Name, Emulator>,
    sources: Object.fromEntries(running.map((one) => [one.name, sandboxSource(one.vendor, one.origin)])),
    close,
  };
}
