import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, nameOf, told } from './entity-fields.ts';
import { standingIn } from './standing-in.ts';

export const tagResolvers: Pick<Resolvers, 'Tag'> = {
  Tag: {
    ...entityFields,
    name: nameOf,
    color: told('color'),
    backgroundColor: told('backgroundColor'),
    archived: async (node, _arguments, { loaders }) => {
      try {
        return (await loaders.told(node, 'archived')) ?? false;
      } catch (failure) {
        throw standingIn(false, failure);
      }
    },
  },
};
