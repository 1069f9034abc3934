import type { UpstreamReply } from '../../../src/transport/upstream-reply.ts';
import { decodedReply } from '../../support/decoded-reply.ts';
import { fetchedAt } from './sample-ticket.ts';

export const label = { source: 'tickets', operation: 'conversations.list' };

/** LiveChat's answer as the transport hands it to the adapter. */
export function replyOf(body: unknown, status = 200): Promise<UpstreamReply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return decodedReply({ label, body: text, status, fetchedAt });
}
