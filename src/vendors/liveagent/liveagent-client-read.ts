import type { ZodType } from 'zod';
import type { Awaitable } from '../../contract/awaitable.ts';
import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Instant } from '../../contract/instant.ts';
import { isNotFound } from '../../contract/vendor-error.ts';
import { segmentText, type PathSegment } from '../../transport/path-segment.ts';
import { asRequiredError } from '../../vendor-kit/required-error.ts';
import type { ReadCall, SourceTransport } from '../../transport/source-transport.ts';
import { readRows, type ReadRows } from '../../vendor-kit/unread-rows.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { badResponse, isUnknownCall, nothingThere } from './liveagent-errors.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { checked, contentOf, rowsOf } from './liveagent-wire-decoding.ts';
import { isNothing, type WireRecord } from './liveagent-wire-values.ts';

/** A checked record, with its raw form. */
export interface CheckedRecord<T> {
  readonly wire: T;
  readonly raw: unknown;
}

/** A successful answer, ready to be mapped. Its methods throw `bad-response` where it is not as documented. */
export interface Content {
  readonly fetchedAt: Instant;
  /** The record inside the envelope. */
  one<T>(schema: ZodType<T>): CheckedRecord<T>;
  /** Whether there is a list under a key. */
  has(listKey: string): boolean;
  /** How many rows the list under a key has. */
  count(listKey: string): number;
  /** What mapping makes of the rows of the list under a key, whatever they are, from one place up to another. */
  between<T>(
    listKey: string,
    span: readonly [from: number, to: number],
    map: (raw: unknown) => T,
  ): Awaitable<readonly T[]>;
  /**
   * What mapping makes of the rows of the list under a key, except empty ones; `span`: only the rows from one place
   * up to another.
   */
  rows<W, T>(
    listKey: string,
    schema: ZodType<W>,
    map: (record: CheckedRecord<W>) => T,
    span?: readonly [from: number, to: number],
  ): Awaitable<readonly T[]>;
  /** The same, but rows that are not as documented, or that mapping turns into null, are set aside. */
  readable<W, T>(
    listKey: string,
    schema: ZodType<W>,
    map: (record: CheckedRecord<W>) => T | null,
  ): Promise<ReadRows<T>>;
  /** Refuses a list with more rows than there can be. */
  bound(listKey: string, most: number): void;
  /** Passes on what mapping made of a record; throws where that is null. */
  mapped<T>(value: T | null, expected: string): T;
}

/** A read as an endpoint describes it. */
export interface EndpointCall<T> extends Pick<
  ReadCall<T>,
  'freshness' | 'operation' | 'priority' | 'revision' | 'revisedAt' | 'tags'
> {
  /** Segments after `/api`. */
  readonly path: readonly PathSegment[];
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Maps the answer to the value that is cached. */
  readonly map: (content: Content) => Awaitable<T>;
  /**
   * Whether every installation has what the path names, so that a missing thing means a wrong address. @default false
   */
  readonly required?: boolean;
  /** The value where the server does not know the call (or the thing), as older ones lack some. @default an error */
  readonly unknown?: T;
  /** The value where there is no such thing, for absence that is worth remembering. @default an error */
  readonly absent?: T;
}

/** Makes a read; fails with a `VendorError`. */
export type LiveagentRead = <T>(call: EndpointCall<T>, context: CallContext) => Promise<Answer<T>>;

/** Puts reads of an account's endpoints onto a transport, in the form that the settings ask for. */
export function createLiveagentRead(settings: LiveagentSettings, transport: SourceTransport): LiveagentRead {
  return <T>(call: EndpointCall<T>, context: CallContext) => {
    const { operation, path, query = {}, map, required = false, unknown, absent } = call;
    const label = { source: settings.name, operation };
    // A path that ends early would be another endpoint: the list.
    if (path.some((segment) => segmentText(segment) === '')) return Promise.reject(nothingThere(label));
    return transport.read<T>(
      {
        operation,
        identity: [path, query],
        request: { method: 'GET', path: inFormat(path, settings.format), query },
        async parse(reply) {
          try {
            return await map(new ReplyContent(reply, await contentOf(reply, label), label));
          } catch (error) {
            if (unknown !== undefined && isUnknownCall(error)) return unknown;
            if (absent !== undefined && isNotFound(error)) return absent;
            throw required ? asRequiredError(error, label, 'an answer of the API from LiveAgent') : error;
          }
        },
        freshness: call.freshness,
        tags: call.tags ?? [],
        revision: call.revision ?? null,
        revisedAt: call.revisedAt,
        priority: call.priority,
      },
      context,
    );
  };
}

class ReplyContent implements Content {
  readonly #reply: UpstreamReply;
  readonly #record: WireRecord;
  readonly #label: CallLabel;

  constructor(reply: UpstreamReply, record: WireRecord, label: CallLabel) {
    this.#reply = reply;
    this.#record = record;
    this.#label = label;
  }

  get fetchedAt(): Instant {
    return this.#reply.fetchedAt;
  }

  one<T>(schema: ZodType<T>): CheckedRecord<T> {
    return this.#checked(schema, this.#record);
  }

  has(listKey: string): boolean {
    return listKey in this.#record;
  }

  count(listKey: string): number {
    return rowsOf(this.#record, listKey, this.#label).length;
  }

  between<T>(
    listKey: string,
    span: readonly [from: number, to: number],
    map: (raw: unknown) => T,
  ): Awaitable<readonly T[]> {
    return this.#reply.each(rowsOf(this.#record, listKey, this.#label).slice(...span), map);
  }

  rows<W, T>(
    listKey: string,
    schema: ZodType<W>,
    map: (record: CheckedRecord<W>) => T,
    span?: readonly [from: number, to: number],
  ): Awaitable<readonly T[]> {
    const rows = rowsOf(this.#record, listKey, this.#label).slice(...(span ?? []));
    return this.#reply.each(
      rows.filter((raw) => !isNothing(raw)),
      (raw) => map(this.#checked(schema, raw)),
    );
  }

  readable<W, T>(
    listKey: string,
    schema: ZodType<W>,
    map: (record: CheckedRecord<W>) => T | null,
  ): Promise<ReadRows<T>> {
    const rows = rowsOf(this.#record, listKey, this.#label);
    return readRows<unknown, T>(
      (mapRow) => this.#reply.each(rows, mapRow),
      (raw) => {
        const { success, data } = schema.safeParse(raw);
        return success ? map({ wire: data, raw }) : null;
      },
      () => ({ createdAt: null }),
    );
  }

  bound(listKey: string, most: number): void {
    if (this.count(listKey) > most) throw badResponse(this.#label, `at most ${most} rows`, 'more of them');
  }

  mapped<T>(value: T | null, expected: string): T {
    if (value === null) throw badResponse(this.#label, expected, 'a record without');
    return value;
  }

  #checked<T>(schema: ZodType<T>, raw: unknown): CheckedRecord<T> {
    return { wire: checked(schema, raw, this.#label), raw };
  }
}

/** The path in the form that the settings ask for. */
export function inFormat(
  path: readonly PathSegment[],
  format: LiveagentSettings['format'],
): readonly PathSegment[] {
  const last = path.at(-1);
  if (format === 'json' || last === undefined) return path;
  const ending = typeof last === 'string' ? `${last}.xml` : { id: `${last.id}.xml` };
  return [...path.slice(0, -1), ending];
}
