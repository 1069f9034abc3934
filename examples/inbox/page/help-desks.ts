import { ask } from './ask.ts';
import { DeskChoicesDocument, HelpDesksDocument, type HelpDesksQuery } from './generated/graphql.ts';

/** A help desk, and what can be done there. */
export type HelpDesk = HelpDesksQuery['sources'][number];

/** What can be chosen from at a help desk. */
export interface DeskChoices {
  /** Names of tags that are in use. */
  readonly tags: readonly string[];
  readonly agents: readonly { readonly id: string; readonly name: string }[];
}

const choices = new Map<string, Promise<DeskChoices>>();

/** All help desks. */
export async function helpDesks(): Promise<readonly HelpDesk[]> {
  const { data } = await ask(HelpDesksDocument, {});
  return data.sources;
}

/** Asks for a help desk's choices once; what cannot be told is empty. */
export function choicesOf({ name, capabilities }: HelpDesk): Promise<DeskChoices> {
  const known = choices.get(name);
  if (known) return known;
  const withTags = capabilities.includes('CONVERSATION_TAGS_WRITE');
  const withAgents = capabilities.includes('CONVERSATION_MESSAGE_SEND');
  const asked = ask(DeskChoicesDocument, { source: name, withTags, withAgents }).then(
    ({ data }) => ({
      tags: (data.tags?.nodes ?? []).filter(({ archived }) => !archived).map((tag) => tag.name),
      agents: data.agents?.nodes ?? [],
    }),
    () => {
      choices.delete(name);
      return { tags: [], agents: [] };
    },
  );
  choices.set(name, asked);
  return asked;
}
