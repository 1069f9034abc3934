import type { Resolvers } from '../generated/schema-types.ts';
import { entitiesOf, entityFields, nameOf, told } from './entity-fields.ts';

export const departmentResolvers: Pick<Resolvers, 'Department'> = {
  Department: {
    ...entityFields,
    name: nameOf<'Department'>,
    description: told<'Department', 'description'>('description'),
    agents: async (node, _arguments, { loaders }) =>
      entitiesOf('Agent', node.source, await loaders.told(node, 'agents')),
    availability: told<'Department', 'availability'>('availability'),
  },
};
