import { encodeGlobalId } from '../contract/global-id.ts';
import type { Resolvers, Vendor } from '../generated/schema-types.ts';
import { inSource } from '../loaders/source-entity.ts';

export const sourceResolvers: Pick<Resolvers, 'Source' | 'SourceOutcome' | 'Widget'> = {
  Source: {
    id: ({ source }) => encodeGlobalId({ type: 'Source', source: source.name, key: '' }),
    name: ({ source }) => source.name,
    vendor: ({ source }) => source.vendor as Vendor,
    capabilities: ({ source }) => [...source.capabilities].sort(),
    // Both are about this very moment, so an answer with them must not be kept.
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
    chatsOverview: async ({ source }, _arguments, context) =>
      (await source.chatsOverview?.(context.call))?.value ?? null,
    callsOverview: async ({ source }, _arguments, context) =>
      (await source.callsOverview?.(context.call))?.value ?? null,
    widgets: async ({ source }, _arguments, context) =>
      (await source.widgets?.(context.call))?.value?.map((widget) => ({ source, widget })) ?? null,
  },
  Widget: {
    vendorId: ({ widget }) => widget.vendorId,
    name: ({ widget }) => widget.name,
    vendorKind: ({ widget }) => widget.vendorKind,
    language: ({ widget }) => widget.language,
    department: ({ source, widget }) =>
      widget.department && inSource('Department', source, widget.department),
    integrationCode: ({ widget }) => widget.integrationCode,
  },
  SourceOutcome: {
    source: ({ source }) => ({ type: 'Source', source }),
    error: ({ error }) => error,
  },
};
