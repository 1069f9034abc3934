import dns, { type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';

type LookupCallback = Parameters<LookupFunction>[2];

/** A look-up under way. */
interface Lookup {
  readonly until: number;
  readonly waiting: LookupCallback[];
}

/**
 * Makes a look-up function that looks a name up once for all connections that want it at that moment. A look-up takes
 * one of the few threads that the whole process shares, and keeps it until the resolver gives up. A name whose servers
 * are silent would soon hold all of them, and no other source could be connected to. A look-up that takes longer than
 * `patience` milliseconds is begun again.
 */
export function createSharedLookup(patience: number): LookupFunction {
  const lookups = new Map<string, Lookup>();
  return (name, options, callback) => {
    const key = JSON.stringify([name, options.family, options.hints, options.all, options.order]);
    const known = lookups.get(key);
    if (known && known.until > performance.now()) {
      known.waiting.push(callback);
      return;
    }
    const lookup = { until: performance.now() + patience, waiting: [callback] };
    lookups.set(key, lookup);
    begin(name, options, (...result) => {
      if (lookups.get(key) === lookup) lookups.delete(key);
      for (const each of lookup.waiting) each(...result);
    });
  };
}

function begin(name: string, options: LookupOptions, callback: LookupCallback): void {
  dns.lookup(name, options, (error, address: LookupAddress[] | string, family?: number) =>
    callback(error, address, family),
  );
}
