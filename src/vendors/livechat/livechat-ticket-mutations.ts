import type { Channel, Conversation } from '../../contract/conversation.ts';
import type { CallContext } from '../../contract/call-context.ts';
import type {
  ConversationCreate,
  ConversationTagChange,
} from '../../contract/mutations/conversation-commands.ts';
import type { EntityChanged, MutationPlan } from '../../contract/mutations/mutation-plan.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { nameKey } from '../../contract/name-key.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { orVendorError } from '../../vendor-kit/batch-entries.ts';
import { planCall, readNow } from '../../vendor-kit/write-plan.ts';
import { refusedInput } from '../../vendor-kit/refused-input.ts';
import { unexpectedForm } from '../../vendor-kit/unexpected-form.ts';
import { toTicket, type AnswerSetting } from './livechat-answers.ts';
import { absentConversations, type LivechatClient } from './livechat-client.ts';
import { KeyedQueue } from './livechat-keyed-queue.ts';
import { refuseGiven } from './livechat-refused-input.ts';
import { changeCall } from './livechat-write-calls.ts';
import { createdTicketSchema } from './livechat-wire.ts';
import { tellsSuccess } from './livechat-write-reply.ts';

/** What it takes to make changes. */
export interface LivechatMutationOptions {
  /** Name of the source. */
  readonly source: string;
  /** Login of the agent that the key belongs to. */
  readonly login: string;
  readonly transport: SourceTransport;
  readonly client: LivechatClient;
}

/** The kinds of ticket that can be made. */
const sourceTypes: Readonly<Partial<Record<Channel, string>>> = {
  CHAT: 'lc2',
  CONTACT_FORM: 'chat-window',
  EMAIL: 'mail',
};

/** POST /tickets. The message is the requester's. */
export function planTicket(
  command: ConversationCreate,
  { source, client, transport }: LivechatMutationOptions,
): MutationPlan<EntityChanged> {
  const { cc, status, fields, mailMessageId, messageIsHtml, notifyCustomer } = command;
  refuseGiven(source, { cc, status, fields, mailMessageId }, 'a new ticket');
  if (messageIsHtml === true) {
    throw refusedInput(source, 'messageIsHtml', 'LiveChat takes plain text for a new ticket');
  }
  if (notifyCustomer === false) {
    throw refusedInput(source, 'notifyCustomer', 'LiveChat cannot hold back its mails to the requester');
  }
  const { customerEmail, customerName, agentKey, departmentKey, subject, message } = command;
  const label = { source, operation: 'conversations.create' };
  const call = changeCall(source, {
    operation: label.operation,
    method: 'POST',
    path: ['tickets'],
    body: {
      subject,
      message,
      requester: { mail: customerEmail, name: customerName ?? undefined },
      assignee: agentKey == null ? undefined : { id: agentKey },
      source: toSource(command, source),
      group: departmentKey == null ? undefined : [toGroupId(departmentKey)],
    },
    invalidates: ['conversations', 'customers', absentConversations],
  });
  const creation = {
    ...call,
    parse: async (reply: UpstreamReply) =>
      newTicketIn(await call.parse(reply), { baseUrl: client.baseUrl, fetchedAt: reply.fetchedAt, label }),
  };
  return planCall(transport, creation);
}

/** That a ticket was made is known by the ticket in the answer, or by a success stated there. */
async function newTicketIn(answer: unknown, setting: AnswerSetting): Promise<EntityChanged> {
  const key = ticketIdIn(answer);
  if (key !== null) return { key, told: await ticketIn(answer, setting) };
  if (!tellsSuccess(answer)) throw unexpectedForm('the new ticket', null, setting.label);
  return { key };
}

/** The ticket in an answer; undefined where the answer has more or less than a ticket. */
async function ticketIn(answer: unknown, setting: AnswerSetting): Promise<Conversation | undefined> {
  const reading = async () => toTicket(answer, setting);
  const ticket = await orVendorError(reading());
  return ticket === null || ticket instanceof VendorError ? undefined : ticket;
}

/** `group[]` takes ids as numbers. */
export function toGroupId(key: string): number | string {
  return /^\d{1,15}$/.test(key) ? Number(key) : key;
}

function toSource({ channel, sourceUrl }: ConversationCreate, source: string) {
  if (channel == null && sourceUrl == null) return undefined;
  const type = channel == null ? 'chat-window' : sourceTypes[channel];
  if (type === undefined) {
    const known = Object.keys(sourceTypes).join(', ');
    throw refusedInput(source, 'channel', `LiveChat makes tickets of ${known}, not of ${channel}`);
  }
  if (sourceUrl != null && type !== 'chat-window') {
    throw refusedInput(source, 'sourceUrl', 'LiveChat takes an address for the channel CONTACT_FORM only');
  }
  return { type, url: sourceUrl ?? undefined };
}

/** The answer is the ticket, bare or in an envelope. */
function ticketIdIn(answer: unknown): string | null {
  const parsed = createdTicketSchema.safeParse(answer).data;
  return parsed?.id ?? parsed?.ticket?.id ?? parsed?.tickets?.[0]?.id ?? null;
}

/**
 * PUT /tickets/{id}/tags replaces all tags of a ticket: they are read afresh, changed and sent, one change of a ticket
 * at a time. A change that somebody makes elsewhere between the two calls is lost.
 */
export class TicketTags {
  readonly #options: LivechatMutationOptions;
  readonly #queue = new KeyedQueue();

  constructor(options: LivechatMutationOptions) {
    this.#options = options;
  }

  /** Plans to put a tag on a ticket, or to take it off. */
  plan(
    { conversationKey, tagKey, tagName }: ConversationTagChange,
    change: 'add' | 'remove',
  ): MutationPlan<EntityChanged> {
    const { transport } = this.#options;
    const name = tagKey ?? tagName ?? '';
    const callFor = async (context: CallContext) => {
      const names = await this.#namesOf(conversationKey, context);
      const wanted = change === 'add' ? withTag(names, name) : withoutTag(names, name);
      return wanted.length === names.length ? null : this.#call(conversationKey, wanted);
    };
    return {
      preview: async (context) => {
        const call = await callFor(context);
        return call ? [transport.describe(call)] : [];
      },
      run: (context) =>
        this.#queue.run(conversationKey, async () => {
          const call = await callFor(context);
          if (call) await transport.write(call, context);
          return { key: conversationKey };
        }),
    };
  }

  #call(id: string, tag: readonly string[]) {
    return changeCall(this.#options.source, {
      operation: 'conversations.tags.put',
      method: 'PUT',
      path: ['tickets', { id }, 'tags'],
      body: { tag },
      invalidates: ['conversations', `conversation:${id}`, 'tags'],
    });
  }

  async #namesOf(id: string, context: CallContext): Promise<readonly string[]> {
    const { client, source } = this.#options;
    const ticket = await readNow((within) => client.getTicket(id, null, within), context);
    if (ticket) return (ticket.tags ?? []).map(({ key }) => key);
    throw new VendorError({
      kind: 'not-found',
      message: 'LiveChat knows no such ticket',
      source,
      operation: 'conversations.tags.put',
      field: ['conversationId'],
    });
  }
}

/** A name that differs in case only is the same tag, as in the filter of lists. */
function withTag(names: readonly string[], name: string): readonly string[] {
  return names.some((other) => isSameName(other, name)) ? names : [...names, name];
}

/** Takes the tag of exactly that name off, or else those that differ in case only. */
function withoutTag(names: readonly string[], name: string): readonly string[] {
  const isExact = names.includes(name);
  return names.filter((other) => (isExact ? other !== name : !isSameName(other, name)));
}

function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}
