import type { CallContext } from '../../src/contract/call-context.ts';
import type { ConversationReader } from '../../src/contract/conversation-reader.ts';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import type { Emulator } from '../../src/sandbox/emulator.ts';
import { sandboxSourceNames } from '../../src/sandbox/sandbox-sources.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Desk } from '../../src/sandbox/world/world.ts';
import { openGateway } from '../support/gateway-over.ts';
import { rowsOfDesk, type WorldRow } from '../support/world-rows.ts';
import type { AccountVariant } from './accounts.ts';
import { roomyTimes } from '../support/roomy-times.ts';

/** An emulated account with its real adapter, over loopback HTTP. */
export interface OpenAccount {
  readonly source: HelpdeskSource;
  readonly conversations: ConversationReader;
  readonly emulator: Emulator;
  readonly desk: Desk;
  /** All that the account holds, as its wire can tell it. */
  rows(): WorldRow[];
  /** Another source over the same account, with nothing cached. */
  again(settings?: Readonly<Record<string, unknown>>): HelpdeskSource;
  close(): Promise<void>;
}

/** Starts the account of a variant. `size` of the world: 1 = some hundred conversations. */
export async function openAccount(
  { desk, accounts, settings }: AccountVariant,
  { size = 0.1, now = Date.now() }: { readonly size?: number; readonly now?: number } = {},
): Promise<OpenAccount> {
  const sandbox = await startSandbox({ desks: [desk], accounts, size, now });
  const name = sandboxSourceNames[desk];
  const closing: (() => Promise<void>)[] = [];
  const again: OpenAccount['again'] = (other = {}) => {
    const everySource = { retries: 0, ...settings, ...other };
    const gateway = openGateway(sandbox.sources, { everySource });
    closing.push(() => gateway.close());
    return gateway.sources.get(name)!;
  };
  const source = again();
  return {
    source,
    conversations: source.conversations!,
    emulator: sandbox.emulators[desk],
    desk: sandbox.world.desks[desk],
    rows: () => rowsOfDesk(sandbox.world, desk),
    again,
    async close() {
      await Promise.all(closing.map((close) => close()));
      await sandbox.close();
    },
  };
}

/** What a request gives a source. */
export function requestContext(parts: Partial<CallContext> = {}): CallContext {
  return {
    signal: new AbortController().signal,
    deadline: Date.now() + roomyTimes.server.requestTimeoutMs,
    bypassCache: false,
    ...parts,
  };
}
