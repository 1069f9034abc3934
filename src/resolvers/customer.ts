import type { Resolvers } from '../generated/schema-types.ts';
import { emailKey } from '../contract/email-key.ts';
import { conversationsOfCustomer } from './conversation-list.ts';
import { allInSource, entityFields, nameOf, told } from './entity-fields.ts';

export const customerResolvers: Pick<Resolvers, 'Customer' | 'CustomerGroup'> = {
  Customer: {
    ...entityFields,
    email: told<'Customer', 'email'>('email'),
    name: told<'Customer', 'name'>('name'),
    firstName: told<'Customer', 'firstName'>('firstName'),
    lastName: told<'Customer', 'lastName'>('lastName'),
    phones: async (node, _arguments, { loaders }) => (await loaders.told(node, 'phones')) ?? [],
    role: told<'Customer', 'role'>('role'),
    gender: told<'Customer', 'gender'>('gender'),
    externalId: told<'Customer', 'externalId'>('externalId'),
    createdAt: told<'Customer', 'createdAt'>('createdAt'),
    groups: async ({ source, entity }, _arguments, { loaders }) =>
      allInSource(
        'CustomerGroup',
        source,
        entity.groups !== undefined ? entity.groups : await loaders.customerGroups(source, entity.key),
      ),
    customFields: told<'Customer', 'customFields'>('customFields'),
    conversations: conversationsOfCustomer,
    person: async (node, _arguments, { loaders }) => {
      const email = await loaders.told(node, 'email');
      return email ? { email: emailKey(email) } : null;
    },
  },
  CustomerGroup: {
    ...entityFields,
    name: nameOf<'CustomerGroup'>,
    color: told<'CustomerGroup', 'color'>('color'),
    backgroundColor: told<'CustomerGroup', 'backgroundColor'>('backgroundColor'),
  },
};
