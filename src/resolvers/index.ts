import type { Resolvers } from '../generated/schema-types.ts';
import { agentResolvers } from './agent.ts';
import { conversationResolvers } from './conversation.ts';
import { customerResolvers } from './customer.ts';
import { departmentResolvers } from './department.ts';
import { messageResolvers } from './message.ts';
import { personResolvers } from './person.ts';
import { queryResolvers } from './query.ts';
import { scalarResolvers } from './scalars.ts';
import { sourceResolvers } from './source.ts';
import { tagResolvers } from './tag.ts';
import { websiteResolvers } from './website.ts';

/** Resolvers of the whole graph. */
export const resolvers: Resolvers = {
  ...scalarResolvers,
  ...agentResolvers,
  ...conversationResolvers,
  ...customerResolvers,
  ...departmentResolvers,
  ...messageResolvers,
  ...personResolvers,
  ...queryResolvers,
  ...sourceResolvers,
  ...tagResolvers,
  ...websiteResolvers,
  Node: { __resolveType: ({ type }) => type },
};
