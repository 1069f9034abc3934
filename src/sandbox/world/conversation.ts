import { maybeBuy, maybeRate } from './conversation-aftermath.ts';
import type { DeskScene, Draft } from './conversation-draft.ts';
import { tell } from './conversation-draft.ts';
import { changeStatus, maybeNote, maybeTag, maybeTransfer, reopen } from './conversation-events.ts';
import { makeFields } from './conversation-fields.ts';
import { converse, say } from './conversation-turns.ts';
import { browse, makeVisit } from './conversation-visit.ts';
import { fill, phrases } from './phrases.ts';
import { spamMails } from './spam.ts';
import type { WorldConversation, WorldCustomer } from './world.ts';

const day = 86_400_000;
const liveChannels = new Set(['call', 'chat', 'whatsapp']);

/** What a conversation ends up with besides its entries. */
type Aftermath = Pick<WorldConversation, 'rating' | 'tagIds' | 'transactions'>;

function reachableBy(channel: Draft['channel'], scene: DeskScene): readonly WorldCustomer[] {
  const nameless = scene.customers.filter(({ email }) => email === null);
  // Many callers are known by their number alone.
  if (channel === 'call' && nameless.length > 0 && scene.random.chance(0.5)) return nameless;
  return channel === 'email' ? scene.customers.filter(({ email }) => email !== null) : scene.customers;
}

function begin(scene: DeskScene, createdAt: number): Draft {
  const { random, plan } = scene;
  const channel = random.weighted(plan.channels);
  const reachable = reachableBy(channel, scene);
  // Squared, so that some people write often, and most only once or twice.
  const customer = reachable[Math.floor(random.next() ** 2 * reachable.length)] as WorldCustomer;
  const language = scene.desk === 'zazachat' ? 'en' : scene.desk === 'iadvize' ? 'fr' : customer.language;
  const agent = random.pick(scene.directory.agents);
  return {
    scene,
    customer,
    channel,
    live: liveChannels.has(channel),
    phrases: phrases[language],
    topic: random.pick(phrases[language].topics),
    values: {
      order: `A-${random.integer(10_000, 99_999)}`,
      product: random.pick(phrases[language].products),
      customer: customer.firstName,
      agent: agent.nickname,
    },
    entries: [],
    assignee: random.chance(0.7) ? agent : null,
    status: 'new',
    at: createdAt,
  };
}

/** Plays a conversation to its end, or to the present moment. */
function play(draft: Draft, visit: WorldConversation['visit']): Aftermath {
  const { random, plan, desk, now } = draft.scene;
  const started = draft.at;
  browse(draft, visit);
  // A text may look like the stamps that some desks print in front of texts.
  const odd = random.chance(0.05)
    ? '\n[02 Mar 2011 09:15:00] Hazel: this line was pasted from an older answer'
    : '';
  say(draft, null, draft.topic.customer[0] + odd);
  const recent = now - started < 2 * day;
  if (!draft.live && random.chance(recent ? 0.45 : 0.03))
    return { rating: null, tagIds: [], transactions: [] };
  let agent = draft.assignee ?? random.pick(draft.scene.directory.agents);
  const full = desk === 'iadvize' || desk === 'zazachat' || !random.chance(recent ? 0.6 : 0.12);
  agent = maybeTransfer(draft, agent);
  converse(draft, agent, full ? 9 : random.integer(1, 3));
  const tagIds = maybeTag(draft, agent);
  maybeNote(draft, agent);
  if (!full) {
    const parked = random.weighted({ stay: 70, pending: 15, postponed: 15 });
    if (parked !== 'stay' && draft.status === 'answered') changeStatus(draft, parked, agent);
    return { rating: null, tagIds, transactions: [] };
  }
  draft.at += 20_000;
  const ending = random.weighted(plan.endings);
  if (draft.live) tell(draft, 'close', random.chance(0.7) ? agent : draft.customer, '');
  if (!changeStatus(draft, ending, agent)) return { rating: null, tagIds, transactions: [] };
  const rating = maybeRate(draft, desk === 'iadvize' ? 0.35 : 0.15);
  const transactions = maybeBuy(draft);
  if (!draft.live && random.chance(0.07)) reopen(draft, agent, ending);
  return { rating, tagIds, transactions };
}

function playSpam(draft: Draft): string {
  const [subject, text] = draft.scene.random.pick(spamMails);
  tell(draft, 'message', draft.customer, text);
  draft.at += 5000;
  changeStatus(draft, 'spam', null);
  draft.assignee = null;
  return subject;
}

function subjectOf(draft: Draft): string {
  if (draft.scene.desk === 'livechat' && draft.scene.random.chance(0.08)) return '(no subject)';
  return fill(draft.topic.subject, draft.values);
}

/** Makes one conversation that begins at this time, with all that has happened in it until `scene.now`. */
export function makeConversation(scene: DeskScene, createdAt: number): WorldConversation {
  const { random, plan, ids, directory } = scene;
  const draft = begin(scene, createdAt);
  const spam = !draft.live && random.chance(plan.spam);
  const visit = makeVisit(draft);
  const spamSubject = spam ? playSpam(draft) : null;
  const after: Aftermath = spam ? { rating: null, tagIds: [], transactions: [] } : play(draft, visit);
  if (draft.status === 'new' && random.chance(0.6)) draft.assignee = null;
  const open = draft.status === 'new' || draft.status === 'open';
  return {
    ...ids.conversation(draft.channel === 'chat'),
    channel: draft.channel,
    status: draft.status,
    subject: spamSubject ?? subjectOf(draft),
    createdAt,
    updatedAt: draft.entries.at(-1)?.at ?? createdAt,
    dueAt: open && scene.desk === 'liveagent' && random.chance(0.7) ? createdAt + day : null,
    departmentId: random.pick(directory.departments).id,
    assigneeId: draft.assignee?.id ?? null,
    customerId: draft.customer.id,
    tagIds: after.tagIds,
    customFields: makeFields(draft),
    note: random.chance(0.1) ? 'Returning prospect; prefers to be called' : null,
    priority: random.weighted({ Normal: 70, High: 20, Low: 10 }),
    category: draft.topic.category,
    visit,
    entries: draft.entries,
    rating: after.rating,
    transactions: after.transactions,
  };
}
