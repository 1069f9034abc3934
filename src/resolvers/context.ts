import type { CallContext } from '../contract/call-context.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';
import type { Instant } from '../contract/instant.ts';
import type { OutcomeStore } from '../contract/mutations/outcome-store.ts';
import type { CursorCodec } from '../federation/cursor-codec.ts';
import type { ChangeFeed } from '../live/change-feed.ts';
import type { Loaders } from '../loaders/loaders.ts';

/** What every resolver is given of the request. */
export interface GatewayContext {
  /** Id of the request, for logs and errors. */
  readonly requestId: string;
  /** The sources that exist for the caller. */
  readonly sources: SourceRegistry;
  /** Passed on with every call into a source. */
  readonly call: CallContext;
  readonly loaders: Loaders;
  /** Who sent the request. */
  readonly caller: {
    /** Name of the client; null = anonymous. */
    readonly name: string | null;
    readonly access: 'read' | 'write';
    /** When the proof of it expires, such as a token; null = never. */
    readonly validUntil: Instant | null;
  };
  /** What mutations need besides. */
  readonly mutations: {
    /** Remembers how changes ended. */
    readonly outcomes: OutcomeStore;
    /** Longest time that one request may take, in milliseconds. */
    readonly requestTimeoutMs: number;
  };
  /** When the request arrived. */
  readonly now: Instant;
  /** Tells what changes in the sources. */
  readonly changes: ChangeFeed;
  /** Aborted when the caller has left, and only then: unlike the request's time limit, it does not end a stream. */
  readonly callerGone: AbortSignal;
  /** The context for one more event of a subscription, as if it were a request of its own. */
  again(): GatewayContext;
  /** Settings of lists. */
  readonly lists: {
    /** Largest `first`. */
    readonly maxPageSize: number;
    /** How long a list waits for further sources, in milliseconds. */
    readonly lateAfterMs: number;
    /** Writes and reads cursors. */
    readonly cursors: CursorCodec;
  };
}
