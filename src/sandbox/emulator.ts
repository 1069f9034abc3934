import type { IncomingHttpHeaders } from 'node:http';
import type { DeskName } from './world/world.ts';

/** A request as an emulator sees it: read to the end, nothing decoded but the path and the query. */
export interface EmulatedRequest {
  readonly method: string;
  /** The path as it was sent, percent signs and all, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body as UTF-8 text; empty when there is none. */
  readonly body: string;
}

/** What an emulator answers. A text body goes out as UTF-8; give bytes for any other encoding. */
export interface EmulatedReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/**
 * One vendor's API, without the network. Each vendor has a factory of the shape
 * `create<Vendor>Emulator(desk: Desk, account: <Vendor>Account): EmulatorHandler`, where the account holds
 * the credentials the emulator accepts, what `EmulatorAccount` has, and the quirks that can be chosen.
 * Writes change the desk.
 */
export interface EmulatorHandler {
  readonly vendor: DeskName;
  handle(request: EmulatedRequest): EmulatedReply | Promise<EmulatedReply>;
  /**
   * What the vendor calls the operation (`GET conversations`, `GetDailyTickets`), for the ledger and for faults to
   * match. Must not contain credentials. Without it: method and path.
   */
  operation?(request: EmulatedRequest): string;
}

/** What every emulator's account settings have in common. */
export interface EmulatorAccount {
  /** The emulator's clock, for "today" and for what writes create. @default Date.now */
  readonly now?: () => number;
}

/** A running emulator. */
export interface Emulator {
  /** The name it was opened under, usually the source's. */
  readonly name: string;
  readonly vendor: DeskName;
  readonly port: number;
  /** `http://host:port`, without a slash at the end. */
  readonly origin: string;
  readonly faults: FaultControl;
  readonly calls: CallLedger;
  /** Ends open connections and stops listening. */
  close(): Promise<void>;
}

/** Something that goes wrong on purpose. Parts can be combined; latency comes first. */
export interface Fault {
  /** Wait this long before anything else. */
  readonly latencyMs?: number;
  /** Answer this status with a short text body instead of calling the emulator. */
  readonly status?: number;
  /** Never answer. */
  readonly hang?: boolean;
  /** Destroy the socket without an answer. */
  readonly reset?: boolean;
  /** Announce the true length but send only this many bytes of the body, then end the connection. */
  readonly truncateBytes?: number;
  /** Send a `Retry-After` header with this value; the status is 429 unless given. */
  readonly retryAfter?: number | string;
  /** Answer 200 with an HTML page. */
  readonly html?: boolean;
  /** How many calls it hits. @default until cleared */
  readonly times?: number;
  /** Hits only calls whose path, query or operation contains this text. @default every call */
  readonly match?: string;
}

/** The faults in force; the first one that matches a call hits it. */
export interface FaultControl {
  /** Replaces all faults by these. */
  set(...faults: readonly Fault[]): void;
  clear(): void;
}

/** One call that reached the emulator, faulted or not. */
export interface RecordedCall {
  readonly method: string;
  /** Path and query, keys and passwords left out. */
  readonly path: string;
  readonly operation: string;
  /** Milliseconds since 1970, by the machine's clock. */
  readonly at: number;
}

/** The last calls, oldest first; calls to the control endpoint are not among them. */
export interface CallLedger {
  list(): readonly RecordedCall[];
  clear(): void;
}
