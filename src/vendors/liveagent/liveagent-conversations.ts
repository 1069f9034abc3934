import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { ConversationCriteria, ConversationReader } from '../../contract/conversation-reader.ts';
import type { Conversation, ConversationReference } from '../../contract/conversation.ts';
import type { Message } from '../../contract/message.ts';
import type { FilterSupport, TimelineBatch, TimelineRequest } from '../../contract/timeline.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { nameKey } from '../../contract/name-key.ts';
import { answerOf } from '../../vendor-kit/combined-answer.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { foundOrError, orVendorError, valueOrError } from '../../vendor-kit/batch-entries.ts';
import { answerOrNull } from './liveagent-answers.ts';
import type { LiveagentDirectoryClient } from './liveagent-client-directories.ts';
import type { LiveagentClient } from './liveagent-client.ts';
import { channels, conversationStatuses } from './liveagent-codes.ts';
import { LiveagentConversationList } from './liveagent-conversation-list.ts';
import { signedMessages } from './liveagent-mapping-message.ts';
import { LiveagentMessageAuthors } from './liveagent-message-authors.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';

/** A code, unlike an id, has parts. */
const code = /^[a-z\d]+(?:-[a-z\d]+)+$/i;

/** What conversations are read with. */
export interface LiveagentConversationsOptions {
  readonly settings: LiveagentSettings;
  readonly client: LiveagentClient;
  readonly directories: LiveagentDirectoryClient;
  readonly transport: Pick<SourceTransport, 'each'>;
}

/** Reads conversations and their messages. */
export class LiveagentConversations implements ConversationReader {
  readonly possible: NonNullable<ConversationReader['possible']> = {
    status: [...new Set(Object.values(conversationStatuses)), 'UNKNOWN'],
    channel: [...new Set(Object.values(channels)), 'OTHER'],
  };
  // The list does not say who is in charge, so `assigned` would take a call for each conversation.
  readonly filters: Readonly<Record<keyof ConversationCriteria, FilterSupport>> = {
    status: 'vendor',
    channel: 'vendor',
    departmentKey: 'vendor',
    assigneeKey: 'vendor',
    customerEmail: 'vendor',
    customerExternalId: 'unsupported',
    tag: 'vendor',
    search: 'gateway',
    assigned: 'unsupported',
    created: 'vendor',
    updated: 'vendor',
  };
  /** Fields with a call of their own: the tags, where the record has no column for them. */
  readonly fields: NonNullable<ConversationReader['fields']> = {
    tags: (references, context) =>
      this.#transport.each(references, context, (reference) =>
        valueOrError(this.#client.listConversationTags(reference, context)),
      ),
  };
  readonly #client: LiveagentClient;
  readonly #directories: LiveagentDirectoryClient;
  readonly #list: LiveagentConversationList;
  readonly #transport: Pick<SourceTransport, 'each'>;

  constructor({ settings, client, directories, transport }: LiveagentConversationsOptions) {
    this.#client = client;
    this.#directories = directories;
    this.#transport = transport;
    this.#list = new LiveagentConversationList(settings, client);
  }

  async list(
    request: TimelineRequest<ConversationCriteria>,
    context: CallContext,
  ): Promise<Answer<TimelineBatch<Conversation>>> {
    const { tag } = request.filter;
    if (tag === undefined) return this.#list.read(request, null, context);
    const tags = await this.#directories.listTags(context);
    const keys = tags.value.filter(({ name }) => nameKey(name ?? '') === tag).map(({ key }) => key);
    if (keys.length === 0) return answerOf({ rows: [], coveredTo: null, position: null }, [tags]);
    const answer = await this.#list.read(request, new Set(keys), context);
    return answerOf(answer.value, [answer, tags]);
  }

  get(
    references: readonly ConversationReference[],
    context: CallContext,
  ): Promise<readonly (Conversation | VendorError | null)[]> {
    return this.#transport.each(references, context, (reference) =>
      foundOrError(this.#client.getConversation(reference, context)),
    );
  }

  messages(
    references: readonly ConversationReference[],
    context: CallContext,
  ): Promise<readonly (readonly Message[] | VendorError)[]> {
    const authors = new LiveagentMessageAuthors(this.#directories, context);
    if (references.length > 0) authors.begin();
    return this.#transport.each(references, context, async (reference) => {
      const unsigned = await orVendorError(this.#client.listMessages(reference, context));
      if (unsigned instanceof VendorError) return unsigned;
      return signedMessages(unsigned.value, await authors.of(unsigned.value));
    });
  }

  async findByReference(reference: string, context: CallContext): Promise<Answer<Conversation | null>> {
    const text = reference.trim();
    const answer = await this.#found(text, context);
    // Codes are in capitals, which people do not always keep to; ids are not.
    const capitals = code.test(text) ? text.toUpperCase() : text;
    return answer.value || capitals === text ? answer : this.#found(capitals, context);
  }

  async #found(key: string, context: CallContext): Promise<Answer<Conversation | null>> {
    const answer = await answerOrNull(this.#client.getConversation({ key, revision: null }, context));
    return answer ?? answerOf(null, []);
  }
}
