import { valueOfCode } from '../../contract/code-table.ts';
import type {
  Article,
  ArticleAccess,
  ArticleContent,
  KnowledgeBase,
  SuggestionCategory,
} from '../../contract/knowledge-base.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';
import { articleAccesses, articleStatuses, articleTypes } from './liveagent-codes.ts';
import { toCount, toInstant, toWholeNumber } from './liveagent-mapping-values.ts';
import type { EntryWire, KnowledgeBaseWire, SuggestionCategoryWire } from './liveagent-wire-records.ts';

/** Maps a knowledge base. */
export function toKnowledgeBase({ kb_id: key, name }: KnowledgeBaseWire): KnowledgeBase {
  return { key, vendorId: key, name: name ?? null };
}

/** Maps a category of suggestions. */
export function toSuggestionCategory({ id: key, title, path }: SuggestionCategoryWire): SuggestionCategory {
  return { key, vendorId: key, title: title ?? null, path: path ?? null };
}

/** Maps an entry as the lists show it: with all there is, except its web address, which only the search has. */
export function toArticle(wire: EntryWire, timeZone: string): Article {
  return {
    ...toCommon(wire, timeZone),
    title: wire.title ?? null,
    content: toContent(wire.content, 'html'),
    keywords: wire.keywords ?? null,
    metaDescription: wire.metadescription ?? null,
    description: wire.description ?? null,
    url: null,
    order: toWholeNumber(wire.rorder),
    views: toCount(wire.views),
    votes: toWholeNumber(wire.votes),
    createdAt: toInstant(wire.datecreated, timeZone),
    deleted: wire.deleted === undefined ? null : wire.deleted === 'Y',
    department: reference(wire.departmentid),
  };
}

/** Maps an entry that the search found; its other fields are left to the lists. */
export function toFoundArticle(wire: EntryWire, timeZone: string, baseUrl: string): Article {
  return {
    ...toCommon(wire, timeZone),
    title: wire.title_clear ?? wire.title ?? null,
    content: toContent(wire.content_simple_html, 'html') ?? toContent(wire.content_text, 'text'),
    // Older servers escape the slashes twice.
    url: absoluteUrl(wire.url?.replaceAll('\\/', '/').replaceAll('&amp;', '&'), baseUrl),
    votes: toWholeNumber(wire.votesCount ?? wire.votes),
  };
}

function toCommon(wire: EntryWire, timeZone: string) {
  return {
    key: wire.kb_entry_id,
    vendorId: wire.kb_entry_id,
    knowledgeBase: reference(wire.kb_id),
    parent: toParent(wire),
    type: valueOfCode(articleTypes, wire.rtype) ?? 'UNKNOWN',
    vendorType: wire.rtype ?? null,
    status: valueOfCode(articleStatuses, wire.rstatus) ?? 'UNKNOWN',
    vendorStatus: wire.rstatus ?? null,
    access: toAccess(wire.access),
    inheritedAccess: toAccess(wire.access_inherited),
    urlCode: wire.urlcode ?? null,
    treePath: wire.treepath ?? null,
    updatedAt: toInstant(wire.datechanged, timeZone),
    conversation: reference(wire.conversationid),
  } as const;
}

/** The tree path ends with the parent, and the search has nothing else about it. "0" is the root. */
function toParent({ parent_entry_id: parent, treepath }: EntryWire) {
  const id = parent ?? (parent === undefined ? treepath?.split('|').filter(Boolean).at(-1) : null);
  return id === '0' ? null : reference(id);
}

function reference(id: string | null | undefined) {
  return id ? { key: id, vendorId: id } : null;
}

function toAccess(code: string | null | undefined): ArticleAccess | null {
  return code ? (valueOfCode(articleAccesses, code) ?? 'UNKNOWN') : null;
}

function toContent(
  body: string | null | undefined,
  bodyFormat: ArticleContent['bodyFormat'],
): ArticleContent | null {
  return body ? { body, bodyFormat } : null;
}
