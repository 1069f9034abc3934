import type { GraphQLParams, Plugin } from 'graphql-yoga';

/** Options of `useReadBody`. */
export interface ReadBodyOptions {
  /** The content of a request whose body was read before it came here; undefined = it was not. */
  readonly contentOf: (request: Request) => GraphQLParams | undefined;
}

/** Takes over what was read already, so that no body is piped through limits it has passed and parsed once more. */
export function useReadBody({ contentOf }: ReadBodyOptions): Plugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      const content = contentOf(request);
      if (content) setRequestParser(() => content);
    },
  };
}
