import type { Conversation, Visit } from '../../contract/conversation.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';
import { dayOf } from '../../vendor-kit/time-zone.ts';
import {
  toDepartment,
  unknownToVendor,
  type MappingSettings,
  type RecordOrigin,
} from './zazachat-mapping-conversation.ts';
import { toVisitorFields } from './zazachat-mapping-custom-fields.ts';
import { toCustomer, toPreChat } from './zazachat-mapping-customer.ts';
import { toKey } from './zazachat-mapping-key.ts';
import type { WireVisitor } from './zazachat-wire.ts';

/** A chat from the list of the day on which it began, or of one beside that. */
export function toChat(
  visitor: WireVisitor,
  { createdAt, fetchedAt, raw }: RecordOrigin,
  settings: MappingSettings,
): Conversation {
  const key = toKey({ kind: 'chat', day: dayOf(createdAt, settings.timeZone), id: visitor.visitorid });
  const preChat = toPreChat(visitor.visitorinfo, settings.preChat);
  return {
    ...unknownToVendor,
    key,
    vendorId: visitor.visitorid,
    reference: null,
    channel: 'CHAT',
    status: 'CLOSED',
    vendorStatus: null,
    subject: null,
    preview: null,
    createdAt,
    updatedAt: null,
    priority: null,
    category: null,
    note: visitor.visitorinfo['notes']?.trim() || null,
    department: visitor.department === null ? null : toDepartment(visitor.department),
    customer: toCustomer(key, visitor.visitorid, preChat),
    visit: toVisit(visitor, new URL(settings.url).origin),
    customFields: [...preChat.others, ...toVisitorFields(visitor.visitorcustominfo)],
    fetchedAt,
    raw,
  };
}

function toVisit({ country, hostname, referrer }: WireVisitor, sourceUrl: string): Visit | null {
  if (country === null && hostname === null && referrer === null) return null;
  return {
    country,
    host: hostname,
    referrer: toReferrer(referrer, sourceUrl),
    userAgent: null,
  };
}

/** Null for words such as `Direct`, which are no address. */
function toReferrer(referrer: string | null, sourceUrl: string): string | null {
  return referrer && /[/.]/.test(referrer) ? absoluteUrl(referrer, sourceUrl, { bareHosts: true }) : null;
}
