import type { Resolvers } from '../generated/schema-types.ts';
import { aftermathFields } from './aftermath-fields.ts';

export const satisfactionResolvers: Pick<Resolvers, 'SatisfactionRating'> = {
  SatisfactionRating: {
    ...aftermathFields,
    welcome: ({ entity }) => entity.welcome,
    delay: ({ entity }) => entity.delay,
    resolution: ({ entity }) => entity.resolution,
    comment: ({ entity }) => entity.comment,
  },
};
