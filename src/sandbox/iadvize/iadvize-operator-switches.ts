import type { EmulatedReply } from '../emulator.ts';
import type { WorldAgent } from '../world/world.ts';
import type { IadvizeCall } from './iadvize-account.ts';
import { refusalReply, successReply } from './iadvize-replies.ts';

/** The operator a call names: `opid` in the tables, `opId` in the examples, or the external id. */
function findOperator({ desk, query }: IadvizeCall): WorldAgent | undefined {
  const id = query.get('opid') ?? query.get('opId');
  const externalId = query.get('external_id');
  return desk.agents.find((agent) =>
    id === null ? externalId !== null && agent.externalId === externalId : agent.id === id,
  );
}

function change(call: IadvizeCall, apply: (agent: WorldAgent) => void): EmulatedReply {
  const agent = findOperator(call);
  if (!agent) return refusalReply('unknown operator', call.quirks);
  apply(agent);
  return successReply(call.quirks);
}

/** `operator/setAvailable`: the operator takes chats. */
export function setAvailable(call: IadvizeCall): EmulatedReply {
  return change(call, (agent) => {
    agent.online = true;
    call.unavailable.delete(agent.id);
  });
}

/** `operator/setUnavailable`: the operator stays connected but takes no chats. */
export function setUnavailable(call: IadvizeCall): EmulatedReply {
  return change(call, ({ id }) => call.unavailable.add(id));
}

/** `operator/disconnect`: the operator leaves the desk. */
export function disconnect(call: IadvizeCall): EmulatedReply {
  return change(call, (agent) => {
    agent.online = false;
  });
}

function changeSites(call: IadvizeCall, apply: (sites: string[], site: string) => void): EmulatedReply {
  const site = call.query.get('sid');
  if (!call.desk.websites.some(({ id }) => id === site)) return refusalReply('unknown website', call.quirks);
  return change(call, ({ websiteIds }) => apply(websiteIds, site ?? ''));
}

/** `operator/linkWebsite`. */
export function linkWebsite(call: IadvizeCall): EmulatedReply {
  return changeSites(call, (sites, site) => {
    if (!sites.includes(site)) sites.push(site);
  });
}

/** `operator/unlinkWebsite`. */
export function unlinkWebsite(call: IadvizeCall): EmulatedReply {
  return changeSites(call, (sites, site) => {
    if (sites.includes(site)) sites.splice(sites.indexOf(site), 1);
  });
}
