import type { Plugin } from 'graphql-yoga';

/** Options of `usePrivateAnswers`. */
export interface PrivateAnswersOptions {
  /** Whether web pages of other origins may call, so that headers depend on the origin. */
  readonly isByOrigin: boolean;
}

/** Keeps shared caches off: not all know that an answer depends on the key of the caller. */
export function usePrivateAnswers({ isByOrigin }: PrivateAnswersOptions): Plugin {
  return {
    onResponse({ response: { headers } }) {
      // Callers may keep the answer, but have to ask each time whether it is still the same.
      headers.set('Cache-Control', 'private, no-cache');
      if (isByOrigin && !/\borigin\b/i.test(headers.get('Vary') ?? '')) headers.append('Vary', 'Origin');
      // The same address has the answer in several media types, and GraphiQL.
      headers.append('Vary', 'Accept');
    },
  };
}
