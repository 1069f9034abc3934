import { fullName } from '../desk-people.ts';
import type { Draft } from './conversation-draft.ts';
import { tell } from './conversation-draft.ts';
import { mailBody, quoteDate } from './mail-body.ts';
import { pickPause } from './moments.ts';
import { fill } from './phrases.ts';
import type { WorldAgent, WorldEntry } from './world.ts';

const files: readonly Omit<WorldEntry['attachments'][number], 'size'>[] = [
  { name: 'buckle.jpg', mimeType: 'image/jpeg' },
  { name: 'return label.pdf', mimeType: 'application/pdf' },
  { name: 'Écran d’erreur.png', mimeType: 'image/png' },
  { name: '領収書.pdf', mimeType: 'application/pdf' },
];

function attach(draft: Draft): WorldEntry['attachments'] {
  const { random } = draft.scene;
  if (!random.chance(0.1)) return [];
  return random
    .sample(files, random.integer(1, 2))
    .map((file) => ({ ...file, size: random.integer(900, 2e6) }));
}

/** Lets somebody say a text, as mail or as plain words. Returns whether its time has come. */
export function say(draft: Draft, author: WorldAgent | null, text: string): boolean {
  const words = fill(text, draft.values);
  const mail = draft.channel === 'email';
  if (!mail) {
    return tell(draft, 'message', author ?? draft.customer, words, { attachments: attach(draft) });
  }
  const before = draft.entries.findLast((entry) => entry.kind === 'message');
  const html = mailBody(
    {
      text: words,
      greeting: draft.phrases.greeting,
      farewell: draft.phrases.farewell,
      sender: author ? author.nickname : fullName(draft.customer),
      quoted:
        before && !author
          ? {
              lead: fill(draft.phrases.quoteLead, { ...draft.values, date: quoteDate(before.at) }),
              text: fill(draft.topic.agent[0], draft.values),
            }
          : null,
    },
    draft.scene.random,
  );
  return tell(draft, 'message', author ?? draft.customer, html, { html: true, attachments: attach(draft) });
}

/** Lets time pass before the next thing happens. */
export function wait(draft: Draft): void {
  draft.at += pickPause(draft.scene.random, draft.live);
}

/**
 * Plays agent and customer in turn after the opening, for at most `turns` turns. The status is then as the last
 * speaker left it.
 */
export function converse(draft: Draft, agent: WorldAgent, turns: number): void {
  const { topic } = draft;
  for (let turn = 0; turn < turns; turn += 1) {
    const line = Math.floor((turn + 1) / 2);
    const speaker = turn % 2 === 0 ? agent : null;
    const text = speaker ? topic.agent[line] : topic.customer[line];
    if (text === undefined) return;
    wait(draft);
    if (!say(draft, speaker, text)) return;
    draft.assignee ??= speaker;
    draft.status = speaker ? 'answered' : 'open';
  }
}
