import type { ZodRawShape } from 'zod';
import type { Capability } from '../contract/capability.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { OpenTransport, SourceSettings } from '../transport/source-transport.ts';

/** A vendor as data. */
export interface VendorDefinition<Settings extends SourceSettings = SourceSettings> {
  /** The word in the configuration's `vendor:`. */
  readonly id: string;
  /** Value of the GraphQL enum `Vendor`. */
  readonly vendor: string;
  readonly displayName: string;
  /** Where the vendor documents the API. */
  readonly documentation: string;
  /** The settings beyond `SourceSettings` (url included), as zod types by name. */
  readonly settings: ZodRawShape;
  /** Names among the settings that hold secrets: wrapped in `Secret` as soon as they are read. */
  readonly secrets: readonly string[];
  /** Calls a minute that the vendor allows; null = it does not say. */
  readonly requestsPerMinute: number | null;
  readonly capabilities: readonly Capability[];
  /** Makes a source. Calls nobody. */
  create(settings: Settings, openTransport: OpenTransport): HelpdeskSource;
}
