import type { Draft } from './conversation-draft.ts';
import { tell } from './conversation-draft.ts';
import { say, wait } from './conversation-turns.ts';
import { fill } from './phrases.ts';
import type { WorldAgent, WorldTag } from './world.ts';

/** Changes the status and adds an entry that says so; `by` is null when it happened by itself. */
export function changeStatus(draft: Draft, status: Draft['status'], by: WorldAgent | null): boolean {
  if (!tell(draft, 'status', by, status)) return false;
  draft.status = status;
  return true;
}

/** Sometimes hands the conversation to another agent. */
export function maybeTransfer(draft: Draft, from: WorldAgent): WorldAgent {
  const { random, directory } = draft.scene;
  const to = random.pick(directory.agents);
  if (!random.chance(0.1) || to.id === from.id) return from;
  draft.at += 60_000;
  if (!tell(draft, 'transfer', from, to.id)) return from;
  draft.assignee = to;
  return to;
}

/** Sometimes leaves a note among colleagues. */
export function maybeNote(draft: Draft, by: WorldAgent): void {
  if (!draft.scene.random.chance(0.2)) return;
  draft.at += 45_000;
  tell(draft, 'note', by, fill(draft.topic.note, draft.values));
}

/** Sometimes adds fitting tags; returns the ids of those that were added. */
export function maybeTag(draft: Draft, by: WorldAgent): string[] {
  const { random, directory } = draft.scene;
  if (!random.chance(0.55)) return [];
  const fitting = directory.tags.filter((tag) => draft.topic.tags.includes(tag.name));
  const chosen: WorldTag[] = random.sample(fitting, random.integer(1, 2));
  return chosen.filter((tag) => tell(draft, 'tag', by, tag.name)).map((tag) => tag.id);
}

/** Lets the customer come back after the end: a message, the status open by itself, an answer, the end again. */
export function reopen(draft: Draft, by: WorldAgent, ending: Draft['status']): void {
  draft.at += draft.scene.random.integer(1, 9) * 86_400_000;
  if (!say(draft, null, draft.topic.customer.at(-1) ?? draft.topic.customer[0])) return;
  changeStatus(draft, 'open', null);
  wait(draft);
  if (!say(draft, by, draft.topic.agent.at(-1) ?? draft.topic.agent[0])) return;
  draft.status = 'answered';
  draft.at += 30_000;
  changeStatus(draft, ending, by);
}
