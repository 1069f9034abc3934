import { ask, wordsFor } from './ask.ts';
import { element, fill } from './element.ts';
import { AddTagDocument, RemoveTagDocument, type ConversationHeadFragment } from './generated/graphql.ts';
import { choicesOf, type HelpDesk } from './help-desks.ts';

type Tags = ConversationHeadFragment['tags'];

interface Outcome {
  readonly conversation: { readonly tags: Tags } | null;
  readonly userErrors: readonly { readonly message: string }[];
}

/** A conversation's tags, to be taken off and put on where the help desk allows it. */
export class TagEditor {
  readonly root: HTMLElement;
  readonly #id: string;
  readonly #canWrite: boolean;
  readonly #list = element('ul', { class: 'tags', 'aria-label': 'Tags' });
  readonly #fault = element('p', { class: 'fault', role: 'alert' });
  readonly #input = element('input', {
    name: 'tag',
    list: 'tag-names',
    placeholder: 'Add a tag',
    'aria-label': 'Add a tag',
    autocomplete: 'off',
    required: true,
  });

  constructor({ id, tags }: ConversationHeadFragment, desk: HelpDesk) {
    this.#id = id;
    this.#canWrite = desk.capabilities.includes('CONVERSATION_TAGS_WRITE');
    this.root = element('div', { class: 'tag-editor' }, this.#list);
    this.#show(tags);
    if (!this.#canWrite) return;
    const names = element('datalist', { id: 'tag-names' });
    const add = element('button', { type: 'submit', class: 'quiet' }, 'Add');
    const onAdd = (event: Event): void => {
      event.preventDefault();
      void this.#add(this.#input.value.trim());
    };
    this.root.append(
      element('form', { class: 'add-tag', submit: onAdd }, this.#input, add),
      names,
      this.#fault,
    );
    void choicesOf(desk).then((choices) =>
      fill(names, ...choices.tags.map((name) => element('option', { value: name }))),
    );
  }

  #show(tags: Tags): void {
    fill(this.#list, ...(tags ?? []).map(({ id, name }) => this.#line(id, name)));
  }

  #line(tagId: string, name: string): HTMLElement {
    const remove = { type: 'button', 'aria-label': `Remove ${name}`, click: () => void this.#remove(tagId) };
    return element('li', {}, name, this.#canWrite && element('button', remove, '×'));
  }

  #add(tagName: string): Promise<void> {
    const input = { conversationId: this.#id, tagName, clientMutationId: crypto.randomUUID() };
    return this.#change(async () => {
      const outcome = (await ask(AddTagDocument, { input })).data.conversationTagAdd;
      if (outcome?.userErrors.length === 0) this.#input.value = '';
      return outcome;
    });
  }

  #remove(tagId: string): Promise<void> {
    const input = { conversationId: this.#id, tagId, clientMutationId: crypto.randomUUID() };
    return this.#change(async () => (await ask(RemoveTagDocument, { input })).data.conversationTagRemove);
  }

  /** One change at a time: the next one starts from what this one gave. */
  async #change(send: () => Promise<Outcome | null>): Promise<void> {
    const hadFocus = this.root.contains(document.activeElement);
    this.root.inert = true;
    fill(this.#fault);
    try {
      const outcome = await send();
      if (outcome?.conversation) this.#show(outcome.conversation.tags);
      fill(this.#fault, outcome?.userErrors.map(({ message }) => message).join(' '));
    } catch (failure) {
      fill(this.#fault, wordsFor(failure));
    } finally {
      this.root.inert = false;
      if (hadFocus) this.#input.focus();
    }
  }
}
