import type { Resolvers } from '../generated/schema-types.ts';
import { entityFields, told } from './entity-fields.ts';

export const fileResolvers: Pick<Resolvers, 'File'> = {
  File: {
    ...entityFields,
    name: told<'File', 'name'>('name'),
    size: told<'File', 'size'>('size'),
    mimeType: told<'File', 'mimeType'>('mimeType'),
    downloads: told<'File', 'downloads'>('downloads'),
    url: told<'File', 'url'>('url'),
    createdAt: told<'File', 'createdAt'>('createdAt'),
  },
};
