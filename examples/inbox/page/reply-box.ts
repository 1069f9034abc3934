import { ask, wordsFor } from './ask.ts';
import { element, fill } from './element.ts';
import { ReplyDocument, type ConversationHeadFragment } from './generated/graphql.ts';
import { choicesOf, type HelpDesk } from './help-desks.ts';

/** A box to answer the customer in; where the help desk cannot send, it says so. */
export class ReplyBox {
  readonly root: HTMLElement;
  readonly #id: string;
  readonly #onSent: () => void;
  readonly #agent = element('select', { name: 'agent' });
  readonly #send = element('button', { type: 'submit' }, 'Send');
  readonly #note = element('p', { class: 'fault', role: 'alert' });
  readonly #text = element('textarea', {
    name: 'reply',
    rows: '2',
    placeholder: 'Write a reply',
    'aria-label': 'Reply',
    required: true,
  });
  /** One id for one text: sent again after a failure, it cannot reach the customer twice. */
  #mutationId: string = crypto.randomUUID();

  constructor({ id, assignee, source }: ConversationHeadFragment, desk: HelpDesk, onSent: () => void) {
    this.#id = id;
    this.#onSent = onSent;
    if (!desk.capabilities.includes('CONVERSATION_MESSAGE_SEND')) {
      this.root = element(
        'p',
        { class: 'hint reply' },
        `${source.name} takes replies only in its own software.`,
      );
      return;
    }
    const onSubmit = (event: Event): void => {
      event.preventDefault();
      void this.#submit();
    };
    const onInput = (): void => {
      this.#mutationId = crypto.randomUUID();
    };
    const actions = element(
      'div',
      { class: 'actions' },
      element('label', {}, 'as ', this.#agent),
      this.#send,
    );
    const attributes = { class: 'reply', submit: onSubmit, input: onInput };
    this.root = element('form', attributes, this.#text, this.#note, actions);
    void this.#offer(assignee, desk);
  }

  /** Whoever is in charge first. */
  async #offer(assignee: ConversationHeadFragment['assignee'], desk: HelpDesk): Promise<void> {
    const { agents } = await choicesOf(desk);
    const others = agents.filter(({ id }) => id !== assignee?.id);
    const offered = assignee ? [assignee, ...others] : others;
    this.#agent.append(...offered.map(({ id, name }) => element('option', { value: id }, name)));
  }

  async #submit(): Promise<void> {
    this.#send.disabled = true;
    fill(this.#note);
    try {
      const input = {
        conversationId: this.#id,
        message: this.#text.value,
        agentId: this.#agent.value || null,
        clientMutationId: this.#mutationId,
      };
      const { data } = await ask(ReplyDocument, { input });
      const refused = data.conversationMessageSend?.userErrors ?? [];
      fill(this.#note, refused.map(({ message }) => message).join(' '));
      this.#mutationId = crypto.randomUUID();
      if (refused.length > 0) return;
      this.#text.value = '';
      this.#onSent();
    } catch (failure) {
      fill(this.#note, wordsFor(failure));
    } finally {
      this.#send.disabled = false;
    }
  }
}
