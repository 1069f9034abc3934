import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, nameOf, references, told } from './entity-fields.ts';

export const departmentResolvers: Pick<Resolvers, 'Department'> = {
  Department: {
    ...entityFields,
    name: nameOf,
    description: told('description'),
    agents: references('Agent', 'agents'),
    availability: told('availability'),
  },
};
