import type { Instant } from '../contract/instant.ts';
import type { Freshness, ReadCall, SourceSettings } from './source-transport.ts';

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

/**
 * For how long after a change, in milliseconds, another one may have the same mark: vendors tell times in whole
 * seconds, and clocks differ.
 */
const changesUnderOneMark = 2000;

/** Milliseconds that an answer stays fresh; 0 = not at all. */
export function freshMilliseconds(
  freshness: Freshness,
  overrides: SourceSettings['cacheSeconds'],
  isOfRevision: boolean,
): number {
  const seconds = overrides[freshness] ?? defaultCacheSeconds[freshness];
  return seconds * 1000 * (isOfRevision ? revisionFactor : 1);
}

/**
 * The moment from which what is asked for includes every change with the mark for which it is read; null = that cannot
 * be told.
 */
export function wholeFrom({
  revision,
  revisedAt,
}: Pick<ReadCall<unknown>, 'revisedAt' | 'revision'>): Instant | null {
  if (revision === null || revision === undefined) return null;
  if (!revisedAt) return -Infinity;
  const moment = revisedAt(revision);
  return moment === null ? null : moment + changesUnderOneMark;
}
