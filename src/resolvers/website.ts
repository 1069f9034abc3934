import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, nameOf, references, told } from './entity-fields.ts';

export const websiteResolvers: Pick<Resolvers, 'Website'> = {
  Website: {
    ...entityFields,
    name: nameOf,
    url: told('url'),
    agents: references('Agent', 'agents'),
  },
};
