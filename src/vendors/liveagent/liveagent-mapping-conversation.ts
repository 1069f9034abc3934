import type { Agent } from '../../contract/agent.ts';
import { valueOfCode } from '../../contract/code-table.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Department, Tag } from '../../contract/directory.ts';
import type { Instant } from '../../contract/instant.ts';
import { toRawRecord } from '../../vendor-kit/raw-record.ts';
import { channels, conversationStatuses } from './liveagent-codes.ts';
import { toOwner } from './liveagent-mapping-customer.ts';
import { notBefore, toCustomFields, toInstant, toldBy } from './liveagent-mapping-values.ts';
import type { WireConversation } from './liveagent-wire.ts';

/** Where a conversation's record came from. */
export interface RecordOrigin {
  readonly fetchedAt: Instant;
  readonly timeZone: string;
  /** Whether the record has every field: a single one does, a row of the list does not. */
  readonly complete: boolean;
}

/** Maps a conversation; null when it has no readable date, without which it has no place in a list. */
export function toConversation(
  wire: WireConversation,
  raw: unknown,
  origin: RecordOrigin,
): Conversation | null {
  const { fetchedAt, timeZone, complete } = origin;
  const changedAt = toInstant(wire.datechanged, timeZone);
  const createdAt = toInstant(wire.datecreated, timeZone) ?? changedAt;
  if (createdAt === null) return null;
  const told = toldBy(complete);
  return {
    key: wire.conversationid,
    vendorId: wire.conversationid,
    reference: wire.code ?? null,
    channel: valueOfCode(channels, wire.channel_type) ?? 'OTHER',
    vendorChannel: wire.channel_type ?? null,
    status: valueOfCode(conversationStatuses, wire.status) ?? 'UNKNOWN',
    vendorStatus: wire.status ?? null,
    subject: wire.subject ?? null,
    preview: wire.preview ?? null,
    createdAt,
    updatedAt: changedAt && notBefore(createdAt, changedAt, timeZone),
    durationSeconds: null,
    priority: null,
    category: null,
    publicCode: wire.publicurlcode ?? null,
    note: told(wire.ownernote),
    dueAt: told(wire.datedue === undefined ? undefined : toInstant(wire.datedue, timeZone)),
    department: toDepartmentReference(wire),
    assignee: told(toAgentReference(wire.assignedto)),
    customer: toOwner(wire),
    visit: null,
    // Undefined where the record lacks them: then another call has them.
    tags: toTagReferences(wire.tags),
    customFields: told(toCustomFields(wire.customfields)),
    revision: wire.datechanged ?? null,
    fetchedAt,
    raw: toRawRecord(raw),
  };
}

// The ids come in one text; the current reference shows line breaks around the commas.
function toTagReferences(ids: string | null | undefined): readonly Tag[] | undefined {
  if (ids === undefined) return undefined;
  const keys = (ids ?? '').split(',').map((id) => id.trim());
  return [...new Set(keys)].filter(Boolean).map((key) => ({ key, vendorId: key }));
}

function toAgentReference(id: string | null | undefined): Agent | null | undefined {
  return id == null ? id : { key: id, vendorId: id };
}

function toDepartmentReference(wire: WireConversation): Department | null {
  const key = wire.departmentid;
  if (!key) return null;
  return wire.departmentname ? { key, vendorId: key, name: wire.departmentname } : { key, vendorId: key };
}
