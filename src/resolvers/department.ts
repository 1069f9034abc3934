import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, nameOf, references, told } from './entity-fields.ts';

export const departmentResolvers: Pick<Resolvers, 'Department'> = {
  Department: {
    ...entityFields,
    name: nameOf<'Department'>,
    description: told<'Department', 'description'>('description'),
    agents: references<'Department', 'Agent'>('Agent', 'agents'),
    availability: told<'Department', 'availability'>('availability'),
  },
};
