import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { DirectoryAnswer } from '../../contract/directory-reader.ts';
import type { Article, KnowledgeBase, SuggestionCategory } from '../../contract/knowledge-base.ts';
import type { ReadRows } from '../../vendor-kit/unread-rows.ts';
import { directoryOf } from './liveagent-answers.ts';
import type { Content, LiveagentRead } from './liveagent-client-read.ts';
import type { ListQuery } from './liveagent-client.ts';
import {
  toArticle,
  toFoundArticle,
  toKnowledgeBase,
  toSuggestionCategory,
} from './liveagent-mapping-knowledge.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { entrySchema, knowledgeBaseSchema, suggestionCategorySchema } from './liveagent-wire-records.ts';

/** The endpoints of knowledge bases, one method each; errors as in `LiveagentClient`. */
export class LiveagentKnowledgeClient {
  readonly #read: LiveagentRead;
  readonly #source: string;
  readonly #timeZone: string;
  readonly #url: string;

  constructor(settings: LiveagentSettings, read: LiveagentRead) {
    this.#read = read;
    this.#source = settings.name;
    this.#timeZone = settings.timeZone;
    this.#url = settings.url;
  }

  /** GET knowledgebase/knowledgebases */
  listKnowledgeBases(query: ListQuery, context: CallContext): Promise<Answer<ReadRows<KnowledgeBase>>> {
    return this.#read(
      {
        operation: 'knowledgebase.knowledgebases.list',
        path: ['knowledgebase', 'knowledgebases'],
        query,
        required: true,
        freshness: 'directory',
        tags: ['knowledgeBases'],
        priority: 'directory',
        map: (content) =>
          content.readable('knowledgebases', knowledgeBaseSchema, ({ wire }) => toKnowledgeBase(wire)),
      },
      context,
    );
  }

  /** GET knowledgebase/entries; null = the server is older than the call. */
  listEntries(query: ListQuery, context: CallContext): Promise<Answer<ReadRows<Article> | null>> {
    const call = this.#listCall('entries', query);
    return this.#read<ReadRows<Article> | null>({ ...call, unknown: null }, context);
  }

  /** GET knowledgebase/articles, the older call. */
  listArticles(query: ListQuery, context: CallContext): Promise<Answer<ReadRows<Article>>> {
    return this.#read(this.#listCall('articles', query), context);
  }

  /** GET knowledgebase/search; older servers call the list `articles`. */
  search(query: ListQuery, context: CallContext): Promise<Answer<ReadRows<Article>>> {
    return this.#read(
      {
        operation: 'knowledgebase.search',
        path: ['knowledgebase', 'search'],
        query,
        required: query.kb_id === undefined && query.top_article_id === undefined,
        freshness: 'list',
        tags: ['articles'],
        priority: 'list',
        map: (content) =>
          content.readable(content.has('entries') ? 'entries' : 'articles', entrySchema, ({ wire }) =>
            toFoundArticle(wire, this.#timeZone, this.#url),
          ),
      },
      context,
    );
  }

  /** GET suggestioncategories */
  listSuggestionCategories(context: CallContext): Promise<DirectoryAnswer<SuggestionCategory>> {
    const operation = 'suggestioncategories.list';
    const list = this.#read(
      {
        operation,
        path: ['suggestioncategories'],
        required: true,
        freshness: 'directory',
        tags: ['articles'],
        priority: 'directory',
        map: (content) =>
          content.readable('suggestioncategories', suggestionCategorySchema, ({ wire }) =>
            toSuggestionCategory(wire),
          ),
      },
      context,
    );
    return directoryOf(list, { source: this.#source, operation });
  }

  #listCall(name: 'articles' | 'entries', query: ListQuery) {
    return {
      operation: `knowledgebase.${name}.list`,
      path: ['knowledgebase', name],
      query,
      freshness: 'directory',
      tags: ['articles'],
      priority: 'list',
      map: (content: Content) =>
        content.readable(name, entrySchema, ({ wire }) => toArticle(wire, this.#timeZone)),
    } as const;
  }
}
