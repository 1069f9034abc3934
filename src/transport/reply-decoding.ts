import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import { VendorError } from '../contract/vendor-error.ts';
import { bodyText } from './body-text.ts';
import { contentKindOf } from './content-kind.ts';
import { decodeCsv } from './csv-decoding.ts';
import { firstValue, type RawReply, type ReplyHeaders } from './exchange.ts';
import type { CallLabel } from './request-encoding.ts';
import type { ContentKind, UpstreamReply } from './upstream-reply.ts';
import { decodeXmlOffThread } from './xml-worker.ts';
import type { XmlElement } from './xml-element.ts';

const unzip = promisify(gunzip);

/** Turns what came over the wire into a reply that adapters can read. `maxBytes` bounds the unpacked body. */
export async function decodeReply(
  raw: RawReply,
  label: CallLabel,
  limits: { readonly maxBytes: number; readonly now: () => number },
): Promise<UpstreamReply> {
  const body = await unpacked(raw, label, limits.maxBytes);
  return new DecodedReply(raw, bodyText(body, firstValue(raw.headers, 'content-type')), label, limits.now());
}

async function unpacked(raw: RawReply, label: CallLabel, maxBytes: number): Promise<Buffer> {
  const encoding = firstValue(raw.headers, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '' || raw.body.length === 0) return raw.body;
  if (encoding === 'gzip' || encoding === 'x-gzip') {
    try {
      return await unzip(raw.body, { maxOutputLength: maxBytes });
    } catch {
      throw badResponse(label, 'a packed answer that cannot be unpacked within maxResponseMb', raw.status);
    }
  }
  throw badResponse(label, 'an answer in a content encoding that was not asked for', raw.status);
}

class DecodedReply implements UpstreamReply {
  readonly status: number;
  readonly fetchedAt: number;
  readonly #headers: ReplyHeaders;
  readonly #text: string;
  readonly #label: CallLabel;

  constructor(raw: RawReply, text: string, label: CallLabel, fetchedAt: number) {
    this.status = raw.status;
    this.fetchedAt = fetchedAt;
    this.#headers = raw.headers;
    this.#text = text;
    this.#label = label;
  }

  get contentKind(): ContentKind {
    return contentKindOf(this.#text);
  }

  header(name: string): string | undefined {
    return firstValue(this.#headers, name.toLowerCase());
  }

  text(): string {
    return this.#text;
  }

  json(): unknown {
    try {
      return (
        mayNamePrototype.test(this.#text) ? JSON.parse(this.#text, withoutPrototype) : JSON.parse(this.#text)
      ) as unknown;
    } catch {
      throw this.#notOfForm('JSON');
    }
  }

  async xml(): Promise<XmlElement> {
    // A page for people may happen to be well-formed.
    if (this.contentKind === 'html') throw this.#notOfForm('XML');
    try {
      return await decodeXmlOffThread(this.#text);
    } catch {
      throw this.#notOfForm('XML');
    }
  }

  csv(): readonly Readonly<Record<string, string>>[] {
    try {
      return decodeCsv(this.#text);
    } catch {
      throw this.#notOfForm('CSV');
    }
  }

  #notOfForm(form: string): VendorError {
    const got = this.contentKind === 'empty' ? 'an empty body' : `${this.contentKind} that is none`;
    return badResponse(this.#label, `${got} where ${form} was expected`, this.status);
  }
}

const mayNamePrototype = /__proto__|\\u005f/i;

/** Drops the one key that could change what an object inherits. */
function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}

function badResponse(label: CallLabel, got: string, status: number): VendorError {
  return new VendorError({ kind: 'bad-response', message: `the vendor sent ${got}`, status, ...label });
}
