import { emailKey } from '../../contract/email-key.ts';
import type { ConversationCriteria } from '../../contract/conversation-reader.ts';
import { changeTimeOf, type Conversation } from '../../contract/conversation.ts';
import { contains, type TimelineField, type TimeWindow } from '../../contract/timeline.ts';
import type { ListQuery } from './liveagent-client.ts';
import { channels, codesFor, conversationStatuses } from './liveagent-codes.ts';
import { toDateSpan, toOperatorDate } from './liveagent-date-span.ts';
import type { ListPlace } from './liveagent-long-list.ts';

/** What is asked of the list of conversations. */
export interface ConversationListCall {
  readonly criteria: ConversationCriteria;
  /** Which time the window is about. */
  readonly field: TimelineField;
  readonly window: TimeWindow;
  readonly limit: number;
  readonly place: ListPlace | null;
}

/**
 * The query of GET conversations. `swapped`: this server takes `datefrom` and `dateto` as both references describe
 * them (older than, younger than), not as their names say.
 */
export function toConversationQuery(
  call: ConversationListCall,
  timeZone: string,
  swapped: boolean,
): ListQuery {
  const { criteria, limit, place } = call;
  const { created, updated } = spansOf(call);
  const dates = created ? toDateSpan(created, timeZone) : { from: null, to: null };
  const [datefrom, dateto] = swapped ? [dates.to, dates.from] : [dates.from, dates.to];
  return {
    owneridentifier: criteria.customerEmail,
    department: criteria.departmentKey,
    agent: criteria.assigneeKey,
    status: (criteria.status && codesFor(conversationStatuses, criteria.status)) || undefined,
    channel_type: (criteria.channel && codesFor(channels, criteria.channel)) || undefined,
    datefrom: datefrom ?? undefined,
    dateto: dateto ?? undefined,
    datechanged: updated && toOperatorDate(toDateSpan(updated, timeZone)),
    limit: String(limit),
    cursor: place?.cursor ?? undefined,
    offset: place && place.cursor === null ? String(place.offset) : undefined,
  };
}

/** The spans that creation and change must lie in. */
export function spansOf({
  criteria,
  field,
  window,
}: Pick<ConversationListCall, 'criteria' | 'field' | 'window'>): {
  readonly created: TimeWindow | undefined;
  readonly updated: TimeWindow | undefined;
} {
  return field === 'CREATED_AT'
    ? { created: window, updated: criteria.updated }
    : { created: criteria.created, updated: window };
}

/**
 * Whether the query names things that the vendor may not know, which it answers with an error instead of no rows.
 */
export function namesThings({ customerEmail, departmentKey, assigneeKey }: ConversationCriteria): boolean {
  return customerEmail !== undefined || departmentKey !== undefined || assigneeKey !== undefined;
}

/**
 * Whether a row is one that was asked for, as far as its columns show: an old server ignores parameters that it does
 * not know. `tagKeys` are the ids of the tags with the wanted name; null = any. The list has no assignee.
 */
export function isWanted(
  row: Conversation,
  call: Pick<ConversationListCall, 'criteria' | 'field' | 'window'>,
  tagKeys: ReadonlySet<string> | null,
): boolean {
  const { status, channel, departmentKey, customerEmail } = call.criteria;
  const { created, updated } = spansOf(call);
  return (
    (status === undefined || status.includes(row.status)) &&
    (channel === undefined || channel.includes(row.channel)) &&
    (departmentKey === undefined || row.department?.key === departmentKey) &&
    (customerEmail === undefined || emailKey(row.customer?.email ?? '') === customerEmail) &&
    (tagKeys === null || (row.tags ?? []).some(({ key }) => tagKeys.has(key))) &&
    (!created || contains(created, row.createdAt)) &&
    (!updated || contains(updated, changeTimeOf(row)))
  );
}
