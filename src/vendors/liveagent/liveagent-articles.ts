import type { ArticleCriteria, ArticleList, ArticleReader } from '../../contract/article-reader.ts';
import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Entity, Told } from '../../contract/entity.ts';
import type { Article } from '../../contract/knowledge-base.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { answerOf } from '../../vendor-kit/combined-answer.ts';
import { addDays, dayOf } from '../../vendor-kit/time-zone.ts';
import { forEachKey, orVendorError } from '../../vendor-kit/batch-entries.ts';
import { asRequiredError } from '../../vendor-kit/required-error.ts';
import { sizeOf, unreadCause, type ReadRows } from '../../vendor-kit/unread-rows.ts';
import { orNull, withoutId } from './liveagent-answers.ts';
import type { LiveagentKnowledgeClient } from './liveagent-client-knowledge.ts';
import { mostListed, readAllPages, type ListPages } from './liveagent-list-pages.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';

/** From this many entries on, a list of all is cheaper than asking for each. */
const manyKeys = 5;

/** Reads entries of knowledge bases. What the vendor should have filtered is filtered once more, in case it did not. */
export class LiveagentArticles implements ArticleReader {
  readonly #client: LiveagentKnowledgeClient;
  readonly #source: string;
  readonly #timeZone: string;

  constructor(settings: LiveagentSettings, client: LiveagentKnowledgeClient) {
    this.#client = client;
    this.#source = settings.name;
    this.#timeZone = settings.timeZone;
  }

  async find(criteria: ArticleCriteria, context: CallContext): Promise<Answer<ArticleList>> {
    const answer = await (criteria.search === undefined
      ? this.#list(criteria, context)
      : this.#search(criteria.search, criteria, context));
    return { ...answer, value: await this.#matching(answer.value, criteria, context) };
  }

  async get(
    keys: readonly string[],
    context: CallContext,
  ): Promise<readonly (Article | VendorError | null)[]> {
    const listed = new Set(keys).size < manyKeys ? null : await orVendorError(this.#list({}, context));
    const known = listed === null || listed instanceof VendorError ? [] : listed.value.articles;
    return forEachKey(
      keys,
      async (key) => known.find((article) => article.key === key) ?? this.#one(key, context),
    );
  }

  /** The entries that match; those of whose match their rows do not tell are read for it. */
  async #matching(
    { articles, cutBecause }: ArticleList,
    criteria: ArticleCriteria,
    context: CallContext,
  ): Promise<ArticleList> {
    const keys = articles.flatMap((row) => (matches(row, criteria) === undefined ? [row.key] : []));
    const records = keys.length === 0 ? [] : await this.get(keys, context);
    const told = new Map(records.map((record, index) => [keys[index], record]));
    const failure = records.find((record) => record instanceof VendorError);
    return {
      articles: articles.filter((row) => {
        const record = told.get(row.key) ?? row;
        return !(record instanceof VendorError) && matches(record, criteria) === true;
      }),
      cutBecause: cutBecause ?? failure ?? null,
    };
  }

  async #one(key: string, context: CallContext): Promise<Article | null> {
    const list =
      (await orNull(this.#client.listEntries({ entry_id: key, limit: '1' }, context))) ??
      (await orNull(this.#client.listArticles({ article_id: key, limit: '1' }, context)));
    return list?.rows.find((article) => article.key === key) ?? null;
  }

  async #list(criteria: ArticleCriteria, context: CallContext): Promise<Answer<ArticleList>> {
    const { knowledgeBaseKey: kb_id, parentKey, updatedAfter } = criteria;
    // The document's example is a day without a time: from the day before on, nothing is lost, however it is
    // compared.
    const date_changed =
      updatedAfter === undefined ? undefined : addDays(dayOf(updatedAfter, this.#timeZone), -1);
    const entries = await readAllPages((page) =>
      this.#client.listEntries({ kb_id, parent_entry_id: parentKey, date_changed, ...page }, context),
    );
    const list = entries ?? (await this.#listOlder({ kb_id, parent_id: parentKey }, context));
    const label = { source: this.#source, operation: 'knowledgebase.entries.list' };
    const cutBecause = unreadCause(list, withoutId(label));
    return answerOf({ articles: list.rows, cutBecause }, list.answers);
  }

  async #listOlder(
    query: Readonly<Record<string, string | undefined>>,
    context: CallContext,
  ): Promise<ListPages<Article>> {
    try {
      return await readAllPages((page) => this.#client.listArticles({ ...query, ...page }, context));
    } catch (error) {
      const label = { source: this.#source, operation: 'knowledgebase.entries.list' };
      throw asRequiredError(error, label, 'a list of entries from LiveAgent');
    }
  }

  async #search(
    query: string,
    { knowledgeBaseKey, parentKey }: ArticleCriteria,
    context: CallContext,
  ): Promise<Answer<ArticleList>> {
    const answer = await this.#client.search(
      { query, kb_id: knowledgeBaseKey, top_article_id: parentKey, limit: String(mostListed) },
      context,
    );
    return { ...answer, value: { articles: answer.value.rows, cutBecause: this.#cutBecause(answer.value) } };
  }

  #cutBecause(found: ReadRows<Article>): VendorError | null {
    const label = { source: this.#source, operation: 'knowledgebase.search' };
    if (sizeOf(found) < mostListed) return unreadCause(found, withoutId(label));
    return new VendorError({
      kind: 'unsupported-filter',
      message: `LiveAgent's search gives no more than ${mostListed} entries; narrow it with more words`,
      ...label,
    });
  }
}

/** Whether an entry meets all criteria; undefined = its row does not tell. */
function matches(
  { knowledgeBase, parent, updatedAt, createdAt }: Article,
  { knowledgeBaseKey, parentKey, updatedAfter }: ArticleCriteria,
): boolean | undefined {
  const changedAt = updatedAt === null ? createdAt : updatedAt;
  const verdicts = [
    knowledgeBaseKey === undefined || isAt(knowledgeBase, knowledgeBaseKey),
    parentKey === undefined || isAt(parent, parentKey),
    updatedAfter === undefined ||
      (changedAt === undefined ? undefined : (changedAt ?? -Infinity) >= updatedAfter),
  ];
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function isAt(place: Told<Entity> | undefined, key: string): boolean | undefined {
  return place === undefined ? undefined : place?.key === key;
}
