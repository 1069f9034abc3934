import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import { VendorError } from '../contract/vendor-error.ts';
import type { Awaitable } from '../contract/awaitable.ts';
import type { Cancellation } from '../cache/cancellation.ts';
import { beginningOf, bodyText } from '../decoding/body-text.ts';
import { contentKindOf } from './content-kind.ts';
import type { DecodingThread } from '../decoding/decoding-thread.ts';
import { decodeDocument, type DocumentForm } from '../decoding/document-decoding.ts';
import { ExchangeError, faultOf } from './exchange-error.ts';
import { firstValue, type RawReply, type ReplyHeaders } from './exchange.ts';
import type { CallLabel } from './request-encoding.ts';
import { mapInTurns } from '../turns/turns.ts';
import type { ContentKind, UpstreamReply } from './upstream-reply.ts';
import type { XmlElement } from '../decoding/xml-element.ts';

/** What bounds the reading of a reply. */
export interface ReplyLimits {
  /** Largest body, in bytes, when it is unpacked. */
  readonly maxBytes: number;
  /** As of the exchange. */
  readonly cancellation: Cancellation;
  /** Until when a large body must be read, by the wall clock. */
  readonly until: number;
  /** Reads large bodies. */
  readonly thread: DecodingThread;
  /** As in `DocumentForm`. */
  readonly xml?: DocumentForm['xml'];
  /** As in `DocumentForm`. */
  readonly numbers?: DocumentForm['numbers'];
  /** Matches secrets that the vendor may repeat and that must not be seen, as `secretForms` gives it. */
  readonly secrets?: RegExp | undefined;
  readonly now: () => number;
}

/**
 * The largest bodies, in bytes, that are decoded in this thread: larger ones would hold up everything else. JSON is
 * decoded faster.
 */
const largest = { csv: 131_072, json: 524_288, xml: 131_072 } as const;
const smallestLarge = Math.min(...Object.values(largest));
/** How many bytes of a body are read as text. */
const longestText = 131_072;

/** The form in which each kind of body is decoded. */
const forms: Readonly<Partial<Record<ContentKind, DocumentForm['as']>>> = {
  json: 'json',
  xml: 'xml',
  text: 'csv',
};

/** What each kind of body is called in errors. */
const contentNames: Readonly<Record<ContentKind, string>> = {
  empty: 'an empty body',
  html: 'an HTML page',
  json: 'JSON',
  text: 'text',
  xml: 'XML',
};

const unzip = promisify(gunzip);

/** Why an answer cannot be unpacked, by the code of the library's error. */
const unpackingFaults: Readonly<Record<string, string>> = {
  ERR_BUFFER_TOO_LARGE: 'a packed answer that is larger than the source allows (maxResponseMb)',
  Z_BUF_ERROR: 'a packed answer that ends before it is complete',
};

/**
 * Turns what came over the wire into a reply that adapters can read. A large body is first decoded in another thread.
 */
