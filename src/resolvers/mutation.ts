import type { MutationResolvers } from '../generated/schema-types.ts';
import { agentMutations } from './mutations/agent-mutations.ts';
import { contentMutations } from './mutations/content-mutations.ts';
import { conversationMutations } from './mutations/conversation-mutations.ts';
import { customerMutations } from './mutations/customer-mutations.ts';
import { labelMutations } from './mutations/label-mutations.ts';
import { messageMutations } from './mutations/message-mutations.ts';

export const mutationResolvers: { readonly Mutation: Required<MutationResolvers> } = {
  Mutation: {
    ...agentMutations,
    ...contentMutations,
    ...conversationMutations,
    ...customerMutations,
    ...labelMutations,
    ...messageMutations,
  } as Required<MutationResolvers>,
};
