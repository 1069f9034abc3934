import type { Channel, ConversationStatus } from '../../contract/conversation.ts';
import type { ConversationCriteria } from '../../contract/conversation-reader.ts';
import type { Day } from '../../vendor-kit/time-zone.ts';
import { channels, statuses } from './livechat-mapping-conversation.ts';

/** Parameters of `GET /tickets`, by LiveChat's names; all but the page. */
export interface TicketQuery extends TicketFilters {
  /** By the time of the last change. */
  readonly order: 'asc' | 'desc';
  /** With `date_to`: only tickets with any activity on these days (UTC). */
  readonly date_from?: Day | undefined;
  readonly date_to?: Day | undefined;
}

/** The part of a query that says which tickets are wanted, apart from their time. */
export interface TicketFilters {
  readonly status?: string | undefined;
  readonly source?: string | undefined;
  readonly group?: string | undefined;
  readonly assignee?: string | undefined;
  readonly assigned?: '0' | '1' | undefined;
  readonly tag?: string | undefined;
  readonly 'requester[mail]'?: string | undefined;
}

const wordOfStatus = new Map(Object.entries(statuses).map(([word, status]) => [status, word]));
const wordOfChannel = new Map(Object.entries(channels).map(([word, channel]) => [channel, word]));

/**
 * The criteria by which LiveChat can narrow a list and surely leave no wanted row out; it takes one value for each.
 * `tag`: how to spell the wanted tag, where one spelling finds all its tickets.
 */
export function toTicketFilters(criteria: ConversationCriteria, tag: string | undefined): TicketFilters {
  const { status, channel, departmentKey, assigneeKey, customerEmail, assigned } = criteria;
  return {
    status: onlyWord<ConversationStatus>(status, wordOfStatus),
    source: onlyWord<Channel>(channel, wordOfChannel),
    group: departmentKey,
    assignee: assigneeKey,
    assigned: assigned === undefined ? undefined : assigned ? '1' : '0',
    tag,
    'requester[mail]': customerEmail,
  };
}

function onlyWord<T>(wanted: readonly T[] | undefined, words: ReadonlyMap<T, string>): string | undefined {
  const [first, ...others] = new Set(wanted);
  return first === undefined || others.length > 0 ? undefined : words.get(first);
}
