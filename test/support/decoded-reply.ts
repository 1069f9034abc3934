import { Cancellation } from '../../src/cache/cancellation.ts';
import { DecodingThread } from '../../src/decoding/decoding-thread.ts';
import { decodeReply, type ReplyLimits } from '../../src/transport/reply-decoding.ts';
import type { CallLabel } from '../../src/transport/request-encoding.ts';
import type { UpstreamReply } from '../../src/transport/upstream-reply.ts';

/** What a vendor sent. */
export interface SentReply {
  readonly label: CallLabel;
  readonly body: string | Uint8Array;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetchedAt?: number;
  /** Whether its length is told; else it ends where the connection ends. @default true */
  readonly endTold?: boolean;
}

/** A reply as the transport hands it to an adapter, with a minute to be read. */
export async function decodedReply(
  { label, body, status = 200, headers = {}, fetchedAt = 1000, endTold = true }: SentReply,
  limits: Partial<ReplyLimits> = {},
): Promise<UpstreamReply> {
  const bytes = Buffer.from(body);
  const length = endTold ? { 'content-length': String(bytes.length) } : {};
  const raw = { status, headers: { ...length, ...headers }, body: bytes };
  return decodeReply(raw, label, {
    maxBytes: 1_000_000,
    now: () => fetchedAt,
    until: fetchedAt + 60_000,
    cancellation: new Cancellation(),
    thread: new DecodingThread(),
    ...limits,
  });
}
