import type { HelpdeskSource } from '../../contract/helpdesk-source.ts';

/** The sources that examples name, and what else depends on them. */
export interface NamedSources {
  /** Up to two sources whose conversations may be open. */
  readonly listed: readonly string[];
  /** A source with ratings; null = there is none. */
  readonly rated: string | null;
  /** A source that takes new conversations; null = there is none, or not every client may write. */
  readonly written: string | null;
  /**
   * The time zone whose days a report is about: that of the source with ratings, as some vendors count by the day.
   * @default UTC
   */
  readonly timeZone: string;
}

/** Those of the sandbox. */
export const sandboxNames: NamedSources = {
  listed: ['support', 'tickets'],
  rated: 'shop',
  written: 'tickets',
  timeZone: 'Europe/Paris',
};

/**
 * Chooses sources for the examples by what they can do and what the configuration says of them. `sources` must exist
 * for everybody who sees the examples; `mayWrite`: whether all of them may make changes.
 */
export function namedSources(
  sources: readonly Pick<HelpdeskSource, 'capabilities' | 'name'>[],
  settings: readonly { readonly name: string; readonly timeZone?: unknown }[],
  mayWrite = true,
): NamedSources {
  const all = sources.map(({ name }) => name);
  const writable = sources.filter(({ capabilities }) => capabilities.has('CONVERSATION_CREATE'));
  const some = writable.slice(0, 2).map(({ name }) => name);
  const rated = sources.find(({ capabilities }) => capabilities.has('SATISFACTION_RATINGS_LIST'));
  const zone = settings.find(({ name }) => name === rated?.name)?.['timeZone'];
  return {
    listed: some.length > 0 ? some : all.slice(0, 2),
    rated: rated?.name ?? null,
    written: mayWrite ? (some.at(-1) ?? null) : null,
    timeZone: typeof zone === 'string' ? zone : 'UTC',
  };
}
