import { idInAddress } from './address.ts';
import { wordsFor } from './ask.ts';
import { nameSources } from './badge.ts';
import { ConversationView } from './conversation-view.ts';
import { element } from './element.ts';
import type { ConversationFilter } from './generated/graphql.ts';
import { helpDesks } from './help-desks.ts';
import { InboxList } from './inbox-list.ts';

const typingMilliseconds = 300;

function part<Part extends HTMLElement>(id: string, kind: new () => Part): Part {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${id}`);
}

async function start(): Promise<void> {
  const desks = await helpDesks();
  nameSources(desks.map(({ name }) => name));
  const form = part('filter', HTMLFormElement);
  const choice = form.elements.namedItem('source');
  if (choice instanceof HTMLSelectElement) {
    choice.append(...desks.map(({ name }) => element('option', { value: name }, name)));
  }
  const inbox = new InboxList(part('inbox', HTMLElement));
  const view = new ConversationView(part('conversation', HTMLElement), desks);

  const showList = () => void inbox.show(filterOf(new FormData(form)));
  const showConversation = () => {
    const id = idInAddress();
    document.body.toggleAttribute('data-open', id !== null);
    inbox.select(id);
    void view.open(id);
  };
  let typing: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(showList, typingMilliseconds);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    showList();
  });
  part('reload', HTMLButtonElement).addEventListener('click', showList);
  addEventListener('hashchange', showConversation);
  showList();
  showConversation();
}

function filterOf(fields: FormData): ConversationFilter {
  const source = fields.get('source');
  const search = fields.get('search');
  return {
    ...(typeof source === 'string' && source !== '' ? { sources: [source] } : {}),
    ...(typeof search === 'string' && search.trim() !== '' ? { search: search.trim() } : {}),
    ...(fields.has('waiting') ? { status: ['NEW', 'OPEN', 'CHATTING', 'CALLING'] } : {}),
  };
}

start().catch((failure: unknown) => {
  part('inbox', HTMLElement).append(element('p', { class: 'fault', role: 'alert' }, wordsFor(failure)));
});
