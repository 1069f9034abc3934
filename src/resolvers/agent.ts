import type { Resolvers } from '../generated/schema-types.ts';
import type { AgentNode } from '../loaders/source-entity.ts';
import type { GatewayContext } from './context.ts';
import { entitiesOf, entityFields, told } from './entity-fields.ts';

export const agentResolvers: Pick<Resolvers, 'Agent'> = {
  Agent: {
    ...entityFields,
    name: (node, _arguments, context) => node.entity.name ?? loadName(node, context),
    firstName: told<'Agent', 'firstName'>('firstName'),
    lastName: told<'Agent', 'lastName'>('lastName'),
    nickname: told<'Agent', 'nickname'>('nickname'),
    email: told<'Agent', 'email'>('email'),
    role: told<'Agent', 'role'>('role'),
    avatarUrl: told<'Agent', 'avatarUrl'>('avatarUrl'),
    externalId: told<'Agent', 'externalId'>('externalId'),
    availability: told<'Agent', 'availability'>('availability'),
    departments: async (node, _arguments, { loaders }) =>
      entitiesOf('Department', node.source, await loaders.told(node, 'departments')),
    websites: async (node, _arguments, { loaders }) =>
      entitiesOf('Website', node.source, await loaders.told(node, 'websites')),
  },
};

async function loadName(node: AgentNode, { loaders }: GatewayContext): Promise<string> {
  return (
    (await loaders.told(node, 'name')) ??
    (await loaders.told(node, 'nickname')) ??
    (await loaders.told(node, 'email')) ??
    node.entity.key
  );
}
