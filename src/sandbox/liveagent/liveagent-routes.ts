import * as activity from './liveagent-activity-reports.ts';
import { getAgent, listAgentStates } from './liveagent-agents.ts';
import { getStatus } from './liveagent-application.ts';
import { reportAgentsAvailability, reportAvailability } from './liveagent-availability-reports.ts';
import type { LiveAgentOperation } from './liveagent-call.ts';
import { getCompany, listCompanies } from './liveagent-companies.ts';
import { createConversation } from './liveagent-conversation-create.ts';
import { assignTag, unassignTag } from './liveagent-conversation-tags.ts';
import * as conversationWrites from './liveagent-conversation-writes.ts';
import { getConversation, listConversationTags, listConversations } from './liveagent-conversations.ts';
import * as customerWrites from './liveagent-customer-writes.ts';
import { getCustomer, listCustomers, listGroupsOfCustomer } from './liveagent-customers.ts';
import * as departments from './liveagent-departments.ts';
import { addFile, deleteFile, getFile } from './liveagent-files.ts';
import * as knowledge from './liveagent-knowledge-reads.ts';
import { addCategory, addSuggestion, deleteEntry } from './liveagent-knowledge-writes.ts';
import * as labels from './liveagent-labels.ts';
import * as live from './liveagent-live.ts';
import { reportLoad } from './liveagent-load-report.ts';
import { listMessages } from './liveagent-messages.ts';
import { reportPerformance } from './liveagent-performance-report.ts';
import { reportRanking } from './liveagent-ranking-report.ts';
import { reportSlaCompliance, reportSlaLog } from './liveagent-sla-reports.ts';

const reads: Readonly<Record<string, LiveAgentOperation>> = {
  'GET agents/[]': getAgent,
  'GET application/status': getStatus,
  'GET calls/overview': live.getCallsOverview,
  'GET chats/overview': live.getChatsOverview,
  'GET companies': listCompanies,
  'GET companies/[]': getCompany,
  'GET conversations': listConversations,
  'GET conversations/[]': getConversation,
  'GET conversations/[]/messages': listMessages,
  'GET conversations/[]/tags': listConversationTags,
  'GET customers': listCustomers,
  'GET customers/[]': getCustomer,
  'GET customers/[]/groups': listGroupsOfCustomer,
  'GET customersgroups': labels.listCustomerGroups,
  'GET customersgroups/[]': labels.getCustomerGroup,
  'GET departments': departments.listDepartments,
  'GET departments/[]': departments.getDepartment,
  'GET departments/[]/agents': departments.listDepartmentAgents,
  'GET files/[]': getFile,
  'GET knowledgebase/articles': knowledge.listArticles,
  'GET knowledgebase/entries': knowledge.listEntries,
  'GET knowledgebase/knowledgebases': knowledge.listKnowledgeBases,
  'GET knowledgebase/search': knowledge.search,
  'GET onlinestatus/agents': listAgentStates,
  'GET onlinestatus/departments': departments.listDepartmentStates,
  'GET suggestioncategories': knowledge.listSuggestionCategories,
  'GET tags': labels.listTags,
  'GET tags/[]': labels.getTag,
  'GET widgets': live.listWidgets,
  'GET widgets/[]': live.getWidget,
};

const liveReports = ['calls', 'chats', 'tickets'].flatMap((kind): [string, LiveAgentOperation][] => [
  [`GET reports/${kind}/agentsavailability`, reportAgentsAvailability],
  [`GET reports/${kind}/load`, reportLoad],
  [`GET reports/${kind}/slacompliance`, reportSlaCompliance],
  [`GET reports/${kind}/slalog`, reportSlaLog],
]);

const reports: Readonly<Record<string, LiveAgentOperation>> = {
  'GET reports/agents': activity.reportAgents,
  'GET reports/calls/availability': reportAvailability,
  'GET reports/channels': activity.reportChannels,
  'GET reports/chats/availability': reportAvailability,
  'GET reports/departments': activity.reportDepartments,
  'GET reports/performance': reportPerformance,
  'GET reports/ranking': reportRanking,
  'GET reports/tags': activity.reportTags,
  ...Object.fromEntries(liveReports),
};

const writes: Readonly<Record<string, LiveAgentOperation>> = {
  'DELETE conversations/[]': conversationWrites.deleteConversation,
  'DELETE conversations/[]/fields': conversationWrites.deleteConversationFields,
  'DELETE conversations/[]/tags': unassignTag,
  'DELETE customers/[]/fields': customerWrites.deleteCustomerFields,
  'DELETE customers/[]/groups': customerWrites.removeFromGroup,
  'DELETE customersgroups/[]': labels.deleteCustomerGroup,
  'DELETE files/[]': deleteFile,
  'DELETE knowledgebase/entries/[]': deleteEntry,
  'DELETE tags/[]': labels.deleteTag,
  'POST conversations': createConversation,
  'POST conversations/[]/fields': conversationWrites.addConversationFields,
  'POST conversations/[]/messages': conversationWrites.addMessage,
  'POST conversations/[]/tags': assignTag,
  'POST customers': customerWrites.registerCustomer,
  'POST customers/[]/fields': customerWrites.addCustomerFields,
  'POST customers/[]/groups': customerWrites.addToGroup,
  'POST customersgroups': labels.addCustomerGroup,
  'POST files': addFile,
  'POST knowledgebase/categories': addCategory,
  'POST suggestions': addSuggestion,
  'POST tags': labels.addTag,
  'PUT conversations/[]/attendants': conversationWrites.transfer,
  'PUT conversations/[]/status': conversationWrites.changeStatus,
  'PUT customersgroups/[]': labels.changeCustomerGroup,
  'PUT tags/[]': labels.changeTag,
};

const routes = new Map(Object.entries({ ...reads, ...reports, ...writes }));

/** A call's operation and the ids in its path; `undefined` when the vendor has no such call. */
export interface Route {
  /** Method and path with `[]` in the places of ids. */
  readonly name: string;
  readonly ids: readonly string[];
  readonly run: LiveAgentOperation;
}

/** Finds the operation of a method and a path below `/api/`, without the suffix for the format. */
export function findRoute(method: string, segments: readonly string[]): Route | undefined {
  const exact = `${method} ${segments.join('/')}`;
  const plain = routes.get(exact);
  if (plain) return { name: exact, ids: [], run: plain };
  for (const place of [1, 2]) {
    const name = `${method} ${segments.map((segment, index) => (index === place ? '[]' : segment)).join('/')}`;
    const run = routes.get(name);
    const id = segments[place];
    if (run && id !== undefined && id !== '') return { name, ids: [id], run };
  }
  return undefined;
}
