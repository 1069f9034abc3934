import type { Resolvers } from '../generated/schema-types.ts';
import { entitiesOf, entityFields, nameOf, told } from './entity-fields.ts';

export const websiteResolvers: Pick<Resolvers, 'Website'> = {
  Website: {
    ...entityFields,
    name: nameOf<'Website'>,
    url: told<'Website', 'url'>('url'),
    agents: async (node, _arguments, { loaders }) =>
      entitiesOf('Agent', node.source, await loaders.told(node, 'agents')),
  },
};
