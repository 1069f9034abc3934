import { decodeReply } from '../../../src/transport/reply-decoding.ts';
import type { UpstreamReply } from '../../../src/transport/upstream-reply.ts';

/** Which call the tests' replies belong to. */
export const label = { source: 'support', operation: 'test' };

/** A reply as the transport would hand it to the adapter. */
export function replyOf(body: string, status = 200): Promise<UpstreamReply> {
  const raw = { status, headers: {}, body: Buffer.from(body) };
  return decodeReply(raw, label, { maxBytes: 1_000_000, now: () => 1000 });
}
