import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { encodeGlobalId } from '../contract/global-id.ts';
import type { Instant } from '../contract/instant.ts';
import type { Message } from '../contract/message.ts';
import { inTurn } from '../content/in-turn.ts';
import { plainText, safeHtml } from '../content/message-content.ts';
import { pageList } from '../federation/list-page.ts';
import type { ConversationMessagesArgs, MessageFilter, Resolvers } from '../generated/schema-types.ts';
import { inSource } from '../loaders/source-entity.ts';
import type { GatewayContext } from './context.ts';
import { whenTold } from './entity-fields.ts';
import type { AuthorNode, Connection, ConversationNode, SourceMessage } from './models.ts';
import { pageSizeOf } from './page-size.ts';
import { requireInOrder } from './time-span.ts';
import { toConnection } from './to-connection.ts';

/** A conversation's messages, from the record at hand or from the source. */
export function messagesOf(
  node: ConversationNode,
  { loaders }: GatewayContext,
): readonly Message[] | Promise<readonly Message[]> {
  const { key, revision = null, messages } = node.entity;
  return messages ?? loaders.messages(node.source, { key, revision });
}

/** Resolves `Conversation.messages`. */
export async function messagesConnection(
  node: ConversationNode,
  { first, after, filter }: Partial<ConversationMessagesArgs>,
  context: GatewayContext,
): Promise<Connection<SourceMessage>> {
  const size = pageSizeOf(first, 50, context);
  requireInOrder('filter.from', filter?.from, 'filter.to', filter?.to);
  const messages = await messagesOf(node, context);
  const page = pageList({
    listName: 'messages',
    identity: [node.source.name, node.entity.key, filter],
    rows: filter ? matching(messages, filter, node.entity.createdAt) : messages,
    keyOf: ({ key }) => key,
    first: size,
    after,
    cursors: context.lists.cursors,
  });
  const { source } = node;
  return toConnection(page, (message) => ({ type: 'Message', source, conversation: node, message }));
}

/** Messages are oldest first: one without a time counts as sent with the one before it, the first with the beginning. */
function matching(
  messages: readonly Message[],
  { kinds, from, to }: MessageFilter,
  begin: Instant | undefined,
): readonly Message[] {
  const isBounded = from != null || to != null;
  let latest = begin ?? messages.find(({ sentAt }) => sentAt !== null)?.sentAt ?? NaN;
  return messages.filter(({ kind, sentAt }) => {
    latest = sentAt ?? latest;
    return (
      (!kinds || kinds.includes(kind)) &&
      (!isBounded || (latest >= (from ?? -Infinity) && latest < (to ?? Infinity)))
    );
  });
}

/** A message's key within its source: made of the conversation's key and the message's own. */
function keyOf({ conversation, message }: SourceMessage): string {
  return JSON.stringify([conversation.entity.key, message.key]);
}

/** Reads what `keyOf` writes; null for anything else. */
function keysIn(key: string): readonly [conversationKey: string, messageKey: string] | null {
  try {
    const keys: unknown = JSON.parse(key);
    if (!Array.isArray(keys) || keys.length !== 2) return null;
    const [conversationKey, messageKey] = keys as unknown[];
    if (typeof conversationKey !== 'string' || typeof messageKey !== 'string') return null;
    return [conversationKey, messageKey];
  } catch {
    return null;
  }
}

/** Fetches a message by its key within its source; null when it is gone. */
export async function findMessage(
  source: HelpdeskSource,
  key: string,
  context: GatewayContext,
): Promise<SourceMessage | null> {
  const keys = keysIn(key);
  if (!keys) return null;
  const [conversationKey, messageKey] = keys;
  const conversation = await context.loaders.entity(source, 'Conversation', conversationKey);
  if (!conversation) return null;
  const node = inSource('Conversation', source, conversation);
  const message = (await messagesOf(node, context)).find((candidate) => candidate.key === messageKey);
  return message ? { type: 'Message', source, conversation: node, message } : null;
}

/**
 * The author of a message. Where the vendor does not name one on the customer's side, it is the conversation's
 * customer.
 */
function authorOf(
  node: SourceMessage,
  { loaders }: GatewayContext,
): AuthorNode | Promise<AuthorNode | null> | null {
  const { source, conversation, message } = node;
  if (message.authorFailure) throw message.authorFailure;
  if (message.author?.type === 'Agent') return inSource('Agent', source, message.author.agent);
  if (message.author) return inSource('Customer', source, message.author.customer);
  if (message.author === null || message.authorRole !== 'CUSTOMER') return null;
  return whenTold(loaders.told(conversation, 'customer'), (customer) =>
    customer === null ? null : inSource('Customer', source, customer),
  );
}

/** The name of a message's author; null where nobody tells one. */
export async function authorNameOf(node: SourceMessage, context: GatewayContext): Promise<string | null> {
  if (node.message.authorName) return node.message.authorName;
  const author = await authorOf(node, context);
  if (!author) return null;
  // Both branches are alike, but the compiler needs one for each type.
  return author.type === 'Agent'
    ? context.loaders.told(author, 'name')
    : context.loaders.told(author, 'name');
}

export const messageResolvers: Pick<Resolvers, 'Author' | 'Message'> = {
  Author: { __resolveType: ({ type }) => type },
  Message: {
    id: (node) => encodeGlobalId({ type: 'Message', source: node.source.name, key: keyOf(node) }),
    source: ({ source }) => ({ type: 'Source', source }),
    vendorId: ({ message }) => message.vendorId,
    conversation: ({ conversation }) => conversation,
    kind: ({ message }) => message.kind,
    vendorKind: ({ message }) => message.vendorKind,
    internal: ({ message }) => message.internal,
    authorRole: ({ message }) => message.authorRole,
    authorName: (node, _arguments, context) => authorNameOf(node, context),
    author: (node, _arguments, context) => authorOf(node, context),
    sentAt: ({ message }) => message.sentAt,
    body: ({ message }) => message.body,
    text: ({ message, source }) => inTurn(message, plainText, source.linkBase),
    html: ({ message, source }) => inTurn(message, safeHtml, source.linkBase),
    attachments: ({ message }) => message.attachments,
  },
};
