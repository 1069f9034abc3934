import type { Config } from '../config/config.ts';
import type { HelpdeskSource, SourceRegistry } from '../contract/helpdesk-source.ts';
import type { OpenTransport } from '../transport/source-transport.ts';
import { vendors } from '../vendors/index.ts';

/** Makes the sources of a configuration, in the order in which they are configured. Calls nobody. */
export function openSources(config: Config, openTransport: OpenTransport): SourceRegistry {
  return new Map<string, HelpdeskSource>(
    config.sources.map((settings) => {
      const vendor = vendors.find(({ id }) => id === settings.vendor);
      if (!vendor) throw new Error(`no adapter for the vendor of source ${settings.name}`);
      return [settings.name, vendor.create(settings, openTransport)];
    }),
  );
}
