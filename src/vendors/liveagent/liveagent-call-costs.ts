import type { CallCosts } from '../../contract/call-costs.ts';

/** What LiveAgent's lists do not tell takes a call for each record. */
export const liveagentCallCosts: CallCosts = {
  rows: {
    'Agent.departments': 1,
    'Agent.details': 1,
    'Company.details': 1,
    'Conversation.details': 1,
    'Conversation.messages': 1,
    'Customer.details': 1,
    'Customer.groups': 1,
    'CustomerGroup.details': 1,
    'Department.agents': 1,
    'Tag.details': 1,
  },
  // By the address, by the list where that knows none, and then by its row's id.
  customersByEmail: 3,
};
