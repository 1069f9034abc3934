import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, told } from './entity-fields.ts';

export const fileResolvers: Pick<Resolvers, 'File'> = {
  File: {
    ...entityFields,
    name: told('name'),
    size: told('size'),
    mimeType: told('mimeType'),
    downloads: told('downloads'),
    url: told('url'),
    createdAt: told('createdAt'),
  },
};
