import type { Capability } from '../../src/contract/capability.ts';
import type { MutationName } from '../../src/contract/mutations/mutation-handlers.ts';

/** The capability that a source with a mutation's handler has. */
export const mutationCapabilities = {
  agentAvailabilitySet: 'AGENT_AVAILABILITY_WRITE',
  agentCreate: 'AGENTS_WRITE',
  agentDelete: 'AGENTS_WRITE',
  agentDisconnect: 'AGENT_AVAILABILITY_WRITE',
  agentUpdate: 'AGENTS_WRITE',
  agentWebsiteLink: 'WEBSITES_WRITE',
  agentWebsiteUnlink: 'WEBSITES_WRITE',
  conversationCreate: 'CONVERSATION_CREATE',
  conversationDelete: 'CONVERSATION_DELETE',
  conversationFieldsClear: 'CONVERSATION_FIELDS_WRITE',
  conversationFieldsSet: 'CONVERSATION_FIELDS_WRITE',
  conversationMessageSend: 'CONVERSATION_MESSAGE_SEND',
  conversationNoteAdd: 'CONVERSATION_NOTE_ADD',
  conversationStatusChange: 'CONVERSATION_STATUS_WRITE',
  conversationTagAdd: 'CONVERSATION_TAGS_WRITE',
  conversationTagRemove: 'CONVERSATION_TAGS_WRITE',
  conversationTransfer: 'CONVERSATION_TRANSFER',
  customerFieldsClear: 'CUSTOMERS_WRITE',
  customerFieldsSet: 'CUSTOMERS_WRITE',
  customerGroupCreate: 'CUSTOMER_GROUPS_WRITE',
  customerGroupDelete: 'CUSTOMER_GROUPS_WRITE',
  customerGroupJoin: 'CUSTOMERS_WRITE',
  customerGroupLeave: 'CUSTOMERS_WRITE',
  customerGroupUpdate: 'CUSTOMER_GROUPS_WRITE',
  customerRegister: 'CUSTOMERS_WRITE',
  fileUpload: 'FILES_WRITE',
  knowledgeBaseCategoryCreate: 'ARTICLES_WRITE',
  knowledgeBaseEntryDelete: 'ARTICLES_WRITE',
  suggestionCreate: 'SUGGESTIONS_WRITE',
  tagCreate: 'TAGS_WRITE',
  tagDelete: 'TAGS_WRITE',
  tagUpdate: 'TAGS_WRITE',
} as const satisfies Readonly<Record<MutationName, Capability>>;

/** A capability that is kept by changes. */
export type ChangeCapability = (typeof mutationCapabilities)[MutationName];
