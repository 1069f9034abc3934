import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, references, told } from './entity-fields.ts';

export const companyResolvers: Pick<Resolvers, 'Company'> = {
  Company: {
    ...entityFields,
    name: told('name'),
    emails: async (node, _arguments, { loaders }) => (await loaders.told(node, 'emails')) ?? [],
    phones: told('phones'),
    language: told('language'),
    ip: told('ip'),
    createdAt: told('createdAt'),
    groups: references('CustomerGroup', 'groups'),
    customFields: told('customFields'),
    uniqueFields: told('uniqueFields'),
  },
};
