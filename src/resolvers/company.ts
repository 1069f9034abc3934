import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, references, told } from './entity-fields.ts';

export const companyResolvers: Pick<Resolvers, 'Company'> = {
  Company: {
    ...entityFields,
    name: told<'Company', 'name'>('name'),
    emails: async (node, _arguments, { loaders }) => (await loaders.told(node, 'emails')) ?? [],
    phones: told<'Company', 'phones'>('phones'),
    language: told<'Company', 'language'>('language'),
    ip: told<'Company', 'ip'>('ip'),
    createdAt: told<'Company', 'createdAt'>('createdAt'),
    groups: references<'Company', 'CustomerGroup'>('CustomerGroup', 'groups'),
    customFields: told<'Company', 'customFields'>('customFields'),
    uniqueFields: told<'Company', 'uniqueFields'>('uniqueFields'),
  },
};
