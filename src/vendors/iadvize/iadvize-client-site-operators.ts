import type { Agent } from '../../contract/agent.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { ReadCall } from '../../transport/source-transport.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { unreadError } from '../../vendor-kit/unread-rows.ts';
import { tellsFailedRead } from './iadvize-errors.ts';
import { toAgent } from './iadvize-mapping-agent.ts';
import { objectOfXml } from './iadvize-told-words.ts';
import { decodeList, jsonIn } from './iadvize-wire-decoding.ts';
import { operators } from './iadvize-wire-kinds.ts';

const operation = 'websites.agents';
const longestRefusal = 200;

/**
 * `operator/getWebsiteOperatorList`: null = refused. The document gives the method no parameters at all, so the site
 * is named as in its sibling methods `linkWebsite` and `unlinkWebsite`.
 */
export function siteOperatorsCall(siteId: string, source: string): ReadCall<readonly Agent[] | null> {
  const label = { source, operation };
  return {
    operation,
    identity: [siteId],
    request: { method: 'GET', path: ['operator', 'getWebsiteOperatorList', ''], query: { sid: siteId } },
    async parse(reply) {
      try {
        const { rows, unread } = await decodeList(reply, label, operators);
        if (unread.length > 0) throw unreadError({ ...label, needed: 'an id' });
        return await reply.each(rows, ({ value }) => toAgent(value));
      } catch (error) {
        const isBad = error instanceof VendorError && error.kind === 'bad-response';
        if (isBad && isRefusal(reply, label)) return null;
        throw error;
      }
    },
    freshness: 'directory',
    tags: ['agents', 'websites'],
    priority: 'bulk',
    // Asked for from either side, by sites and by agents.
    oncePerRequest: true,
  };
}

/** Whether an answer says no, by its status or in a few words; anything longer, or cut off, may be anything. */
function isRefusal(reply: UpstreamReply, label: CallLabel): boolean {
  if (reply.status >= 400) return true;
  if (reply.contentKind === 'text') return reply.text().length <= longestRefusal;
  if (reply.contentKind === 'xml') return tellsFailedRead(objectOfXml(reply));
  if (reply.contentKind !== 'json') return false;
  try {
    return tellsFailedRead(jsonIn(reply, label, operators.expected));
  } catch {
    return false;
  }
}
