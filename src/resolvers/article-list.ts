import type { ArticleCriteria } from '../contract/article-reader.ts';
import type { Article } from '../contract/knowledge-base.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { mergeDirectories, type DirectoryEntry } from '../federation/directory-merge.ts';
import type { ArticleFilter, QueryArticlesArgs } from '../generated/schema-types.ts';
import { keyInSource, sourcesNamed } from './address.ts';
import type { GatewayContext } from './context.ts';
import { filterText } from './filter-text.ts';
import type { ArticleConnectionModel } from './models.ts';
import { pageTerms } from './page-terms.ts';
import { toRootConnection } from './to-connection.ts';

/** Resolves `Query.articles`. */
export async function articlesConnection(
  listArguments: Partial<QueryArticlesArgs>,
  context: GatewayContext,
): Promise<ArticleConnectionModel> {
  const { filter } = listArguments;
  const sources = sourcesNamed(filter?.sources, context);
  const page = await mergeDirectories<Article>({
    listName: 'articles',
    type: 'Article',
    nameOf: ({ title }) => title,
    sources: sources.map((source) => entryOf(source, criteriaFor(source, filter ?? {}), context)),
    identity: { filter, sources: sources.map(({ name }) => name) },
    ...pageTerms(listArguments, context),
  });
  return toRootConnection('Article', page);
}

function criteriaFor(source: HelpdeskSource, filter: ArticleFilter): ArticleCriteria | 'none' {
  const knowledgeBase = keyInSource(filter.knowledgeBaseId, 'KnowledgeBase', source);
  const parent = keyInSource(filter.parentId, 'Article', source);
  if (knowledgeBase === 'elsewhere' || parent === 'elsewhere') return 'none';
  return {
    knowledgeBaseKey: knowledgeBase?.key,
    parentKey: parent?.key,
    search: filterText('search', filter.search, (text) => text.trim()),
    updatedAfter: filter.updatedAfter ?? undefined,
  };
}

function entryOf(
  source: HelpdeskSource,
  criteria: ArticleCriteria | 'none',
  { loaders }: GatewayContext,
): DirectoryEntry<Article> {
  const { articles } = source;
  if (!articles) return { source };
  if (criteria === 'none') return { source, accepts: 'none' };
  return {
    source,
    reader: {
      async list(context) {
        const { value, ...answer } = await articles.find(criteria, context);
        // An entry may stand under another one of the list.
        loaders.see(source, 'Article', value.articles);
        return { ...answer, value: value.articles, cutBecause: value.cutBecause };
      },
    },
  };
}
