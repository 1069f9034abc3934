import type { Department } from './directory.ts';
import type { Entity, Told } from './entity.ts';
import type { Instant } from './instant.ts';

/** What kind of entry of a knowledge base something is. */
export type ArticleType =
  | 'ARTICLE'
  | 'CATEGORY'
  | 'FORUM'
  | 'HOME'
  | 'SUGGESTION'
  | 'SUGGESTION_CATEGORY'
  | 'TOPIC'
  | 'UNKNOWN';

/** How far an entry has come towards being published. */
export type ArticleStatus =
  | 'COMPLETED'
  | 'DECLINED'
  | 'DRAFT'
  | 'INIT'
  | 'NEW'
  | 'PLANNED'
  | 'PUBLISHED'
  | 'REVIEW'
  | 'STARTED'
  | 'UNKNOWN';

/** Who may read an entry. */
export type ArticleAccess = 'INTERNAL' | 'PUBLIC' | 'UNKNOWN';

/** A collection of help articles. */
export interface KnowledgeBase extends Entity {
  readonly name?: Told<string>;
}

/** The text of an entry. */
export interface ArticleContent {
  /** As the vendor gave it. */
  readonly body: string;
  readonly bodyFormat: 'html' | 'text';
}

/** An entry of a knowledge base. Fields that are `undefined` are told by the reader's `get`. */
export interface Article extends Entity {
  readonly knowledgeBase?: Told<KnowledgeBase>;
  /** The entry it stands under; null at the top. */
  readonly parent?: Told<Article>;
  readonly type?: Told<ArticleType>;
  /** The vendor's own codes, kept also where they are unknown. */
  readonly vendorType?: Told<string>;
  readonly status?: Told<ArticleStatus>;
  readonly vendorStatus?: Told<string>;
  readonly access?: Told<ArticleAccess>;
  readonly inheritedAccess?: Told<ArticleAccess>;
  readonly title?: Told<string>;
  readonly content?: Told<ArticleContent>;
  readonly keywords?: Told<string>;
  readonly metaDescription?: Told<string>;
  readonly description?: Told<string>;
  readonly urlCode?: Told<string>;
  /** Absolute. */
  readonly url?: Told<string>;
  readonly treePath?: Told<string>;
  readonly order?: Told<number>;
  readonly views?: Told<number>;
  readonly votes?: Told<number>;
  readonly createdAt?: Told<Instant>;
  readonly updatedAt?: Told<Instant>;
  readonly deleted?: Told<boolean>;
  /** What is known of the conversation in which it is discussed. */
  readonly conversation?: Told<Entity>;
  readonly department?: Told<Department>;
}

/** A category that customers file suggestions under. */
export interface SuggestionCategory extends Entity {
  readonly title?: Told<string>;
  /** Headings from the top down to this one. */
  readonly path?: Told<string>;
}
