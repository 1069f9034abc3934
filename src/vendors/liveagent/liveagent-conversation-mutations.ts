import type { ConversationStatus } from '../../contract/conversation.ts';
import type {
  ConversationCreate,
  ConversationDelete,
  ConversationMessageSend,
  ConversationNoteAdd,
  ConversationStatusChange,
  ConversationTagChange,
  ConversationTransfer,
} from '../../contract/mutations/conversation-commands.ts';
import type { MutationHandlers } from '../../contract/mutations/mutation-handlers.ts';
import type { EntityChanged } from '../../contract/mutations/mutation-plan.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { mapPlan, planCall } from '../../vendor-kit/write-plan.ts';
import { refusedInput } from '../../vendor-kit/refused-input.ts';
import { conversationStatuses } from './liveagent-codes.ts';
import {
  customFieldsText,
  planFieldsClear,
  planFieldsSet,
  type FieldOwner,
} from './liveagent-field-changes.ts';
import { emailCustomerKey } from './liveagent-mapping-customer.ts';
import { codeOf } from './liveagent-refused-input.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { changeCall, flag, idIn, type EndpointChange, type Form } from './liveagent-write-calls.ts';

/** The only states that an existing conversation can be given. */
const settableStatuses: Readonly<Record<string, ConversationStatus>> = {
  A: 'ANSWERED',
  C: 'OPEN',
  R: 'RESOLVED',
};

/** Changes of conversations: one call each, except for custom fields. */
export function createConversationMutations(settings: LiveagentSettings, transport: SourceTransport) {
  const { name: source } = settings;
  const plan = (key: string, change: ConversationChange) =>
    mapPlan(planCall(transport, changeCall(settings, changeOf(key, change))), (): EntityChanged => ({ key }));
  const fieldsOf = (key: string): FieldOwner => ({
    settings,
    transport,
    kind: 'conversations',
    path: ['conversations', { id: key }],
    invalidates: staleAfter(key),
  });
  return {
    conversationCreate: (command) =>
      mapPlan(planCall(transport, changeCall(settings, creation(command, source))), (content) => ({
        key: idIn(content, 'conversationid'),
      })),
    conversationMessageSend: (command) => plan(command.conversationKey, message(command, source)),
    conversationNoteAdd: (command) => plan(command.conversationKey, note(command)),
    conversationTransfer: (command) => plan(command.conversationKey, transfer(command)),
    conversationStatusChange: (command) => plan(command.conversationKey, statusChange(command, source)),
    conversationDelete: (command) => plan(command.conversationKey, deletion(command)),
    conversationTagAdd: (command) => plan(command.conversationKey, tagAssignment(command)),
    conversationTagRemove: (command) => plan(command.conversationKey, tagRemoval(command)),
    conversationFieldsSet: (command) => planFieldsSet(fieldsOf(command.key), command),
    conversationFieldsClear: (command) => planFieldsClear(fieldsOf(command.key), command),
  } satisfies Partial<MutationHandlers>;
}

/** A change below `conversations/[conversationid]`. */
type ConversationChange = Omit<EndpointChange, 'invalidates'>;

function changeOf(key: string, change: ConversationChange): EndpointChange {
  return {
    ...change,
    path: ['conversations', { id: key }, ...change.path],
    invalidates: staleAfter(key),
  };
}

/** A tag may be a new one, and reports count what happens to conversations. */
function staleAfter(key: string): readonly string[] {
  return ['conversations', `conversation:${key}`, 'tags', 'reports'];
}

/**
 * POST conversations. The creator has to be an agent or a customer whom LiveAgent knows: without an agent, it is the
 * customer. A department is mandatory, and only the vendor knows whether it has a default one.
 */
