import type { Resolvers } from '../generated/schema-types.ts';
import type { AgentNode } from '../loaders/source-entity.ts';
import type { GatewayContext } from './context.ts';
import { entityFields, references, told, whenTold } from './entity-fields.ts';

const availabilityOf = told<'Agent', 'availability'>('availability');

export const agentResolvers: Pick<Resolvers, 'Agent' | 'AgentAvailability'> = {
  Agent: {
    ...entityFields,
    name: (node, _arguments, context) => node.entity.name ?? loadName(node, context),
    firstName: told('firstName'),
    lastName: told('lastName'),
    nickname: told('nickname'),
    email: told('email'),
    role: told('role'),
    avatarUrl: told('avatarUrl'),
    externalId: told('externalId'),
    availability: (node, _arguments, context) =>
      whenTold(availabilityOf(node, _arguments, context), (known) => known && { ...known, agent: node }),
    departments: references('Department', 'departments'),
    websites: references('Website', 'websites'),
  },
  AgentAvailability: {
    maxChats: ({ agent, maxChats }, _arguments, { loaders }) =>
      maxChats === undefined ? loaders.told(agent, 'maxChats') : maxChats,
  },
};

function loadName(node: AgentNode, context: GatewayContext): string | Promise<string> {
  return whenTold(context.loaders.told(node, 'name'), (name) => name ?? otherName(node, context));
}

async function otherName(node: AgentNode, { loaders }: GatewayContext): Promise<string> {
  return (await loaders.told(node, 'nickname')) ?? (await loaders.told(node, 'email')) ?? node.entity.key;
}
