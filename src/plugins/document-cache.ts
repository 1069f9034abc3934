import type { DocumentNode } from 'graphql';
import type { Plugin, YogaServerOptions } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

type CacheOptions = YogaServerOptions<object, object>['parserAndValidationCache'];

/** A parsed document takes up some 50 bytes of memory for each of its characters: this is about 50 MB. */
const mostCharacters = 1_000_000;

/** Keeps nothing: what cannot be parsed is found out as fast as it is looked up. */
const nothing = { get: () => undefined, set() {} };

/** Documents as parsed, by their text. Those that turn out not to be valid are not kept: none is worth asking again. */
export class DocumentCache {
  readonly #documents = new LRUCache<string, DocumentNode>({
    maxSize: mostCharacters,
    sizeCalculation: (_, text) => text.length,
  });

  /** For Yoga, which fills it. */
  readonly options: CacheOptions = { documentCache: this.#documents, errorCache: nothing };

  /** Forgets what is not valid. Yoga would keep its errors, and these all that validation has seen. */
  usePlugin(): Plugin {
    return {
      onValidate: ({ params: { documentAST } }) => {
        return ({ valid }) => {
          if (!valid) this.#documents.delete(documentAST.loc?.source.body ?? '');
        };
      },
    };
  }
}
