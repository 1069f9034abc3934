import dns from 'node:dns';
import { onTestFinished } from 'vitest';

/** Names that end so are told by the test's own name service. */
export const ownNames = '.desk.test';

/** What becomes of a look-up: an address comes, no answer comes, or the name does not exist. */
export type LookUp = { readonly address: string } | 'silence' | 'unknown';

/** Tells the addresses of names that end in `.desk.test`, for the running test. */
export interface NameService {
  /** What is told of a name from now on; until then, and for all others, it is 127.0.0.1. */
  set(name: string, lookUp: LookUp): void;
  /** All names are well again. */
  clear(): void;
  /** Look-ups that were begun and never answered. */
  readonly unanswered: number;
}

type Told = (error: Error | null, address: unknown, family?: number) => void;

/** Takes over the look-up of names that Node uses for connections. */
export function openNameService(): NameService {
  const usual = dns.lookup;
  const places = new Map<string, LookUp>();
  let unanswered = 0;
  const lookup = (name: string, options: { readonly all?: boolean }, told: Told): void => {
    const place = places.get(name) ?? { address: '127.0.0.1' };
    if (!name.endsWith(ownNames)) usual(name, options, told);
    else if (place === 'silence') unanswered += 1;
    // No resolver knows this one.
    else if (place === 'unknown') usual('desk.invalid', options, told);
    else if (options.all) process.nextTick(told, null, [{ address: place.address, family: 4 }]);
    else process.nextTick(told, null, place.address, 4);
  };
  dns.lookup = lookup as typeof dns.lookup;
  onTestFinished(() => {
    dns.lookup = usual;
  });
  return {
    set: (name, lookUp) => void places.set(`${name}${ownNames}`, lookUp),
    clear: () => places.clear(),
    get unanswered() {
      return unanswered;
    },
  };
}
