import type { EmulatedReply, EmulatedRequest, EmulatorHandler } from '../emulator.ts';
import type { Desk } from '../world/world.ts';
import { liveQuirks } from './livechat-account.ts';
import type { LivechatAccount, LivechatCall, LivechatOffice } from './livechat-account.ts';
import { createAgent, deleteAgent, getAgent, listAgents, updateAgent } from './livechat-agents.ts';
import { readBody } from './livechat-body.ts';
import { getCannedResponse, listCannedResponses } from './livechat-canned-responses.ts';
import { getGroup, getStatus, listGroups } from './livechat-groups.ts';
import { applyMassChange } from './livechat-mass-change.ts';
import { jsonReply, notFound } from './livechat-replies.ts';
import { createTag, deleteTag, listTags } from './livechat-tags.ts';
import { createTicket, putTicketTags } from './livechat-ticket-changes.ts';
import { getTicket, listTickets } from './livechat-tickets.ts';

/** By method, resource and the number of further segments. */
const routes = new Map<string, (call: LivechatCall) => EmulatedReply>([
  ['GET tickets 0', listTickets],
  ['GET tickets 1', getTicket],
  ['POST tickets 0', createTicket],
  ['PUT tickets 2', putTicketTags],
  ['GET agents 0', listAgents],
  ['GET agents 1', getAgent],
  ['POST agents 0', createAgent],
  ['PUT agents 1', updateAgent],
  ['DELETE agents 1', deleteAgent],
  ['GET groups 0', listGroups],
  ['GET groups 1', getGroup],
  ['GET tags 0', listTags],
  ['POST tags 0', createTag],
  ['DELETE tags 1', deleteTag],
  ['GET canned_responses 0', listCannedResponses],
  ['GET canned_responses 1', getCannedResponse],
  ['GET status 0', getStatus],
  ['GET status 1', getStatus],
]);

/** The path's segments, decoded, after an optional `v2`. */
function segmentsOf({ path }: EmulatedRequest): string[] {
  const segments = path.split('/').filter((segment) => segment !== '');
  return (segments[0] === 'v2' ? segments.slice(1) : segments).map((segment) => {
    try {
      return decodeURIComponent(segment);
    } catch {
      return segment;
    }
  });
}

function isAuthorised({ headers }: EmulatedRequest, { login, apiKey }: LivechatAccount): boolean {
  const expected = Buffer.from(`${login}:${apiKey}`).toString('base64');
  return headers.authorization === `Basic ${expected}`;
}

function openOffice(desk: Desk, account: LivechatAccount): LivechatOffice {
  const quirks = { ...liveQuirks, ...account.quirks };
  applyMassChange(desk, quirks.massChanged);
  return {
    desk,
    login: account.login,
    apiKey: account.apiKey,
    quirks,
    now: account.now ?? Date.now,
    resting: new Set(desk.agents.filter((_agent, index) => index % 4 === 3).map(({ id }) => id)),
    jobTitles: new Map(),
    createdHere: new Map(),
  };
}

/** LiveChat's REST API v2 over one desk: tickets, agents, groups, tags, canned responses, status. */
export function createLivechatEmulator(desk: Desk, account: LivechatAccount): EmulatorHandler {
  const office = openOffice(desk, account);
  return {
    vendor: 'livechat',
    operation(request) {
      const [resource = '', ...segments] = segmentsOf(request);
      const further = segments.map((segment, index) => (index === 0 ? '{id}' : segment));
      return [`${request.method} ${resource}`, ...further].join('/');
    },
    handle(request) {
      if (request.headers['x-api-version'] !== '2') {
        return jsonReply({ error: 'X-API-Version header is required' }, 400);
      }
      if (!isAuthorised(request, account)) return jsonReply({ error: 'Invalid login or API key' }, 401);
      const [resource = '', ...segments] = segmentsOf(request);
      const route = routes.get(`${request.method} ${resource} ${segments.length}`);
      if (!route) return notFound('Resource');
      const body = readBody(request);
      if (!body) return jsonReply({ error: 'Malformed body' }, 400);
      return route({ office, query: request.query, segments, body });
    },
  };
}
