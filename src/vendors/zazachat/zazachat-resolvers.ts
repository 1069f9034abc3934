import type { HelpdeskSource } from '../../contract/helpdesk-source.ts';
import type { OpenTransport } from '../../transport/source-transport.ts';
import { NeighbourDays } from '../../vendor-kit/neighbour-days.ts';
import { addDays, dayOf } from '../../vendor-kit/time-zone.ts';
import { sizeOf } from '../../vendor-kit/unread-rows.ts';
import { zazachatCallCosts } from './zazachat-call-costs.ts';
import { zazachatCapabilities } from './zazachat-capabilities.ts';
import { createZazachatClient } from './zazachat-client.ts';
import { createConversationReader } from './zazachat-conversations.ts';
import { createCustomerReader } from './zazachat-customers.ts';
import { toDepartment } from './zazachat-mapping-conversation.ts';
import { authorizeWith } from './zazachat-request.ts';
import type { ZazachatSettings } from './zazachat-settings.ts';
import { proseElements, resultElement } from './zazachat-wire-soap.ts';
import { createTicketSightings } from './zazachat-ticket-sightings.ts';

/** Makes a source of one ZaZaChat account. Calls nobody. */
export function createZazachatSource(
  settings: ZazachatSettings,
  openTransport: OpenTransport,
): HelpdeskSource {
  const { name, clientId, apiKey, timeZone } = settings;
  const authorize = authorizeWith(clientId, apiKey, name);
  const transport = openTransport({
    settings,
    authorize,
    xml: { embedded: resultElement, prose: proseElements },
  });
  const client = createZazachatClient(settings, transport);
  const seen = { sightings: createTicketSightings(), neighbours: new NeighbourDays(timeZone) };
  return {
    name,
    vendor: 'ZAZACHAT',
    capabilities: new Set(zazachatCapabilities),
    callCosts: zazachatCallCosts,
    conversations: createConversationReader({ settings, client, transport, ...seen }),
    customers: createCustomerReader({ settings, client, ...seen }),
    directories: {
      // The service lists no departments; all that is known of one is its name, which is its key.
      Department: { get: async (keys) => keys.map(toDepartment) },
    },
    // The service looks nothing up by its id. A department's id is its name, so any text would seem to be one.
    keyOfVendorId: () => null,
    async probe(context) {
      const { value } = await client.chats(addDays(dayOf(Date.now(), timeZone), -1), context);
      // The service is not known to refuse a wrong key in words: it may answer with an empty list.
      return sizeOf(value) === 0
        ? {
            message: 'no chats yesterday, or clientId and apiKey are not authorised',
            isKeyAccepted: false,
          }
        : undefined;
    },
    detailLine: transport.detailLine,
    status: () => transport.status(),
    rateBudget: () => transport.rateBudget(),
    close: () => transport.close(),
  };
}