export function decodeReply(raw: RawReply, label: CallLabel, limits: ReplyLimits): Awaitable<UpstreamReply> {
  const encoding = firstValue(raw.headers, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
  const isPlain = encoding === 'identity' || encoding === '' || raw.body.length === 0;
  return isPlain && raw.body.length <= smallestLarge
    ? new DecodedReply(raw, raw.body, label, limits)
    : decodeLarge(raw, isPlain ? null : encoding, label, limits);
}

async function decodeLarge(
  raw: RawReply,
  encoding: string | null,
  label: CallLabel,
  limits: ReplyLimits,
): Promise<UpstreamReply> {
  const body = encoding === null ? raw.body : await unpacked(raw, encoding, label, limits.maxBytes);
  const reply = new DecodedReply(raw, body, label, limits);
  await reply.readAhead();
  return reply;
}

async function unpacked(
  raw: RawReply,
  encoding: string,
  label: CallLabel,
  maxBytes: number,
): Promise<Buffer> {
  if (encoding === 'gzip' || encoding === 'x-gzip') {
    try {
      return await unzip(raw.body, { maxOutputLength: maxBytes });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw badResponse(label, unpackingFaults[code ?? ''] ?? 'a packed answer that is broken', raw.status);
    }
  }
  throw badResponse(label, 'an answer in a content encoding that was not asked for', raw.status);
}

/** Stands for the document where the body is not one. */
const unreadable = Symbol('unreadable');

/** A body that was decoded as what it looks like. */
interface ReadDocument {
  readonly form: DocumentForm['as'];
  readonly value: unknown;
}

class DecodedReply implements UpstreamReply {
  readonly status: number;
  readonly fetchedAt: number;
  readonly #headers: ReplyHeaders;
  readonly #body: Buffer;
  /** The body as text, or its beginning. */
  readonly #text: string;
  readonly #label: CallLabel;
  readonly #limits: ReplyLimits;
  /** The document of a large body, decoded in another thread. */
  #document: ReadDocument | undefined;
  #isRead = false;

  constructor({ status, headers }: RawReply, body: Buffer, label: CallLabel, limits: ReplyLimits) {
    this.status = status;
    this.fetchedAt = limits.now();
    this.#headers = headers;
    this.#body = body;
    const contentType = firstValue(headers, 'content-type');
    this.#text = bodyText(beginningOf(body, longestText), contentType, limits.secrets);
    this.#label = label;
    this.#limits = limits;
  }

  get contentKind(): ContentKind {
    return contentKindOf(this.#text);
  }

  get isWhole(): boolean {
    return this.#isRead && this.status < 300;
  }

  header(name: string): string | undefined {
    return firstValue(this.#headers, name.toLowerCase());
  }

  text(): string {
    return this.#text;
  }

  json(): unknown {
    return this.#decode('json');
  }

  xml(): XmlElement {
    // A page for people is no answer, although it may happen to be well-formed XML.
    if (this.contentKind === 'html') throw this.#notOfForm('xml');
    return this.#decode('xml') as XmlElement;
  }

  csv(): readonly Readonly<Record<string, string>>[] {
    // A part of a table looks like a table, so the answer must say where it ends.
    if (!tellsEnd(this.#headers)) throw badResponse(this.#label, 'a table that may be cut off', this.status);
    return this.#decode('csv') as readonly Readonly<Record<string, string>>[];
  }

  each<Row, Mapped>(rows: readonly Row[], map: (row: Row) => Mapped): Awaitable<Mapped[]> {
    return mapInTurns(rows, map, () => this.#throwIfOver());
  }

  /** Decodes a large body in another thread. Fails when nobody waits for it any more. */
  async readAhead(): Promise<void> {
    const form = forms[this.contentKind];
    if (form === undefined || this.#body.length <= largest[form]) return;
    try {
      this.#document = { form, value: await this.#decodeElsewhere(form) };
    } catch {
      this.#throwIfOver();
      this.#document = { form, value: unreadable };
    }
  }

  #decode(form: DocumentForm['as']): unknown {
    const document = this.#document ?? { form, value: this.#decodeHere(form) };
    if (document.form !== form || document.value === unreadable) throw this.#notOfForm(form);
    this.#isRead = true;
    return document.value;
  }

  #decodeHere(as: DocumentForm['as']): unknown {
    const body = this.#body;
    const { xml, numbers, secrets } = this.#limits;
    try {
      const isCut = body.length > longestText;
      const text = isCut ? bodyText(body, this.header('content-type'), secrets) : this.#text;
      return decodeDocument(text, { as, xml, numbers });
    } catch {
      return unreadable;
    }
  }

  async #decodeElsewhere(as: DocumentForm['as']): Promise<unknown> {
    const { cancellation, until, thread, now, xml, numbers, secrets } = this.#limits;
    const contentType = this.header('content-type');
    const due = AbortSignal.timeout(Math.max(0, until - now()));
    return thread.read(
      { body: this.#body, contentType, secrets, form: { as, xml, numbers } },
      AbortSignal.any([cancellation.signal, due]),
    );
  }

  /** Throws when time is up, as nobody waits then for the rest of a large answer. */
  #throwIfOver(): void {
    const { cancellation, until, now } = this.#limits;
    if (cancellation.cancelled) throw new ExchangeError(faultOf(cancellation), true);
    if (now() >= until) throw new ExchangeError('timeout', true);
  }

  #notOfForm(form: DocumentForm['as']): VendorError {
    const name = form.toUpperCase();
    const got =
      this.contentKind === form
        ? `${name} that cannot be read`
        : `${contentNames[this.contentKind]} where ${name} was expected`;
    return badResponse(this.#label, got, this.status);
  }
}

/** Whether an answer says where it ends. One that ends when the connection is closed may be cut off. */
function tellsEnd(headers: ReplyHeaders): boolean {
  return ['content-length', 'transfer-encoding', 'content-encoding'].some((name) =>
    Object.hasOwn(headers, name),
  );
}

function badResponse(label: CallLabel, got: string, status: number): VendorError {
  return new VendorError({ kind: 'bad-response', message: `the vendor sent ${got}`, status, ...label });
}
