import { valueOfCode } from '../../contract/code-table.ts';
import type {
  Article,
  ArticleContent,
  KnowledgeBase,
  SuggestionCategory,
} from '../../contract/knowledge-base.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';
import { articleAccesses, articleStatuses, articleTypes } from './liveagent-codes.ts';
import { toCount, toInstant, toldBy, toWholeNumber } from './liveagent-mapping-values.ts';
import type { WireEntry, WireKnowledgeBase, WireSuggestionCategory } from './liveagent-wire-records.ts';

/** Maps a knowledge base. */
export function toKnowledgeBase({ kb_id: key, name }: WireKnowledgeBase): KnowledgeBase {
  return { key, vendorId: key, name: name ?? null };
}

/** Maps a category of suggestions. */
export function toSuggestionCategory({ id: key, title, path }: WireSuggestionCategory): SuggestionCategory {
  return { key, vendorId: key, title: title ?? null, path: path ?? null };
}

/** Maps an entry as the lists show it: with all there is, except its web address, which only the search has. */
export function toArticle(wire: WireEntry, timeZone: string): Article {
  return {
    ...toCommon(wire, timeZone, true),
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
    department: reference(wire.departmentid) ?? null,
  };
}

/** Maps an entry that the search found; what its row lacks, as older servers' rows do, is left to the lists. */
export function toFoundArticle(wire: WireEntry, timeZone: string, baseUrl: string): Article {
  return {
    ...toCommon(wire, timeZone, false),
    title: wire.title_clear ?? wire.title ?? null,
    content: toContent(wire.content_simple_html, 'html') ?? toContent(wire.content_text, 'text'),
    // Older servers escape the slashes twice.
    url: absoluteUrl(wire.url?.replaceAll('\\/', '/').replaceAll('&amp;', '&'), baseUrl),
    votes: toWholeNumber(wire.votesCount ?? wire.votes),
  };
}

/** `complete`: what the row lacks is in no other record either. */
function toCommon(wire: WireEntry, timeZone: string, complete: boolean) {
  const told = toldBy(complete);
  return {
    key: wire.kb_entry_id,
    vendorId: wire.kb_entry_id,
    knowledgeBase: told(reference(wire.kb_id)),
    parent: told(toParent(wire)),
    type: told(orUnknown(articleTypes, wire.rtype)),
    vendorType: told(wire.rtype),
    status: told(orUnknown(articleStatuses, wire.rstatus)),
    vendorStatus: told(wire.rstatus),
    access: told(orUnknown(articleAccesses, wire.access)),
    inheritedAccess: told(orUnknown(articleAccesses, wire.access_inherited)),
    urlCode: told(wire.urlcode),
    treePath: told(wire.treepath),
    updatedAt: told(wire.datechanged === undefined ? undefined : toInstant(wire.datechanged, timeZone)),
    conversation: told(reference(wire.conversationid)),
  } as const;
}

/** The tree path ends with the parent, and the search has nothing else about it. "0" is the root. */
function toParent({ parent_entry_id: parent, treepath }: WireEntry) {
  if (parent === undefined && treepath === undefined) return undefined;
  const id = parent ?? (parent === undefined ? treepath?.split('|').filter(Boolean).at(-1) : null);
  return id == null || id === '0' ? null : reference(id);
}

function reference(id: string | null | undefined) {
  return id == null ? id : { key: id, vendorId: id };
}

function orUnknown<T>(table: Readonly<Record<string, T>>, code: string | null | undefined) {
  return code == null ? code : (valueOfCode(table, code) ?? 'UNKNOWN');
}

function toContent(
  body: string | null | undefined,
  bodyFormat: ArticleContent['bodyFormat'],
): ArticleContent | null {
  return body ? { body, bodyFormat } : null;
}
