import { ask, wordsFor } from './ask.ts';
import { sourceBadge, statusBadge } from './badge.ts';
import { element, fill } from './element.ts';
import {
  ConversationDocument,
  type ConversationHeadFragment,
  type ConversationQuery,
} from './generated/graphql.ts';
import type { HelpDesk } from './help-desks.ts';
import { MessageList, messagePageSize } from './message-list.ts';
import { ReplyBox } from './reply-box.ts';
import { TagEditor } from './tag-editor.ts';
import { customerName, longMoment, plainCode } from './words.ts';

/** One conversation with its messages, its tags and a box to answer in. */
export class ConversationView {
  readonly #target: HTMLElement;
  readonly #desks: readonly HelpDesk[];
  #shown: string | null = null;

  constructor(target: HTMLElement, desks: readonly HelpDesk[]) {
    this.#target = target;
    this.#desks = desks;
  }

  /** Opens a conversation; null = none. */
  async open(id: string | null): Promise<void> {
    this.#shown = id;
    if (id === null) {
      fill(this.#target, hint('Choose a conversation.'));
      return;
    }
    fill(this.#target, back(), hint('Loading …'));
    this.#target.focus({ preventScroll: true });
    try {
      const { data } = await ask(ConversationDocument, { id, first: messagePageSize });
      if (this.#shown !== id) return;
      if (data.conversation) this.#show(data.conversation);
      else fill(this.#target, back(), hint('This conversation is gone.'));
    } catch (failure) {
      if (this.#shown !== id) return;
      const again = element('button', { type: 'button', click: () => void this.open(id) }, 'Try again');
      const fault = element('p', { class: 'fault', role: 'alert' }, wordsFor(failure));
      fill(this.#target, back(), element('div', { class: 'empty' }, fault, again));
    }
  }

  #show(conversation: NonNullable<ConversationQuery['conversation']>): void {
    const desk = this.#desks.find(({ name }) => name === conversation.source.name);
    const list = new MessageList(conversation.id, conversation.messages);
    fill(
      this.#target,
      back(),
      head(conversation),
      desk && new TagEditor(conversation, desk).root,
      list.lines,
      list.foot,
      desk && new ReplyBox(conversation, desk, () => void list.toTheEnd()).root,
    );
    this.#target.scrollTop = 0;
  }
}

function hint(text: string): HTMLElement {
  return element('p', { class: 'hint empty', role: 'status' }, text);
}

function back(): HTMLElement {
  return element('a', { href: '#', class: 'back' }, '← All conversations');
}

function head(conversation: ConversationHeadFragment): HTMLElement {
  const { subject, customer, source, status, channel } = conversation;
  return element(
    'header',
    { class: 'head' },
    element('h2', {}, subject ?? `${plainCode(channel)} with ${customerName(customer)}`),
    element('p', { class: 'facts' }, sourceBadge(source.name), statusBadge(status), plainCode(channel)),
    element('dl', {}, ...facts(conversation)),
  );
}

function facts({
  customer,
  createdAt,
  department,
  assignee,
  reference,
}: ConversationHeadFragment): HTMLElement[] {
  const email = customer?.name ? customer.email : null;
  const known: readonly (readonly [string, string | null | undefined])[] = [
    ['From', email ? `${customerName(customer)} · ${email}` : customerName(customer)],
    ['Began', longMoment(createdAt)],
    ['Department', department?.name],
    ['In charge', assignee?.name],
    ['Reference', reference],
  ];
  return known
    .filter(([, value]) => value)
    .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)));
}
