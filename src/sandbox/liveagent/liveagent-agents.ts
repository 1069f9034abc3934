import type { WorldAgent } from '../world/world.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, idAt } from './liveagent-call.ts';
import { contactIdOf, findAgent } from './liveagent-people.ts';
import { digest } from '../digest.ts';

const roles: Readonly<Record<WorldAgent['role'], string>> = {
  administrator: 'D',
  agent: 'A',
  manager: 'D',
  owner: 'O',
};

/** The letters of what an agent has chosen to take: T chat, P phone, M messages, R read, F offline. */
export function presetLetters(agent: WorldAgent): string {
  return ['MPRT', 'MRT', 'MT', 'TPM'][agent.maxChats % 4] ?? 'MRT';
}

/** The same for this moment; an agent who is away shows F, or nothing at all. */
export function onlineLetters(agent: WorldAgent): string {
  if (agent.online) return presetLetters(agent);
  return agent.maxChats === 1 ? '' : 'F';
}

/** GET agents/[agentidentifier], with the login cookie. */
export function getAgent(call: LiveAgentCall): LiveAgentAnswer {
  const agent = findAgent(call.state, idAt(call));
  if (!agent) throw new LiveAgentFailure(404, 'Agent not found');
  return {
    contactid: contactIdOf(agent),
    userid: agent.id,
    email: agent.email,
    firstname: agent.firstName,
    lastname: agent.lastName,
    systemname: agent.nickname,
    authtoken: digest(`token ${agent.id}`),
    browsercookiename: 'A_auth',
    gender: 'O',
    role: roles[agent.role],
  };
}

/** GET onlinestatus/agents. */
export function listAgentStates({ state }: LiveAgentCall): LiveAgentAnswer {
  return {
    agentsOnlineStates: state.desk.agents.map((agent, index) => ({
      id: agent.id,
      contactid: contactIdOf(agent),
      username: agent.email,
      firstname: agent.firstName,
      lastname: agent.lastName,
      avatar_url: index % 4 === 3 ? '' : `themes/agent/_common_templates/img/user0${(index % 5) + 1}.png`,
      presetStatus: presetLetters(agent),
      onlineStatus: onlineLetters(agent),
    })),
  };
}
