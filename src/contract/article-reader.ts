import type { Answer, CallContext } from './call-context.ts';
import type { Article } from './knowledge-base.ts';
import type { Instant } from './instant.ts';
import type { VendorError } from './vendor-error.ts';

/** Which entries of knowledge bases are wanted. Undefined = no restriction. */
export interface ArticleCriteria {
  /** Key of a knowledge base of this source. */
  readonly knowledgeBaseKey?: string | undefined;
  /** Key of the entry that they stand directly under. */
  readonly parentKey?: string | undefined;
  /** Words for the vendor's own search. */
  readonly search?: string | undefined;
  /** Changed at this moment or later; of an entry that never changed, the creation counts. */
  readonly updatedAfter?: Instant | undefined;
}

/** Entries of knowledge bases that match, perhaps not all of them. */
export interface ArticleList {
  readonly articles: readonly Article[];
  /** Set when the vendor has more entries than it gives: the error for callers. */
  readonly cutBecause: VendorError | null;
}

/** Reads entries of knowledge bases. */
export interface ArticleReader {
  /** The entries that match all criteria, in any order. */
  find(criteria: ArticleCriteria, context: CallContext): Promise<Answer<ArticleList>>;
  /** Entries with every field told, in the length and order of the keys; null = gone. */
  get(keys: readonly string[], context: CallContext): Promise<readonly (Article | VendorError | null)[]>;
}
