import { ask, wordsFor } from './ask.ts';
import { addressOf } from './address.ts';
import { sourceBadge, statusBadge } from './badge.ts';
import { element, fill } from './element.ts';
import {
  InboxDocument,
  type ContributionFragment,
  type ConversationFilter,
  type InboxRowFragment,
} from './generated/graphql.ts';
import { sourceNotice } from './source-notice.ts';
import { customerName, longMoment, plainCode, shortMoment } from './words.ts';

const pageSize = 25;

/** The list of conversations out of all help desks, page by page. */
export class InboxList {
  readonly #notice = element('div', { class: 'notices', role: 'status' });
  readonly #rows = element('ol', { class: 'rows' });
  readonly #foot = element('div', { class: 'foot' });
  #filter: ConversationFilter = {};
  #selected: string | null = null;
  /** Counted up by every new list: an answer for an older one comes too late. */
  #list = 0;

  constructor(target: Element) {
    target.append(this.#notice, this.#rows, this.#foot);
  }

  /** Shows the first page of what matches. */
  async show(filter: ConversationFilter): Promise<void> {
    this.#filter = filter;
    this.#list += 1;
    await this.#load(null);
  }

  /** Marks the conversation that is open. */
  select(id: string | null): void {
    this.#selected = id;
    for (const link of this.#rows.querySelectorAll('a')) mark(link, id);
  }

  async #load(after: string | null): Promise<void> {
    const list = this.#list;
    fill(this.#foot, element('p', { class: 'hint', role: 'status' }, 'Loading …'));
    try {
      const { data } = await ask(InboxDocument, { first: pageSize, after, filter: this.#filter });
      if (list === this.#list) this.#add(data.conversations, after === null);
    } catch (failure) {
      if (list !== this.#list) return;
      const again = element('button', { type: 'button', click: () => void this.#load(after) }, 'Try again');
      fill(this.#foot, element('p', { class: 'fault', role: 'alert' }, wordsFor(failure)), again);
    }
  }

  #add(page: InboxPage, isFirst: boolean): void {
    const rows = page.nodes.map((row) => this.#row(row));
    if (isFirst) this.#rows.replaceChildren(...rows);
    else this.#rows.append(...rows);
    const retry = () => void this.show(this.#filter);
    fill(this.#notice, sourceNotice(page.sources, retry));
    const { hasNextPage, endCursor } = page.pageInfo;
    const more = element('button', { type: 'button', click: () => void this.#load(endCursor) }, 'Show more');
    const end = this.#rows.children.length === 0 ? 'No conversations.' : 'That is all of the last 30 days.';
    fill(this.#foot, hasNextPage ? more : element('p', { class: 'hint', role: 'status' }, end));
    if (!isFirst) rows[0]?.querySelector('a')?.focus();
  }

  #row(row: InboxRowFragment): HTMLElement {
    const link = element(
      'a',
      { href: addressOf(row.id), 'data-id': row.id },
      element('span', { class: 'who' }, customerName(row.customer)),
      element(
        'time',
        { datetime: row.createdAt, title: longMoment(row.createdAt) },
        shortMoment(row.createdAt),
      ),
      element('span', { class: 'subject' }, row.subject ?? row.preview ?? 'No subject'),
      element(
        'span',
        { class: 'facts' },
        sourceBadge(row.source.name),
        statusBadge(row.status),
        plainCode(row.channel),
      ),
    );
    mark(link, this.#selected);
    return element('li', {}, link);
  }
}

interface InboxPage {
  readonly nodes: readonly InboxRowFragment[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly sources: readonly ContributionFragment[];
}

function mark(link: HTMLAnchorElement, selected: string | null): void {
  if (link.dataset['id'] === selected) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
}
