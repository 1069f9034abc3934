import type { Answer, CallContext } from '../contract/call-context.ts';
import type { DetailLine } from '../contract/detail-line.ts';
import type { Instant } from '../contract/instant.ts';
import type { PlannedCall } from '../contract/mutations/mutation-plan.ts';
import type { RateBudget, SourceStatus } from '../contract/source-health.ts';
import type { XmlForm } from '../decoding/document-decoding.ts';
import type { UpstreamReply } from './upstream-reply.ts';
import type { Authorize, UpstreamRequest } from './upstream-request.ts';

/** How long an answer stays fresh, by what it is; the seconds for each are settings of the source. */
export type Freshness =
  | 'closedConversation'
  | 'conversation'
  | 'directory'
  | 'list'
  | 'pastDay'
  | 'pastReport'
  | 'report';

/** Anything that can be written as JSON. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/** A read from a vendor, cached and shared with everyone who asks the same. */
export interface ReadCall<T> {
  /** What is done, such as `conversations.list`: label of logs and metrics, part of the cache key. */
  readonly operation: string;
  /** What distinguishes this answer from others of the operation: part of the cache key, never with a secret in it. */
  readonly identity: JsonValue;
  readonly request: UpstreamRequest;
  /**
   * Turns the reply into the value that is cached (it must survive JSON): checks the body before the status,
   * validates, maps. Throws a `VendorError` for anything else.
   */
  readonly parse: (reply: UpstreamReply) => T | Promise<T>;
  /** What numbers in JSON are read as; amounts of money must not become floats. @default 'as-numbers' */
  readonly numbers?: 'as-numbers' | 'as-texts';
  /** How long the value stays fresh. */
  readonly freshness: Freshness | ((value: T) => Freshness);
  /** Names under which a change drops the value, such as `conversation:a1b2`; the source is added by the transport. */
  readonly tags?: readonly string[] | ((value: T) => readonly string[]);
  /** A mark that changes when the vendor's record does: a value read for a mark stays fresh ten times as long. */
  readonly revision?: string | null;
  /**
   * The moment that a mark names, where marks are times. A value that is read within two seconds of it may lack a
   * further change with the same mark: it stays fresh no longer than without a mark, and is not used after these two
   * seconds where `wholeRevisions` are wanted. null = the mark names no moment, and proves nothing. @default every
   * change makes another mark
   */
  readonly revisedAt?: ((revision: string) => Instant | null) | undefined;
  /** Who goes first when calls have to wait: directories and lists before the many details of a page. */
  readonly priority: 'bulk' | 'directory' | 'list';
  /** Whether a request reads it once, however short it stays fresh. @default true for directories */
  readonly oncePerRequest?: boolean;
}

/** A change at a vendor: sent once, never repeated, cached or shared. */
export interface WriteCall<T> {
  readonly operation: string;
  readonly request: UpstreamRequest;
  /** As in `ReadCall`; a refusal because of the input is a `VendorError` of kind `invalid-input`. */
  readonly parse: (reply: UpstreamReply) => T | Promise<T>;
  /** What the change makes stale, as in `ReadCall.tags`; dropped in every replica before the call returns. */
  readonly invalidates: readonly string[];
  /** Names of parameters that hold a password: never shown. */
  readonly secretParameters?: readonly string[];
}

/** The way to one source: pool, deadline, retries, circuit, budget, cache. */
export interface SourceTransport {
  read<T>(call: ReadCall<T>, context: CallContext): Promise<Answer<T>>;
  /**
   * Does work that makes bulk reads, such as the details of a page, for every item; results in the order of the items.
   * Work is begun only when the source has room for calls, so that what waits costs next to nothing. The work must not
   * call this method itself.
   */
  each<Item, Result>(
    items: readonly Item[],
    context: CallContext,
    work: (item: Item) => Promise<Result>,
  ): Promise<readonly Result[]>;
  /** The line in which the work of `each` waits. */
  readonly detailLine: DetailLine;
  write<T>(call: WriteCall<T>, context: CallContext): Promise<T>;
  /** A change as it may be shown before it is made. Fails with `invalid-input` on ids that fit into no path. */
  describe(call: WriteCall<unknown>): PlannedCall;
  status(): SourceStatus;
  rateBudget(): RateBudget | null;
  close(): Promise<void>;
}

/** Settings that every source has. */
export interface SourceSettings {
  /** Name in the configuration. */
  readonly name: string;
  /** Base URL, absolute, http or https, without query. */
  readonly url: string;
  /** Longest wait for one call, in milliseconds. @default 10000 */
  readonly timeoutMs: number;
  /** Calls under way at once. @default 16 */
  readonly maxConcurrent: number;
  /** Calls a minute; null = no budget. */
  readonly requestsPerMinute: number | null;
  /** Times a failed read is tried again. @default 2 */
  readonly retries: number;
  /** Largest answer accepted, in megabytes of decoded body. @default 32 */
  readonly maxResponseMb: number;
  /** Overrides of the times to live, in seconds. */
  readonly cacheSeconds: Readonly<Partial<Record<Freshness, number>>>;
}

/** Opens the way to a source. The base URL is the settings' `url` plus `basePath`. */
export type OpenTransport = (options: {
  readonly settings: SourceSettings;
  /** Segments added to the settings' URL for every call. */
  readonly basePath?: readonly string[];
  readonly authorize: Authorize;
  readonly xml?: XmlForm;
}) => SourceTransport;
