import type { DeskDirectory } from './desk-directory.ts';
import type { DeskPlan } from './desk-plan.ts';
import type { Identifiers } from './identifiers.ts';
import type { Random } from './random.ts';
import type { Phrases, Topic } from './topic.ts';
import type { DeskName, WorldAgent, WorldConversation, WorldCustomer, WorldEntry } from './world.ts';

/** Everything that is needed to make the conversations of one desk. */
export interface DeskScene {
  readonly desk: DeskName;
  readonly plan: DeskPlan;
  readonly directory: DeskDirectory;
  readonly customers: readonly WorldCustomer[];
  readonly ids: Identifiers;
  readonly random: Random;
  readonly now: number;
}

/** A conversation while it is being made. */
export interface Draft {
  readonly scene: DeskScene;
  readonly customer: WorldCustomer;
  readonly channel: WorldConversation['channel'];
  /** Whether people answer within seconds. */
  readonly live: boolean;
  readonly topic: Topic;
  readonly phrases: Phrases;
  /** Values for the placeholders in texts. */
  readonly values: Readonly<Record<string, string>>;
  readonly entries: WorldEntry[];
  assignee: WorldAgent | null;
  status: WorldConversation['status'];
  /** When the last thing happened. */
  at: number;
}

/**
 * Adds an entry at the draft's present time and returns true. When that time has not come yet, it adds nothing and
 * returns false: the story then ends here.
 */
export function tell(
  draft: Draft,
  kind: WorldEntry['kind'],
  author: WorldAgent | WorldCustomer | null,
  text: string,
  extra: Partial<Pick<WorldEntry, 'attachments' | 'html'>> = {},
): boolean {
  if (draft.at > draft.scene.now) return false;
  const { ids } = draft.scene;
  draft.entries.push({
    id: ids.entry(),
    kind,
    author: author
      ? { type: author === draft.customer ? 'customer' : 'agent', id: author.id }
      : { type: 'system' },
    at: draft.at,
    text,
    html: extra.html ?? false,
    attachments: extra.attachments ?? [],
  });
  return true;
}
