import type { Directories } from '../../contract/helpdesk-source.ts';
import { forEachKey } from '../../vendor-kit/batch-entries.ts';
import { answerOf } from '../../vendor-kit/combined-answer.ts';
import { listedDirectory } from '../../vendor-kit/listed-directory.ts';
import { unreadCause } from '../../vendor-kit/unread-rows.ts';
import { orNull, withoutId } from './liveagent-answers.ts';
import type { LiveagentKnowledgeClient } from './liveagent-client-knowledge.ts';
import type { LiveagentRecordClient } from './liveagent-client-records.ts';
import { readAllPages } from './liveagent-list-pages.ts';

/** Companies and files. Files cannot be listed. */
export function createLiveagentRecordDirectories(
  client: LiveagentRecordClient,
): Pick<Directories, 'Company' | 'File'> {
  return {
    Company: {
      list: (context) => client.listCompanies(context),
      get: (keys, context) => forEachKey(keys, (key) => orNull(client.getCompany(key, context))),
    },
    File: {
      get: (keys, context) => forEachKey(keys, (key) => orNull(client.getFile(key, context))),
    },
  };
}

/** Knowledge bases and categories of suggestions, whose lists have all there is. */
export function createLiveagentKnowledgeDirectories(
  source: string,
  client: LiveagentKnowledgeClient,
): Pick<Directories, 'KnowledgeBase' | 'SuggestionCategory'> {
  return {
    KnowledgeBase: listedDirectory(async (context) => {
      const pages = await readAllPages((page) => client.listKnowledgeBases({ ...page }, context));
      const reason = withoutId({ source, operation: 'knowledgebase.knowledgebases.list' });
      return { ...answerOf(pages.rows, pages.answers), cutBecause: unreadCause(pages, reason) };
    }),
    SuggestionCategory: listedDirectory((context) => client.listSuggestionCategories(context)),
  };
}
