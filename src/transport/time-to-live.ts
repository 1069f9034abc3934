import type { Freshness, SourceSettings } from './source-transport.ts';

/** Seconds that an answer stays fresh, by what it is, unless the source's `cacheSeconds` says otherwise. */
const defaultCacheSeconds: Readonly<Record<Freshness, number>> = {
  closedConversation: 600,
  conversation: 15,
  directory: 300,
  list: 10,
  pastDay: 86_400,
  pastReport: 3600,
  report: 60,
};

/** How much longer a value read for a known revision stays fresh: the revision itself tells of changes. */
const revisionFactor = 10;

/** Milliseconds that an answer stays fresh; 0 = not at all. */
export function freshMilliseconds(
  freshness: Freshness,
  overrides: SourceSettings['cacheSeconds'],
  hasRevision: boolean,
): number {
  const seconds = overrides[freshness] ?? defaultCacheSeconds[freshness];
  return seconds * 1000 * (hasRevision ? revisionFactor : 1);
}
