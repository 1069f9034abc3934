/** A stream of server-sent events, read as it comes. */
export interface EventStream {
  /** What the next event says; `complete` = the stream was ended properly, `cut` = it just ended. */
  next(): Promise<unknown>;
  /** Goes away without a word. */
  leave(): Promise<void>;
}

/**
 * Reads an answer as GraphQL over server-sent events, in the mode of distinct connections. `gone` is aborted when the
 * reader leaves, as the server sees it when a connection is closed.
 */
export function eventStreamOf(response: Pick<Response, 'body'>, gone: AbortController): EventStream {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end === -1) {
          const { done, value } = await reader.read();
          if (done) return 'cut';
          text += decoder.decode(value, { stream: true });
          continue;
        }
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        if (/^event: complete$/m.test(block)) return 'complete';
        const data = /^data: (?<data>.+)$/m.exec(block)?.groups?.['data'];
        if (data) return JSON.parse(data) as unknown;
      }
    },
    async leave() {
      gone.abort();
      await reader.cancel().catch(() => undefined);
    },
  };
}
