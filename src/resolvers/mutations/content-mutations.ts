import type { FileUpload } from '../../contract/mutations/content-commands.ts';
import type { FileUploadInput, MutationResolvers } from '../../generated/schema-types.ts';
import type { InputReader } from '../../mutations/input-reader.ts';
import { changedEntity, notTold } from './changed-entity.ts';
import { mutate, payloadOf } from './mutate.ts';
import { removedEntity } from './removed-entity.ts';

// A pattern of groups of four would be out of space for megabytes.
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

function readFile(input: FileUploadInput, reader: InputReader): FileUpload {
  reader.source(input.source);
  const { name, mimeType, url } = input;
  reader.demand((url == null) !== (input.base64 == null), 'expected exactly one of base64 and url');
  if (url != null) {
    const isWeb = /^https?:$/.test(URL.parse(url)?.protocol ?? '');
    reader.check(isWeb, 'url', 'expected an address with http or https');
    return {
      url,
      name: reader.optionalText(name, 'name'),
      mimeType: reader.optionalText(mimeType, 'mimeType'),
    };
  }
  const content = (input.base64 ?? '').replaceAll(/\s+/g, '');
  reader.check(
    content.length % 4 === 0 && base64.test(content),
    'base64',
    'expected base64 text of at least one byte',
  );
  return {
    base64: content,
    name: reader.text(name ?? '', 'name'),
    mimeType: reader.text(mimeType ?? '', 'mimeType'),
  };
}

export const contentMutations: Pick<
  MutationResolvers,
  'fileUpload' | 'knowledgeBaseCategoryCreate' | 'knowledgeBaseEntryDelete' | 'suggestionCreate'
> = {
  fileUpload: changedEntity({ name: 'fileUpload', type: 'File', field: 'file', read: readFile }),
  knowledgeBaseCategoryCreate: changedEntity({
    name: 'knowledgeBaseCategoryCreate',
    type: 'Article',
    field: 'article',
    read: (input, reader) => {
      reader.source(input.source);
      return {
        title: reader.text(input.title, 'title'),
        knowledgeBaseKey: reader.optionalKey(input.knowledgeBaseId, 'knowledgeBaseId', 'KnowledgeBase'),
        parentKey: reader.optionalKey(input.parentId, 'parentId', 'Article'),
        type: input.type,
        access: input.access,
        order: input.order,
        keywords: reader.optionalText(input.keywords, 'keywords'),
        departmentKey: reader.optionalKey(input.departmentId, 'departmentId', 'Department'),
        description: reader.optionalText(input.description, 'description'),
      };
    },
  }),
  knowledgeBaseEntryDelete: removedEntity({
    name: 'knowledgeBaseEntryDelete',
    idOf: ({ articleId }) => articleId,
    read: (input, reader) => ({ key: reader.key(input.articleId, 'articleId', 'Article') }),
  }),
  suggestionCreate: async (_root, { input }, context, info) => {
    const outcome = await mutate(
      {
        name: 'suggestionCreate',
        input,
        read: (given, reader) => {
          reader.source(given.source);
          const { type, key } = reader.address(given.authorId, 'authorId', 'Agent', 'Customer');
          return {
            categoryKey: reader.key(given.categoryId, 'categoryId', 'SuggestionCategory'),
            subject: reader.text(given.subject, 'subject'),
            message: reader.text(given.message, 'message'),
            author: { type: type === 'Agent' ? 'Agent' : 'Customer', key },
          };
        },
        toDone: async (_source, result) => result,
      },
      context,
      info,
    );
    const { done, source } = outcome;
    const { suggestionId = null, url = null } = done ?? {};
    return {
      ...payloadOf(outcome, input),
      get suggestionId() {
        if (done && source && suggestionId === null) throw notTold(source, 'suggestionCreate');
        return suggestionId;
      },
      url,
    };
  },
};
