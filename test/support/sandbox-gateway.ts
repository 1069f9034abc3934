import type { RecordedCall } from '../../src/sandbox/emulator.ts';
import { startSandbox, type Sandbox, type SandboxAccounts } from '../../src/sandbox/start-sandbox.ts';
import { sandboxSourceNames } from '../../src/sandbox/sandbox-sources.ts';
import type { DeskName } from '../../src/sandbox/world/world.ts';
import { openGateway, type GatewaySettings, type TestGateway } from './gateway-over.ts';

/** Which sandbox stands behind the gateway, and how the gateway is configured. */
export interface SandboxGatewayOptions extends GatewaySettings {
  /** @default 0.1, about 300 conversations */
  readonly size?: number;
  /** @default 1 */
  readonly seed?: number;
  readonly accounts?: SandboxAccounts;
}

/** A call that reached an emulator, with the name of the source it was for. */
export interface SourceCall extends RecordedCall {
  readonly source: string;
}

/** A gateway in front of four emulated help desks. */
export interface SandboxGateway extends TestGateway {
  readonly sandbox: Sandbox;
  readonly world: Sandbox['world'];
  readonly emulators: Sandbox['emulators'];
  /** Calls that reached the emulators since the last `forgetCalls`, by source. */
  calls(source?: string): readonly SourceCall[];
  forgetCalls(): void;
  /** Another gateway over the same sandbox, with nothing cached and other settings. */
  another(settings?: GatewaySettings): TestGateway;
}

/** Starts a small sandbox and a gateway in front of it, all in this process. */
export async function openSandboxGateway(options: SandboxGatewayOptions = {}): Promise<SandboxGateway> {
  const { size = 0.1, seed = 1, accounts = {}, ...settings } = options;
  const sandbox = await startSandbox({ size, seed, accounts });
  const gateway = openGateway(sandbox.sources, settings);
  const opened: TestGateway[] = [gateway];
  const emulators = Object.values(sandbox.emulators);
  return {
    ...gateway,
    sandbox,
    world: sandbox.world,
    emulators: sandbox.emulators,
    calls: (wanted) =>
      emulators
        .filter(({ name }) => wanted === undefined || name === wanted)
        .flatMap((emulator) => emulator.calls.list().map((call) => ({ ...call, source: emulator.name }))),
    forgetCalls: () => emulators.forEach(({ calls }) => calls.clear()),
    another(other = {}) {
      const further = openGateway(sandbox.sources, { ...settings, ...other });
      opened.push(further);
      return further;
    },
    async close() {
      await Promise.all(opened.map((each) => each.close()));
      await sandbox.close();
    },
  };
}

/** The desks with the names of their sources. */
export const desksBySource = Object.entries(sandboxSourceNames).map(([desk, source]) => ({
  desk: desk as DeskName,
  source,
}));
