import type { Agent } from '../contract/agent.ts';
import type { Customer } from '../contract/customer.ts';
import type { Department } from '../contract/directory.ts';
import type { Entity } from '../contract/entity.ts';
import type { ReportResolvers as Fields, Resolvers } from '../generated/schema-types.ts';
import { inSource } from '../loaders/source-entity.ts';
import type { AgentNode, ConversationNode, CustomerNode, DepartmentNode, SourceNode } from './models.ts';
import { reportConnection } from './report-list.ts';
import type { ReportNode } from './report-models.ts';

const reportFields: Fields = {
  from: ({ period }) => period.from,
  to: ({ period }) => period.to,
  agents: reportConnection('agents', ({ agents }) => agents),
  departments: reportConnection('departments', ({ departments }) => departments),
  channels: reportConnection('channels', ({ channels }) => channels),
  tags: reportConnection('tags', ({ tags }) => tags),
  performance: reportConnection('performance', ({ performance }, { interval }) => performance?.[interval]),
  agentAvailability: reportConnection(
    'agentAvailability',
    ({ agentAvailability }, { medium }) => agentAvailability?.[medium],
  ),
  availability: reportConnection('availability', ({ availability }, { medium }) => availability?.[medium]),
  load: reportConnection('load', ({ load }, { medium }) => load?.[medium]),
  slaCompliance: reportConnection(
    'slaCompliance',
    ({ slaCompliance }, { medium }) => slaCompliance?.[medium],
  ),
  slaLog: reportConnection('slaLog', ({ slaLog }, { medium }) => slaLog?.[medium]),
  ranking: reportConnection('ranking', ({ ranking }) => ranking),
};

const source = (node: ReportNode<unknown>): SourceNode => ({ type: 'Source', source: node.source });
const agent = (node: ReportNode<{ readonly agent: Agent | null }>): AgentNode | null =>
  node.row.agent && inSource('Agent', node.source, node.row.agent);
const department = (node: ReportNode<{ readonly department: Department | null }>): DepartmentNode | null =>
  node.row.department && inSource('Department', node.source, node.row.department);
const customer = (node: ReportNode<{ readonly customer: Customer | null }>): CustomerNode | null =>
  node.row.customer && inSource('Customer', node.source, node.row.customer);

const conversation = (node: ReportNode<{ readonly conversation: Entity | null }>): ConversationNode | null =>
  node.row.conversation && inSource('Conversation', node.source, node.row.conversation);

/** Resolves a field to the row's value of the same name. */
function own<Name extends string>(name: Name) {
  return <Value>({ row }: ReportNode<{ readonly [Key in Name]: Value }>): Value => row[name];
}

const metrics = own('metrics');

export const reportResolvers: Pick<
  Resolvers,
  | 'AgentAvailabilityReport'
  | 'AgentReport'
  | 'AvailabilityReport'
  | 'ChannelReport'
  | 'DepartmentReport'
  | 'LoadReport'
  | 'PerformanceReport'
  | 'RankingReport'
  | 'Report'
  | 'SlaComplianceReport'
  | 'SlaLogReport'
  | 'TagReport'
> = {
  Report: reportFields,
  AgentReport: { source, agent, metrics },
  DepartmentReport: { source, department, metrics },
  ChannelReport: { source, name: own('name'), metrics },
  TagReport: {
    source,
    tag: (node) => node.row.tag && inSource('Tag', node.source, node.row.tag),
    metrics,
  },
  PerformanceReport: { source, from: own('from'), to: own('to'), metrics },
  AgentAvailabilityReport: {
    source,
    agent,
    department,
    from: own('from'),
    to: own('to'),
    onlineSeconds: own('onlineSeconds'),
  },
  AvailabilityReport: {
    source,
    at: own('at'),
    availableMinutes: own('availableMinutes'),
    availablePercent: own('availablePercent'),
  },
  LoadReport: {
    source,
    at: own('at'),
    queue: own('queue'),
    agents: own('agents'),
    inProgress: own('inProgress'),
  },
  SlaComplianceReport: {
    source,
    at: own('at'),
    fulfilled: own('fulfilled'),
    unfulfilled: own('unfulfilled'),
    fulfilledSeconds: own('fulfilledSeconds'),
    unfulfilledSeconds: own('unfulfilledSeconds'),
  },
  SlaLogReport: {
    source,
    conversation,
    reference: own('reference'),
    department,
    levelId: own('levelId'),
    levelName: own('levelName'),
    marginSeconds: own('marginSeconds'),
    createdAt: own('createdAt'),
    closedAt: own('closedAt'),
    dueAt: own('dueAt'),
    agent,
    customer,
  },
  RankingReport: {
    source,
    vendorId: own('vendorId'),
    rankingType: own('rankingType'),
    createdAt: own('createdAt'),
    conversation,
    agent,
    agentName: own('agentName'),
    agentEmail: own('agentEmail'),
    customer,
    customerName: own('customerName'),
    customerEmail: own('customerEmail'),
    comment: own('comment'),
  },
};
