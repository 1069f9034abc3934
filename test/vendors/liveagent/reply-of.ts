import type { UpstreamReply } from '../../../src/transport/upstream-reply.ts';
import { decodedReply } from '../../support/decoded-reply.ts';

/** Which call the tests' replies belong to. */
export const label = { source: 'support', operation: 'test' };

/** A reply as the transport would hand it to the adapter. */
export function replyOf(body: string, status = 200): Promise<UpstreamReply> {
  return decodedReply({ label, body, status });
}
