import type { Optional } from './mutation-plan.ts';

/** Adds a place for knowledge base entries. */
export interface KnowledgeBaseCategoryCreate {
  readonly title: string;
  readonly knowledgeBaseKey?: Optional<string>;
  /** Key of the entry above. */
  readonly parentKey?: Optional<string>;
  /** A value of the GraphQL enum `ArticleType`. */
  readonly type?: Optional<string>;
  /** A value of the GraphQL enum `ArticleAccess`. */
  readonly access?: Optional<string>;
  readonly order?: Optional<number>;
  readonly keywords?: Optional<string>;
  readonly departmentKey?: Optional<string>;
  readonly description?: Optional<string>;
}

/** Makes a suggestion in somebody's name. */
export interface SuggestionCreate {
  readonly categoryKey: string;
  readonly subject: string;
  readonly message: string;
  /** Who makes it. */
  readonly author: { readonly type: 'Agent' | 'Customer'; readonly key: string };
}

/** What making a suggestion tells; null = the vendor does not. */
export interface SuggestionCreated {
  readonly suggestionId: string | null;
  /** Absolute. */
  readonly url: string | null;
}

/** Uploads a file: its content in base64 with name and type, or an address that the vendor fetches it from. */
export type FileUpload =
  | {
      readonly name: string;
      readonly mimeType: string;
      readonly base64: string;
      readonly url?: undefined;
    }
  | { readonly url: string; readonly name?: Optional<string>; readonly mimeType?: Optional<string> };
