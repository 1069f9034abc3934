import type { Plugin } from 'graphql-yoga';
import { isStreamed } from './streamed-answer.ts';

/** Gives answers that come bit by bit the headers with which they pass proxies, old ones too. */
export function useStreamHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      if (!isStreamed(headers)) return;
      // nginx keeps back what comes until it has some kilobytes of it.
      headers.set('X-Accel-Buffering', 'no');
      // How an answer ends depends on the connection: HTTP/1.0, which nginx speaks to servers, knows no chunks.
      headers.delete('Connection');
      headers.delete('Transfer-Encoding');
    },
  };
}
