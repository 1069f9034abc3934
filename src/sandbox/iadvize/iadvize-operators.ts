import type { EmulatedReply } from '../emulator.ts';
import type { WorldAgent } from '../world/world.ts';
import type { IadvizeCall } from './iadvize-account.ts';
import { operatorName } from './iadvize-chat.ts';
import { jsonReply, refusalReply } from './iadvize-replies.ts';

const rights: Readonly<Record<WorldAgent['role'], string>> = {
  administrator: 'admin',
  agent: 'operator',
  manager: 'manager',
  owner: 'admin',
};

const running = new Set(['new', 'open']);

function countChats(agent: WorldAgent, { desk }: IadvizeCall): number {
  if (!agent.online) return 0;
  const count = desk.conversations.filter(
    ({ assigneeId, status }) => assigneeId === agent.id && running.has(status),
  ).length;
  return Math.min(count, agent.maxChats);
}

function toOperator(agent: WorldAgent, call: IadvizeCall): Record<string, string> {
  return {
    id: agent.id,
    external_id: agent.externalId ?? '',
    name: operatorName(agent),
    nick: agent.nickname,
    pseudo: agent.nickname,
    rights: rights[agent.role],
    curchat: String(countChats(agent, call)),
    maxchat: String(agent.maxChats),
    is_online: agent.online ? '1' : '0',
    messenger_isonline: agent.online && !call.unavailable.has(agent.id) ? '1' : '0',
  };
}

/** `operator/getClientOperatorList`: all operators of the client; every value is a string. */
export function getClientOperatorList(call: IadvizeCall): EmulatedReply {
  return jsonReply({ operators: call.desk.agents.map((agent) => toOperator(agent, call)) });
}

/**
 * `operator/getWebsiteOperatorList`: those of one site. The document does not say how the site is named: `sid`
 * as in the other calls, else the account's first site.
 */
export function getWebsiteOperatorList(call: IadvizeCall): EmulatedReply {
  const { siteOfOperators } = call.quirks;
  if (siteOfOperators === 'refused') return refusalReply('No site is given', call.quirks);
  const named = siteOfOperators === 'named' ? call.query.get('sid') : null;
  const site = named ?? call.desk.websites[0]?.id ?? '';
  const agents = call.desk.agents.filter(({ websiteIds }) => websiteIds.includes(site));
  return jsonReply({ operators: agents.map((agent) => toOperator(agent, call)) });
}
