import type { Plugin } from 'graphql-yoga';

const streamed = /^(?:multipart\/|text\/event-stream)/;

/** Asks proxies to hand on what comes bit by bit as it comes: nginx keeps it back until it has some kilobytes. */
export function usePromptStreams(): Plugin {
  return {
    onResponse({ response }) {
      const type = response.headers.get('content-type') ?? '';
      if (streamed.test(type)) response.headers.set('X-Accel-Buffering', 'no');
    },
  };
}
