import type { Plugin } from 'graphql-yoga';

/** Finds out who sent a request before its body is read. `identify` fails for an unknown caller. */
export function useCaller(identify: (request: Request) => unknown): Plugin {
  return {
    async onRequestParse({ request }) {
      await identify(request);
    },
  };
}
