import type { Resolvers } from '../generated/schema-types.ts';
import { agentResolvers } from './agent.ts';
import { companyResolvers } from './company.ts';
import { conversationResolvers } from './conversation.ts';
import { customerResolvers } from './customer.ts';
import { departmentResolvers } from './department.ts';
import { entityResolvers } from './entities.ts';
import { fileResolvers } from './file.ts';
import { knowledgeBaseResolvers } from './knowledge-base.ts';
import { messageResolvers } from './message.ts';
import { mutationResolvers } from './mutation.ts';
import { personResolvers } from './person.ts';
import { queryResolvers } from './query.ts';
import { satisfactionResolvers } from './satisfaction.ts';
import { reportResolvers } from './report.ts';
import { sourceResolvers } from './source.ts';
import { subscriptionResolvers } from './subscription.ts';
import { tagResolvers } from './tag.ts';
import { transactionResolvers } from './transaction.ts';
import { websiteResolvers } from './website.ts';

/** Resolvers of the whole graph, but for its scalars. */
export const resolvers: Resolvers = {
  ...agentResolvers,
  ...companyResolvers,
  ...conversationResolvers,
  ...customerResolvers,
  ...departmentResolvers,
  ...entityResolvers,
  ...fileResolvers,
  ...knowledgeBaseResolvers,
  ...messageResolvers,
  ...mutationResolvers,
  ...personResolvers,
  ...queryResolvers,
  ...satisfactionResolvers,
  ...reportResolvers,
  ...sourceResolvers,
  ...subscriptionResolvers,
  ...tagResolvers,
  ...transactionResolvers,
  ...websiteResolvers,
  Node: { __resolveType: ({ type }) => type },
};
