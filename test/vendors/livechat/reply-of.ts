import { decodeReply } from '../../../src/transport/reply-decoding.ts';
import type { UpstreamReply } from '../../../src/transport/upstream-reply.ts';
import { fetchedAt } from './sample-ticket.ts';

export const label = { source: 'tickets', operation: 'conversations.list' };

/** LiveChat's answer as the transport hands it to the adapter. */
export function replyOf(body: unknown, status = 200): Promise<UpstreamReply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const raw = { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(text) };
  return decodeReply(raw, label, { maxBytes: 1_000_000, now: () => fetchedAt });
}
