import { encodeGlobalId } from '../contract/global-id.ts';
import type { Resolvers, Vendor } from '../generated/schema-types.ts';

export const sourceResolvers: Pick<Resolvers, 'Source' | 'SourceOutcome'> = {
  Source: {
    id: ({ source }) => encodeGlobalId({ type: 'Source', source: source.name, key: '' }),
    name: ({ source }) => source.name,
    vendor: ({ source }) => source.vendor as Vendor,
    capabilities: ({ source }) => [...source.capabilities].sort(),
    // Both tell of this very moment.
    status: ({ source }, _arguments, { call }) => {
      call.life?.spoil();
      return source.status();
    },
    rateBudget: ({ source }, _arguments, { call }) => {
      call.life?.spoil();
      return source.rateBudget();
    },
    application: async ({ source }, _arguments, context) =>
      (await source.application?.(context.call))?.value ?? null,
  },
  SourceOutcome: {
    source: ({ source }) => ({ type: 'Source', source }),
    error: ({ error }) => error,
  },
};
