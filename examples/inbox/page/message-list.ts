import { ask } from './ask.ts';
import { element, fill } from './element.ts';
import { ConversationDocument, type ConversationQuery } from './generated/graphql.ts';
import { messageLine } from './message-line.ts';

/** How many messages are asked for at once. */
export const messagePageSize = 50;

/** Answering needs the end of a conversation; nobody reads more pages than this. */
const mostPages = 20;

type Page = NonNullable<ConversationQuery['conversation']>['messages'];

/** What was said in a conversation, oldest first, page by page. */
export class MessageList {
  readonly lines = element('ol', { class: 'messages', 'aria-label': 'Messages' });
  readonly foot = element('div', { class: 'foot' });
  readonly #id: string;

  constructor(id: string, first: Page) {
    this.#id = id;
    this.#add(first);
  }

  /** Reads all again, up to the newest message, and brings that into view. */
  async toTheEnd(): Promise<void> {
    const fresh: HTMLElement[] = [];
    let after: string | null = null;
    for (let count = 0; count < mostPages; count += 1) {
      const page: Page = await this.#pageAfter(after);
      if (!page) return this.#add(null);
      fresh.push(...page.nodes.map(messageLine));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    this.lines.replaceChildren(...fresh);
    fill(this.foot);
    fresh.at(-1)?.scrollIntoView({ block: 'end' });
  }

  async #more(after: string | null): Promise<void> {
    this.#add(await this.#pageAfter(after));
  }

  #add(page: Page): void {
    this.lines.append(...(page?.nodes ?? []).map(messageLine));
    if (!page) {
      const again = element('button', { type: 'button', click: () => void this.toTheEnd() }, 'Try again');
      fill(this.foot, element('p', { role: 'status' }, 'The messages cannot be read at the moment.'), again);
      return;
    }
    const { hasNextPage, endCursor } = page.pageInfo;
    const more = () => void this.#more(endCursor);
    fill(
      this.foot,
      hasNextPage && element('button', { type: 'button', click: more }, 'Show later messages'),
      this.lines.children.length === 0 && element('p', { class: 'hint' }, 'Nothing was said.'),
    );
  }

  /** Null = it cannot be read. */
  async #pageAfter(after: string | null): Promise<Page> {
    const answer = await ask(ConversationDocument, { id: this.#id, first: messagePageSize, after }).catch(
      () => null,
    );
    return answer?.data.conversation?.messages ?? null;
  }
}
