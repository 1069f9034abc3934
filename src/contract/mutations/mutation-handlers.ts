import type {
  FileUpload,
  KnowledgeBaseCategoryCreate,
  SuggestionCreate,
  SuggestionCreated,
} from './content-commands.ts';
import type {
  ConversationCreate,
  ConversationDelete,
  ConversationMessageSend,
  ConversationNoteAdd,
  ConversationStatusChange,
  ConversationTagChange,
  ConversationTransfer,
  FieldsClear,
  FieldsSet,
} from './conversation-commands.ts';
import type { EntityDelete, LabelCreate, LabelUpdate } from './directory-commands.ts';
import type { EntityChanged, PlanMutation } from './mutation-plan.ts';
import type {
  AgentAvailabilitySet,
  AgentCommand,
  AgentCreate,
  AgentUpdate,
  AgentWebsite,
  CustomerGroupMembership,
  CustomerRegister,
} from './people-commands.ts';

/** How a source makes each change, by the name of the GraphQL mutation; it cannot make those that are left out. */
export interface MutationHandlers {
  readonly agentAvailabilitySet: PlanMutation<AgentAvailabilitySet, EntityChanged>;
  readonly agentCreate: PlanMutation<AgentCreate, EntityChanged>;
  readonly agentDelete: PlanMutation<AgentCommand, EntityChanged>;
  readonly agentDisconnect: PlanMutation<AgentCommand, EntityChanged>;
  readonly agentUpdate: PlanMutation<AgentUpdate, EntityChanged>;
  readonly agentWebsiteLink: PlanMutation<AgentWebsite, EntityChanged>;
  readonly agentWebsiteUnlink: PlanMutation<AgentWebsite, EntityChanged>;
  readonly conversationCreate: PlanMutation<ConversationCreate, EntityChanged>;
  readonly conversationDelete: PlanMutation<ConversationDelete, EntityChanged>;
  readonly conversationFieldsClear: PlanMutation<FieldsClear, EntityChanged>;
  readonly conversationFieldsSet: PlanMutation<FieldsSet, EntityChanged>;
  readonly conversationMessageSend: PlanMutation<ConversationMessageSend, EntityChanged>;
  readonly conversationNoteAdd: PlanMutation<ConversationNoteAdd, EntityChanged>;
  readonly conversationStatusChange: PlanMutation<ConversationStatusChange, EntityChanged>;
  readonly conversationTagAdd: PlanMutation<ConversationTagChange, EntityChanged>;
  readonly conversationTagRemove: PlanMutation<ConversationTagChange, EntityChanged>;
  readonly conversationTransfer: PlanMutation<ConversationTransfer, EntityChanged>;
  readonly customerFieldsClear: PlanMutation<FieldsClear, EntityChanged>;
  readonly customerFieldsSet: PlanMutation<FieldsSet, EntityChanged>;
  readonly customerGroupCreate: PlanMutation<LabelCreate, EntityChanged>;
  readonly customerGroupDelete: PlanMutation<EntityDelete, EntityChanged>;
  readonly customerGroupJoin: PlanMutation<CustomerGroupMembership, EntityChanged>;
  readonly customerGroupLeave: PlanMutation<CustomerGroupMembership, EntityChanged>;
  readonly customerGroupUpdate: PlanMutation<LabelUpdate, EntityChanged>;
  readonly customerRegister: PlanMutation<CustomerRegister, EntityChanged>;
  readonly fileUpload: PlanMutation<FileUpload, EntityChanged>;
  readonly knowledgeBaseCategoryCreate: PlanMutation<KnowledgeBaseCategoryCreate, EntityChanged>;
  readonly knowledgeBaseEntryDelete: PlanMutation<EntityDelete, EntityChanged>;
  readonly suggestionCreate: PlanMutation<SuggestionCreate, SuggestionCreated>;
  readonly tagCreate: PlanMutation<LabelCreate, EntityChanged>;
  readonly tagDelete: PlanMutation<EntityDelete, EntityChanged>;
  readonly tagUpdate: PlanMutation<LabelUpdate, EntityChanged>;
}

/** Name of a mutation. */
export type MutationName = keyof MutationHandlers;

/** What a mutation's handler is given. */
export type CommandOf<Name extends MutationName> = Parameters<MutationHandlers[Name]>[0];

/** What a mutation tells; it survives JSON. */
export type ResultOf<Name extends MutationName> =
  ReturnType<MutationHandlers[Name]> extends { run(context: never): Promise<infer Result> } ? Result : never;
