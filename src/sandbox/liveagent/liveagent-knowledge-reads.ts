import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, mandatory, optional, wholeNumber } from './liveagent-call.ts';
import { readDateTime, writeDateTime } from './liveagent-dates.ts';
import type { KnowledgeEntry } from './liveagent-knowledge-base.ts';

/** An entry with the 22 columns of the lists. */
function entryRow(call: LiveAgentCall, entry: KnowledgeEntry): LiveAgentAnswer {
  const zone = call.state.desk.timeZone;
  return {
    kb_id: entry.baseId,
    kb_entry_id: entry.id,
    parent_entry_id: entry.parentId,
    rtype: entry.type,
    rstatus: entry.status,
    access: entry.access,
    access_inherited: entry.access,
    urlcode: entry.urlCode,
    treepath: entry.path.join('|'),
    rorder: String(entry.order),
    title: entry.title,
    metadescription: '',
    keywords: entry.keywords,
    content: entry.content,
    conversationid: '',
    departmentid: entry.departmentId,
    views: String(entry.views),
    votes: String(entry.votes),
    datecreated: writeDateTime(entry.createdAt, zone),
    datechanged: writeDateTime(entry.changedAt, zone),
    deleted: 'N',
    description: entry.description,
  };
}

function select(call: LiveAgentCall, parent: string, only: string): KnowledgeEntry[] {
  const base = optional(call, 'kb_id');
  const parentId = optional(call, parent);
  const id = optional(call, only);
  const tree = optional(call, 'tree_path')?.replace(/\|$/, '');
  const changed = optional(call, 'date_changed');
  const since = changed === undefined ? -Infinity : readDateTime(changed, call.state.desk.timeZone);
  return call.state.knowledge.entries.filter(
    (entry) =>
      (base === undefined || entry.baseId === base) &&
      (parentId === undefined || entry.parentId === (parentId === '0' ? '' : parentId)) &&
      (id === undefined || entry.id === id) &&
      (tree === undefined || entry.path.join('|') === tree || entry.path.join('|').startsWith(`${tree}|`)) &&
      entry.changedAt >= since,
  );
}

function page(call: LiveAgentCall, entries: readonly KnowledgeEntry[], usual: number): LiveAgentAnswer[] {
  const from = wholeNumber(call, 'offset', 0, Infinity);
  const cut = entries.slice(from, from + wholeNumber(call, 'limit', usual, 500));
  return cut.map((entry) => entryRow(call, entry));
}

/** GET knowledgebase/articles, the old call. */
export function listArticles(call: LiveAgentCall): LiveAgentAnswer {
  const articles = select(call, 'parent_id', 'article_id').filter(({ type }) => type === 'A' || type === 'C');
  return { articles: page(call, articles, 10) };
}

/** GET knowledgebase/entries. */
export function listEntries(call: LiveAgentCall): LiveAgentAnswer {
  if (call.state.account.withoutEntries === true) throw new LiveAgentFailure(404, 'Call not found');
  return { entries: page(call, select(call, 'parent_entry_id', 'entry_id'), 50) };
}

/** GET knowledgebase/knowledgebases. */
export function listKnowledgeBases(call: LiveAgentCall): LiveAgentAnswer {
  const from = wholeNumber(call, 'offset', 0, Infinity);
  const bases = call.state.knowledge.bases.slice(from, from + wholeNumber(call, 'limit', 10, 500));
  return { knowledgebases: bases.map(({ id, name }) => ({ kb_id: id, name })) };
}

function plainText(html: string): string {
  return html
    .replaceAll(/<script[^]*?<\/script>|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function searchRow(call: LiveAgentCall, entry: KnowledgeEntry): LiveAgentAnswer {
  const { olderSearch } = call.state.account;
  const url = `//support.example.com/${entry.urlCode}-${entry.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
  return {
    kb_id: entry.baseId,
    kb_entry_id: entry.id,
    rtype: entry.type,
    rstatus: entry.status,
    access: entry.access,
    access_inherited: entry.access,
    urlcode: entry.urlCode,
    treepath: entry.path.join('|'),
    title: entry.title,
    title_clear: entry.title,
    content_text: plainText(entry.content),
    content_simple_html: entry.content.replaceAll(/<script[^]*?<\/script>/g, ''),
    conversationid: '',
    votesCount: String(entry.votes),
    datechanged: writeDateTime(entry.changedAt, call.state.desk.timeZone),
    url: olderSearch === true ? url.replaceAll('/', String.raw`\/`) : url,
  };
}

/** GET knowledgebase/search: every word has to be somewhere in title or content; there is no offset. */
export function search(call: LiveAgentCall): LiveAgentAnswer {
  const words = mandatory(call, 'query').toLowerCase().split(/\s+/);
  const top = optional(call, 'top_article_id');
  const base = optional(call, 'kb_id');
  const found = call.state.knowledge.entries.filter((entry) => {
    const text = `${entry.title} ${plainText(entry.content)}`.toLowerCase();
    const below = top === undefined || entry.id === top || entry.path.includes(top);
    return (
      below && (base === undefined || entry.baseId === base) && words.every((word) => text.includes(word))
    );
  });
  const rows = found.slice(0, wholeNumber(call, 'limit', 10, 500)).map((entry) => searchRow(call, entry));
  return call.state.account.olderSearch === true ? { articles: rows } : { entries: rows };
}

/** GET suggestioncategories. */
export function listSuggestionCategories(call: LiveAgentCall): LiveAgentAnswer {
  const { entries } = call.state.knowledge;
  const titleOf = (id: string): string => entries.find((entry) => entry.id === id)?.title ?? '';
  return {
    suggestioncategories: entries
      .filter(({ type }) => type === 'G')
      .map(({ id, title, path }) => ({
        id,
        title,
        path: [...path.slice(1).map(titleOf), title].join(' / '),
      })),
  };
}

/** An entry by id; fails with 500. */
export function requireEntry(call: LiveAgentCall, id: string): KnowledgeEntry {
  const entry = call.state.knowledge.entries.find((candidate) => candidate.id === id);
  if (!entry) throw new LiveAgentFailure(500, 'Could not load knowledgebase entry');
  return entry;
}
