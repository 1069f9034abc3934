import { LRUCache } from 'lru-cache';
import { outcomeKept, type OutcomeStore } from '../contract/mutations/outcome-store.ts';

interface Kept {
  readonly fingerprint: string;
  readonly claimedAt: number;
  /** JSON; undefined = under way. */
  outcome: string | undefined;
}

/** The most outcomes that are remembered; beyond that the oldest are forgotten. */
const mostOutcomes = 20_000;
/** The most characters of outcomes that are remembered. */
const mostCharacters = 64_000_000;

/** Remembers outcomes in this process. */
export function createMemoryOutcomeStore(now: () => number = () => performance.now()): OutcomeStore {
  const kept = new LRUCache<string, Kept>({
    max: mostOutcomes,
    maxSize: mostCharacters,
    sizeCalculation: ({ outcome }) => 200 + (outcome?.length ?? 0),
    ttl: outcomeKept,
    noUpdateTTL: true,
    perf: { now },
  });
  return {
    async claim(key, fingerprint) {
      const earlier = kept.get(key);
      if (earlier) {
        const { outcome, claimedAt } = earlier;
        const ended = outcome === undefined ? undefined : (JSON.parse(outcome) as unknown);
        const ageMilliseconds = now() - claimedAt;
        return {
          state: 'taken',
          earlier: { fingerprint: earlier.fingerprint, outcome: ended, ageMilliseconds },
        };
      }
      const mine: Kept = { fingerprint, claimedAt: now(), outcome: undefined };
      kept.set(key, mine);
      return {
        state: 'claimed',
        claim: {
          settle: async (outcome) => {
            if (kept.peek(key) === mine) kept.set(key, { ...mine, outcome: JSON.stringify(outcome) });
          },
          release: async () => {
            if (kept.peek(key) === mine) kept.delete(key);
          },
        },
      };
    },
  };
}
