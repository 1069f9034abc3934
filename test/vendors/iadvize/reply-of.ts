import type { UpstreamReply } from '../../../src/transport/upstream-reply.ts';
import { decodedReply } from '../../support/decoded-reply.ts';

export const fetchedAt = Date.parse('2026-03-12T10:00:00Z');
export const label = { source: 'boutique', operation: 'conversations.list' };

/** A vendor's answer as the transport would hand it to the adapter. */
export function replyOf(body: unknown, status = 200, contentType = 'text/html'): Promise<UpstreamReply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return decodedReply({ label, body: text, status, headers: { 'content-type': contentType }, fetchedAt });
}
