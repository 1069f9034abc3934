import type { Cache } from '../cache/cache.ts';
import { HttpTransport } from './http-transport.ts';
import type { OpenTransport } from './source-transport.ts';

/** What all sources share. */
export interface TransportDependencies {
  readonly cache: Cache;
}

/** Makes the function that opens the way to a source. */
export function createOpenTransport(dependencies: TransportDependencies): OpenTransport {
  return ({ settings, basePath = [], authorize }) =>
    new HttpTransport(settings, basePath, authorize, dependencies);
}
