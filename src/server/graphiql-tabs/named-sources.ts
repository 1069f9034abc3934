import type { HelpdeskSource } from '../../contract/helpdesk-source.ts';

/** The sources that examples name. */
export interface NamedSources {
  /** Two whose conversations may be open; fewer where there are not as many. */
  readonly listed: readonly string[];
  /** One with ratings; null = there is none. */
  readonly rated: string | null;
  /** One that takes new conversations; null = there is none. */
  readonly written: string | null;
}

/** Those of the sandbox. */
export const sandboxNames: NamedSources = {
  listed: ['support', 'tickets'],
  rated: 'shop',
  written: 'tickets',
};

/** Chooses among the sources that there are. */
export function namedSources(
  sources: readonly Pick<HelpdeskSource, 'capabilities' | 'name'>[],
): NamedSources {
  const all = sources.map(({ name }) => name);
  const writable = sources.filter(({ capabilities }) => capabilities.has('CONVERSATION_CREATE'));
  const some = writable.slice(0, 2).map(({ name }) => name);
  const rated = sources.find(({ capabilities }) => capabilities.has('SATISFACTION_RATINGS_LIST'));
  return {
    listed: some.length > 0 ? some : all.slice(0, 2),
    rated: rated?.name ?? null,
    written: some.at(-1) ?? null,
  };
}
