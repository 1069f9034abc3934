import type { CallCosts, GivenInput } from '../../contract/call-costs.ts';

/** By the address; where that finds nobody, by the list, and then by the id of its row. */
const customerCalls = 3;

/** A deletion for each code, and one addition. */
const fieldCalls = ({ fields }: GivenInput) => [fields ?? []].flat().length + 1;
/** A deletion for each code, or one for all. */
const clearCalls = ({ codes }: GivenInput) => Math.max(1, [codes ?? []].flat().length);
const forCustomer = (calls: (input: GivenInput) => number) => (input: GivenInput) =>
  customerCalls + calls(input);

/** What LiveAgent's lists lack takes a call for each record. */
export const liveagentCallCosts: CallCosts = {
  // In which order the list comes is learnt from the first answer, which may be the wrong end.
  lists: { Customer: () => 2 },
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
  // Lists that are read for: which authors are agents, the id of a tag's name, and what an agent's record lacks.
  directories: {
    'Agent.get': 'Agent',
    'Conversation.messages': 'Agent',
    'Conversation.tag': 'Tag',
    'Node.get': 'Agent',
  },
  changes: {
    conversationFieldsClear: clearCalls,
    conversationFieldsSet: fieldCalls,
    customerFieldsClear: forCustomer(clearCalls),
    customerFieldsSet: forCustomer(fieldCalls),
    customerGroupJoin: forCustomer(() => 1),
    customerGroupLeave: forCustomer(() => 1),
  },
  customersByEmail: customerCalls,
};
