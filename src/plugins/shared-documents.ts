import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { readSkeleton, type DocumentSkeleton } from './document-skeleton.ts';
import { liftLiterals, valueOf, variableOf, type LiftedDocument } from './lifted-literals.ts';

/** A caller's document in terms of one that it shares with others. */
export interface SharedDocument {
  readonly lifted: LiftedDocument;
  /** The query's name; null = it has none. */
  readonly name: string | null;
  /** The literals, as values of the variables in their places. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * What is known of documents with one key: that one was seen (`once`), that they cannot share (`alone`), or the
 * document that they share.
 */
type Kin = LiftedDocument | 'alone' | 'once';

/** Most characters of texts and keys that are kept, each. */
const maxSize = 2_000_000;

/**
 * Finds the document that a document shares with others. Bounded in characters; what has not been asked for longest is
 * forgotten first.
 */
export class SharedDocuments {
  readonly #maxTokens: number;
  readonly #kin = new LRUCache<string, Kin>({
    maxSize,
    sizeCalculation: (kin, key) => key.length + (typeof kin === 'string' ? 100 : 10 * kin.text.length),
  });
  /** Documents by their text, so that one that is asked again and again is not read again and again. */
  readonly #known = new LRUCache<string, SharedDocument | 'alone'>({
    maxSize,
    sizeCalculation: (_, text) => text.length + 200,
  });

  constructor(maxTokens: number) {
    this.#maxTokens = maxTokens;
  }

  /** The document in terms of the one that it shares; null = it goes the usual way. */
  find(text: string): SharedDocument | null {
    const known = this.#known.get(text);
    const found = known ?? this.#read(text);
    if (!known && found) this.#known.set(text, found);
    return found === 'alone' ? null : found;
  }

  /** Takes in a document that went the usual way and is valid: from the second of a kind on, the next ones share it. */
  learn(text: string, document: DocumentNode, schema: GraphQLSchema): void {
    if (this.#known.has(text)) return;
    const skeleton = readSkeleton(text, this.#maxTokens);
    if (!skeleton) return;
    const kin = this.#kin.get(skeleton.key);
    if (kin === undefined) this.#kin.set(skeleton.key, 'once');
    if (kin !== 'once') return;
    const lifted = liftLiterals(skeleton, document, schema);
    // The definitions of variables add words, which may be more than allowed.
    const isSmall = lifted && readSkeleton(lifted.text, this.#maxTokens);
    this.#kin.set(skeleton.key, isSmall ? lifted : 'alone');
  }

  #read(text: string): SharedDocument | 'alone' | null {
    const skeleton = readSkeleton(text, this.#maxTokens);
    if (!skeleton || (skeleton.literals.length === 0 && !skeleton.name)) return 'alone';
    const kin = this.#kin.get(skeleton.key) ?? 'once';
    if (typeof kin === 'object') return shared(skeleton, kin) ?? 'alone';
    return kin === 'alone' ? 'alone' : null;
  }
}

/** The document in terms of the lifted one; null where a literal does not fit its place. */
function shared({ literals, name }: DocumentSkeleton, lifted: LiftedDocument): SharedDocument | null {
  const values: Record<string, unknown> = {};
  for (const [index, literal] of literals.entries()) {
    const value = valueOf(literal, lifted.scalars[index]!);
    if (value === undefined) return null;
    values[variableOf(index)] = value;
  }
  return { lifted, name: name?.value ?? null, values };
}