function creation(command: ConversationCreate, source: string): EndpointChange {
  const { channel, sourceUrl, customerEmail, status } = command;
  if (channel != null) throw refusedInput(source, 'channel', 'LiveAgent decides on the channel itself');
  if (sourceUrl != null) throw refusedInput(source, 'sourceUrl', 'LiveAgent has no such value');
  return {
    operation: 'conversations.create',
    method: 'POST',
    path: ['conversations'],
    form: {
      subject: command.subject,
      message: command.message,
      useridentifier: command.agentKey ?? customerEmail,
      department: command.departmentKey ?? undefined,
      recipient: customerEmail,
      recipient_name: command.customerName ?? undefined,
      cc: command.cc && command.cc.length > 0 ? command.cc.join(',') : undefined,
      status:
        status == null
          ? undefined
          : codeOf(conversationStatuses, status, { source, field: 'status', except: ['L'] }),
      ...mailFlags(command),
      customfields: command.fields ? customFieldsText(command.fields) : undefined,
    },
    ids: ['conversationid'],
    invalidates: ['conversations', 'customers', `customer:${emailCustomerKey(customerEmail)}`, 'reports'],
  };
}

/** POST messages. Without a user LiveAgent makes a note of a message, whatever its type. */
function message(command: ConversationMessageSend, source: string): ConversationChange {
  const { message: text, agentKey, fileKeys } = command;
  if (agentKey == null) {
    throw refusedInput(source, 'agentId', 'LiveAgent sends messages only in the name of an agent');
  }
  const form = {
    message: text,
    useridentifier: agentKey,
    type: 'M',
    ...mailFlags(command),
    // No blank after the comma: the vendor's example has one, but nothing says that it is trimmed.
    attachments: fileKeys && fileKeys.length > 0 ? fileKeys.join(',') : undefined,
  };
  return { operation: 'conversations.messages.create', method: 'POST', path: ['messages'], form };
}

/** POST messages with the type of a note. */
function note({ note: text, agentKey }: ConversationNoteAdd): ConversationChange {
  const form = { message: text, useridentifier: agentKey ?? undefined, type: 'N' };
  return { operation: 'conversations.messages.create', method: 'POST', path: ['messages'], form };
}

/** PUT attendants. */
function transfer(command: ConversationTransfer): ConversationChange {
  const form = {
    agentidentifier: command.toAgentKey ?? undefined,
    useridentifier: command.byAgentKey ?? undefined,
    department: command.toDepartmentKey ?? undefined,
    note: command.message ?? undefined,
  };
  return { operation: 'conversations.transfer', method: 'PUT', path: ['attendants'], form };
}

/** PUT status. */
function statusChange(command: ConversationStatusChange, source: string): ConversationChange {
  const form = {
    status: codeOf(settableStatuses, command.status, { source, field: 'status' }),
    useridentifier: command.agentKey ?? undefined,
    note: command.note ?? undefined,
  };
  return { operation: 'conversations.status.change', method: 'PUT', path: ['status'], form };
}

/** DELETE of the conversation itself. */
function deletion({ agentKey, note: text }: ConversationDelete): ConversationChange {
  const form = { note: text ?? undefined, useridentifier: agentKey ?? undefined };
  return { operation: 'conversations.delete', method: 'DELETE', path: [], form };
}

/** POST tags. */
function tagAssignment(command: ConversationTagChange): ConversationChange {
  return { operation: 'conversations.tags.assign', method: 'POST', path: ['tags'], form: tagForm(command) };
}

/** DELETE tags. */
function tagRemoval(command: ConversationTagChange): ConversationChange {
  return {
    operation: 'conversations.tags.unassign',
    method: 'DELETE',
    path: ['tags'],
    selector: tagForm(command),
  };
}

type MailFlags = Pick<ConversationCreate, 'mailMessageId' | 'messageIsHtml' | 'notifyCustomer'>;

function mailFlags({ mailMessageId, messageIsHtml, notifyCustomer }: MailFlags) {
  return {
    // Spelt like this on the wire.
    mail_messsage_id: mailMessageId ?? undefined,
    do_not_send_mail: flag(notifyCustomer === false),
    is_html_message: flag(messageIsHtml === true),
  };
}

function tagForm({ tagKey, tagName }: ConversationTagChange): Form {
  return tagKey == null ? { name: tagName ?? undefined } : { id: tagKey };
}
