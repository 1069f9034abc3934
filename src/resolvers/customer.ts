import type { Resolvers } from '../generated/schema-types.ts';
import { emailKey } from '../contract/email-key.ts';
import { conversationsOfCustomer } from './conversation-list.ts';
import { allInSource, entityFields, nameOf, told } from './entity-fields.ts';

export const customerResolvers: Pick<Resolvers, 'Customer' | 'CustomerGroup'> = {
  Customer: {
    ...entityFields,
    email: told('email'),
    name: told('name'),
    firstName: told('firstName'),
    lastName: told('lastName'),
    phones: async (node, _arguments, { loaders }) => (await loaders.told(node, 'phones')) ?? [],
    role: told('role'),
    gender: told('gender'),
    externalId: told('externalId'),
    createdAt: told('createdAt'),
    groups: async ({ source, entity }, _arguments, { loaders }) =>
      allInSource(
        'CustomerGroup',
        source,
        entity.groups !== undefined ? entity.groups : await loaders.customerGroups(source, entity.key),
      ),
    customFields: told('customFields'),
    conversations: conversationsOfCustomer,
    person: async (node, _arguments, { loaders }) => {
      const email = await loaders.told(node, 'email');
      return email ? { email: emailKey(email) } : null;
    },
  },
  CustomerGroup: {
    ...entityFields,
    name: nameOf,
    color: told('color'),
    backgroundColor: told('backgroundColor'),
  },
};
