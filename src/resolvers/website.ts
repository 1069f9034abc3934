import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, nameOf, references, told } from './entity-fields.ts';

export const websiteResolvers: Pick<Resolvers, 'Website'> = {
  Website: {
    ...entityFields,
    name: nameOf<'Website'>,
    url: told<'Website', 'url'>('url'),
    agents: references<'Website', 'Agent'>('Agent', 'agents'),
  },
};
