import type { SharedLooks } from '../contract/shared-looks.ts';

/** The looks of a gateway that knows of no other replica: it looks for itself. */
export const looksAlone: SharedLooks = {
  take: () => ({
    role: 'alone',
    settled: Promise.resolve(),
    tell: async () => false,
    ask: () => {},
    leave: () => {},
  }),
  hurry: () => {},
};
