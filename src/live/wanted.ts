import type { CallContext } from '../contract/call-context.ts';
import type { Conversation } from '../contract/conversation.ts';
import type { ConversationCriteria } from '../contract/conversation-reader.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { conversationTimeline } from '../federation/conversation-timeline.ts';
import type { Criterion } from '../federation/timeline-kind.ts';
import type { ConversationsAsked } from './look.ts';

/** What the vendor is asked for, and the part of a subscriber's filter that is left to the gateway. */
export interface Wanted {
  /** Subscribers with the same vendor filter share the looks at the source. */
  readonly vendorFilter: ConversationCriteria;
  /**
   * Whether a conversation that the vendor gave is one of those that are wanted. Throws a `VendorError` where that
   * takes a call that fails.
   */
  accepts(conversation: Conversation, context: CallContext): Promise<boolean>;
}

/** Criteria for which the rows of a list may not tell enough: where the vendor can apply them, it does. */
const vendorsPart = ['tag', 'customerEmail'] as const;

/** Divides a filter: as little as possible goes to the vendor, so that subscribers with different filters share calls. */
export function wantedOf({ source, filter, reader }: ConversationsAsked): Wanted {
  const asked = vendorsPart.filter((name) => filter[name] !== undefined && reader.filters[name] === 'vendor');
  const own = { ...filter, ...Object.fromEntries(asked.map((name) => [name, undefined])) };
  const { assigneeKey, assigned, ...others } = own;
  return {
    vendorFilter: Object.fromEntries(asked.map((name) => [name, filter[name]])),
    async accepts(conversation, context) {
      if (!matches(conversation, others)) return false;
      if (assigneeKey === undefined && assigned === undefined) return true;
      if (conversation.assignee !== undefined) return matches(conversation, { assigneeKey, assigned });
      const { key, revision } = conversation;
      const [whole] = (await source.conversations?.get([{ key, revision }], context)) ?? [];
      if (whole instanceof VendorError) throw whole;
      return whole ? matches(whole, { assigneeKey, assigned }) : false;
    },
  };
}

function matches(conversation: Conversation, criteria: ConversationCriteria): boolean {
  return (Object.keys(criteria) as (keyof ConversationCriteria)[]).every((name) =>
    meets(conversation, name, criteria[name]),
  );
}

function meets<Name extends keyof ConversationCriteria>(
  conversation: Conversation,
  name: Name,
  wanted: ConversationCriteria[Name],
): boolean {
  if (wanted === undefined || wanted === null) return true;
  const criterion = conversationTimeline.criteria[name] as Criterion<Conversation, typeof wanted>;
  return criterion.matches(conversation, wanted);
}
