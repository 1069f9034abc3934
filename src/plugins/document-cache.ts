import type { DocumentNode } from 'graphql';
import type { Plugin, YogaServerOptions } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

type CacheOptions = YogaServerOptions<object, object>['parserAndValidationCache'];

/** A parsed document takes up some 50 bytes of memory for each of its characters: this is about 50 MB. */
const mostCharacters = 1_000_000;

/** Keeps nothing: parsing finds an error as fast as a look-up would. */
const nothing = { get: () => undefined, set() {} };

/** Parsed documents by their text. Those that turn out not to be valid are not kept. */
export class DocumentCache {
  readonly #documents = new LRUCache<string, DocumentNode>({
    maxSize: mostCharacters,
    sizeCalculation: (_, text) => text.length,
  });

  /** For Yoga, which fills it. */
  readonly options: CacheOptions = { documentCache: this.#documents, errorCache: nothing };

  /**
   * Makes the plugin that forgets documents that are not valid. Yoga would keep their errors, which hold on to
   * everything that validation has seen.
   */
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
