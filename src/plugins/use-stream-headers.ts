import type { Plugin } from 'graphql-yoga';
import { isStreamed } from './streamed-answer.ts';

/** Gives streamed answers the headers with which they pass proxies, including old ones. */
export function useStreamHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      if (!isStreamed(headers)) return;
      // Without it nginx holds an answer back until it has some kilobytes.
      headers.set('X-Accel-Buffering', 'no');
      // How an answer ends depends on the connection: HTTP/1.0, which nginx speaks to servers, knows no chunks.
      headers.delete('Connection');
      headers.delete('Transfer-Encoding');
    },
  };
}
