import type { GraphQLParams, Plugin } from 'graphql-yoga';

/** Options of `useReadBody`. */
export interface ReadBodyOptions {
  /** The content of a request whose body was read before it came here; undefined = it was not. */
  readonly contentOf: (request: Request) => GraphQLParams | undefined;
}

/**
 * Takes over a body that was read already, so that it is neither measured against limits that it has passed nor parsed
 * once more.
 */
export function useReadBody({ contentOf }: ReadBodyOptions): Plugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      const content = contentOf(request);
      // Yoga takes an object for a promise where it has a `then`, which may stand in a body like any word.
      if (content) setRequestParser(async () => content);
    },
  };
}
