import type { CallContext } from '../../contract/call-context.ts';
import type { ConversationCriteria } from '../../contract/conversation-reader.ts';
import type { Conversation, ConversationReference } from '../../contract/conversation.ts';
import type { Tag } from '../../contract/directory.ts';
import { taggedWith } from '../../vendor-kit/tagged-with.ts';
import type { CheckedRecord, Content, LiveagentRead } from './liveagent-client-read.ts';
import { toConversation } from './liveagent-mapping-conversation.ts';
import { contactCustomerKey, toCustomer, toMembership } from './liveagent-mapping-customer.ts';
import { toApplication, toTag } from './liveagent-mapping-directory.ts';
import { toMessages } from './liveagent-mapping-message.ts';
import { toInstant } from './liveagent-mapping-values.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { mostRows } from './liveagent-long-list.ts';
import {
  applicationSchema,
  conversationSchema,
  customerSchema,
  labelSchema,
  membershipSchema,
  messageGroupSchema,
  type WireConversation,
} from './liveagent-wire.ts';

/** Query of a list; undefined values are left out. */
export type ListQuery = Readonly<Record<string, string | undefined>>;

/** States in which a conversation seldom changes. */
export const closedStatuses: ReadonlySet<Conversation['status']> = new Set([
  'CLOSED',
  'DELETED',
  'RESOLVED',
  'SPAM',
]);
const identified = 'an id or address on every customer';

/**
 * The endpoints of conversations, customers and the application, one method each (documents: see README.md). All
 * fail with a `VendorError`; for a single thing that is gone it is of kind `not-found`.
 */
export class LiveagentClient {
  readonly #read: LiveagentRead;
  readonly #timeZone: string;
  readonly #url: string;

  readonly #revisedAt = (revision: string) => toInstant(revision, this.#timeZone);

  constructor(settings: LiveagentSettings, read: LiveagentRead) {
    this.#read = read;
    this.#timeZone = settings.timeZone;
    this.#url = settings.url;
  }

  /** GET conversations. `cursor` is that of the last row, `lacking` the filters for which some row has no column. */
  listConversations(query: ListQuery, context: CallContext) {
    return this.#read(
      {
        operation: 'conversations.list',
        path: ['conversations'],
        query,
        freshness: 'list',
        tags: ['conversations'],
        priority: 'list',
        map: async (content) => {
          content.bound('conversations', mostRows);
          let cursor: string | null = null;
          const lacking = new Set<keyof ConversationCriteria>();
          const { rows, unread } = await content.readable('conversations', conversationSchema, (record) => {
            cursor = record.wire.cursor ?? null;
            if (record.wire.tags === undefined) lacking.add('tag');
            if (record.wire.channel_type === undefined) lacking.add('channel');
            return this.#conversationIn(content, record, false);
          });
          return { rows, unread, cursor, lacking: [...lacking] };
        },
      },
      context,
    );
  }

  /** GET conversations/[conversationid]: an id, a code or a public code. Without `tags` where the record has no such column. */
  getConversation({ key, revision }: ConversationReference, context: CallContext) {
    return this.#read(
      {
        operation: 'conversations.get',
        path: ['conversations', { id: key }],
        revision,
        revisedAt: this.#revisedAt,
        map: (content) =>
          content.mapped(
            this.#conversationIn(content, content.one(conversationSchema), true),
            'a conversation with a readable date',
          ),
        freshness: ({ status }) => (closedStatuses.has(status) ? 'closedConversation' : 'conversation'),
        tags: (value) => [
          ...new Set([`conversation:${key}`, `conversation:${value.key}`]),
          ...(value.tags ?? []).map((tag) => taggedWith(tag.key)),
        ],
        priority: 'bulk',
      },
      context,
    );
  }

  /** GET conversations/[conversationid]/tags; null = this server does not know the call. */
  listConversationTags({ key, revision }: ConversationReference, context: CallContext) {
    return this.#read<readonly Tag[] | null>(
      {
        operation: 'conversations.tags.list',
        path: ['conversations', { id: key }, 'tags'],
        revision,
        revisedAt: this.#revisedAt,
        unknown: null,
        freshness: 'conversation',
        tags: [`conversation:${key}`, 'tags'],
        priority: 'bulk',
        map: (content) => content.rows('tags', labelSchema, ({ wire }) => toTag(wire, false)),
      },
      context,
    );
  }

  /** GET conversations/[conversationid]/messages */
  listMessages({ key, revision }: ConversationReference, context: CallContext) {
    return this.#read(
      {
        operation: 'conversations.messages.list',
        path: ['conversations', { id: key }, 'messages'],
        revision,
        revisedAt: this.#revisedAt,
        freshness: 'conversation',
        tags: [`conversation:${key}`],
        priority: 'bulk',
        map: async (content) => {
          const groups = await content.rows('groups', messageGroupSchema, ({ wire }) => wire);
          return toMessages(groups, this.#timeZone, this.#url);
        },
      },
      context,
    );
  }

  /** GET customers */
  listCustomers(query: ListQuery, context: CallContext) {
    return this.#read(
      {
        operation: 'customers.list',
        path: ['customers'],
        query,
        freshness: 'list',
        tags: ['customers'],
        priority: 'list',
        map: (content) => {
          content.bound('customers', mostRows);
          return content.readable('customers', customerSchema, ({ wire }) =>
            toCustomer(wire, this.#timeZone, false),
          );
        },
      },
      context,
    );
  }

  /** GET customers/[customeridentifier]: an e-mail address or a contact id. */
  getCustomer(identifier: string, context: CallContext) {
    return this.#read(
      {
        operation: 'customers.get',
        path: ['customers', { id: identifier }],
        map: (content) => {
          const { wire } = content.one(customerSchema);
          return content.mapped(toCustomer(wire, this.#timeZone, true), identified);
        },
        freshness: 'conversation',
        // Reports know customers only by contact id, so a change may name one by that key instead of the address's.
        tags: ({ key, vendorId = '' }) => [`customer:${key}`, `customer:${contactCustomerKey(vendorId)}`],
        priority: 'bulk',
      },
      context,
    );
  }

  /**
   * GET customers/[customeridentifier]/groups. `key` is the customer's; a change of that customer drops the answer
   * from the cache.
   */
  listMemberships(identifier: string, key: string, context: CallContext) {
    return this.#read(
      {
        operation: 'customers.groups.list',
        path: ['customers', { id: identifier }, 'groups'],
        freshness: 'conversation',
        tags: [`customer:${key}`, 'customers', 'customerGroups'],
        priority: 'bulk',
        map: (content) => content.rows('groups', membershipSchema, ({ wire }) => toMembership(wire)),
      },
      context,
    );
  }

  /** GET application/status */
  getApplication(context: CallContext) {
    return this.#read(
      {
        operation: 'application.status',
        path: ['application', 'status'],
        required: true,
        freshness: 'list',
        priority: 'directory',
        map: (content) => toApplication(content.one(applicationSchema).wire, this.#timeZone),
      },
      context,
    );
  }

  /** null = the record has no readable date. */
  #conversationIn(
    { fetchedAt }: Content,
    { wire, raw }: CheckedRecord<WireConversation>,
    complete: boolean,
  ): Conversation | null {
    return toConversation(wire, raw, { fetchedAt, timeZone: this.#timeZone, complete });
  }
}
