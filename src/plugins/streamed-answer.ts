const streamed = /^(?:multipart\/|text\/event-stream)/;

/** Whether the headers are those of a streamed answer. */
export function isStreamed(headers: Headers): boolean {
  return streamed.test(headers.get('content-type') ?? '');
}
