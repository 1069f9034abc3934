const streamed = /^(?:multipart\/|text\/event-stream)/;

/** Whether the headers are those of an answer that comes bit by bit. */
export function isStreamed(headers: Headers): boolean {
  return streamed.test(headers.get('content-type') ?? '');
}
