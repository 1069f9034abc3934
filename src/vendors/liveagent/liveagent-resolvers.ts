import type { CallContext } from '../../contract/call-context.ts';
import type { EntityType } from '../../contract/entity-type.ts';
import type { HelpdeskSource } from '../../contract/helpdesk-source.ts';
import type { Secret } from '../../contract/secret.ts';
import type { OpenTransport } from '../../transport/source-transport.ts';
import type { Authorize } from '../../transport/upstream-request.ts';
import { withListedChanges } from '../../vendor-kit/listed-changes.ts';
import { liveagentCallCosts } from './liveagent-call-costs.ts';
import { LiveagentArticles } from './liveagent-articles.ts';
import { liveagentCapabilities } from './liveagent-capabilities.ts';
import { LiveagentDirectoryClient } from './liveagent-client-directories.ts';
import { LiveagentReportClient } from './liveagent-client-reports.ts';
import { LiveagentLiveClient } from './liveagent-client-live.ts';
import { LiveagentKnowledgeClient } from './liveagent-client-knowledge.ts';
import { createLiveagentRead } from './liveagent-client-read.ts';
import { LiveagentRecordClient } from './liveagent-client-records.ts';
import { closedStatuses, LiveagentClient } from './liveagent-client.ts';
import { clockRemark } from './liveagent-clock.ts';
import { createContentMutations } from './liveagent-content-mutations.ts';
import { createConversationMutations } from './liveagent-conversation-mutations.ts';
import { LiveagentConversations } from './liveagent-conversations.ts';
import { LiveagentCustomers } from './liveagent-customers.ts';
import { createLiveagentDirectories } from './liveagent-directories.ts';
import {
  createLiveagentKnowledgeDirectories,
  createLiveagentRecordDirectories,
} from './liveagent-directories-records.ts';
import { contactCustomerKey } from './liveagent-mapping-customer.ts';
import { createCustomerMutations } from './liveagent-customer-mutations.ts';
import { createLiveagentReports } from './liveagent-reports.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { proseColumns } from './liveagent-wire-xml.ts';

/** Makes a LiveAgent account a source. Calls nobody. */
export function createLiveagentSource(
  settings: LiveagentSettings,
  openTransport: OpenTransport,
): HelpdeskSource {
  const transport = openTransport({
    settings,
    basePath: ['api'],
    authorize: withApiKey(settings.apiKey),
    xml: { prose: [...proseColumns] },
  });
  const read = createLiveagentRead(settings, transport);
  const client = new LiveagentClient(settings, read);
  const directories = new LiveagentDirectoryClient(settings, read);
  const customers = new LiveagentCustomers(settings, client);
  const reports = new LiveagentReportClient(settings, read);
  const live = new LiveagentLiveClient(read);
  const knowledge = new LiveagentKnowledgeClient(settings, read);
  return {
    name: settings.name,
    vendor: 'LIVEAGENT',
    linkBase: `${settings.url.replace(/\/$/, '')}/`,
    capabilities: new Set(liveagentCapabilities),
    callCosts: liveagentCallCosts,
    conversations: withListedChanges(
      new LiveagentConversations({ settings, client, directories, transport }),
      closedStatuses,
    ),
    customers,
    articles: new LiveagentArticles(settings, knowledge),
    directories: {
      ...createLiveagentDirectories(directories, live),
      ...createLiveagentRecordDirectories(new LiveagentRecordClient(settings, read)),
      ...createLiveagentKnowledgeDirectories(settings.name, knowledge),
    },
    reports: createLiveagentReports({ settings, client: reports, customers, directories }),
    mutations: {
      ...createConversationMutations(settings, transport),
      ...createCustomerMutations(settings, transport, customers),
      ...createContentMutations(settings, transport),
    },
    keyOfVendorId,
    application: (context: CallContext) => client.getApplication(context),
    chatsOverview: (context: CallContext) => live.getChatsOverview(context),
    callsOverview: (context: CallContext) => live.getCallsOverview(context),
    widgets: (context: CallContext) => live.listWidgets(context),
    probe: async (context: CallContext) => {
      const { value, fetchedAt } = await client.getApplication({ ...context, bypassCache: true });
      const message = clockRemark(value.serverTime, settings.timeZone, fetchedAt);
      return message === null ? undefined : { message, isKeyAccepted: true };
    },
    detailLine: transport.detailLine,
    status: () => transport.status(),
    rateBudget: () => transport.rateBudget(),
    close: () => transport.close(),
  };
}

/**
 * The key goes into the query, whatever the method: on PUT, real servers look for it nowhere else. Where there is a form,
 * it goes there, too, as the reference has it.
 */
export function withApiKey(apiKey: Secret): Authorize {
  return ({ form, ...request }) => {
    const key = { apikey: apiKey.reveal() };
    const query = { ...request.query, ...key };
    return form ? { ...request, query, form: { ...form, ...key } } : { ...request, query };
  };
}

function keyOfVendorId(type: EntityType, vendorId: string): string | null {
  switch (type) {
    case 'Agent':
    case 'Article':
    case 'Company':
    case 'Conversation':
    case 'CustomerGroup':
    case 'Department':
    case 'File':
    case 'KnowledgeBase':
    case 'SuggestionCategory':
    case 'Tag':
      return vendorId;
    case 'Customer':
      return contactCustomerKey(vendorId);
    default:
      return null;
  }
}
