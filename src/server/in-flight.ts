import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isStreamed } from '../plugins/streamed-answer.ts';

/** Counts the requests that are being answered, so that a stop can wait for them. */
export class InFlight {
  #count = 0;
  #onNone: (() => void) | null = null;

  /** Counts a request until its answer was sent, or its caller has left. */
  addResponse(response: ServerResponse): void {
    if (response.closed) return;
    this.#count += 1;
    response.once('close', this.#end);
  }

  /** Counts a request until its answer is there, or, for a streamed one, until it was read to its end. */
  async addAnswer(coming: Response | Promise<Response>): Promise<Response> {
    this.#count += 1;
    try {
      const answer = await coming;
      if (answer.body && isStreamed(answer.headers)) return withEnd(answer, this.#end);
      this.#end();
      return answer;
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  /** Resolves when no request is being answered, or after `graceMs`. */
  async ended(graceMs: number): Promise<void> {
    if (this.#count === 0) return;
    const none = new AbortController();
    this.#onNone = () => none.abort();
    // The timer keeps the process alive: an answer that nobody reads does not.
    await sleep(graceMs, undefined, { signal: none.signal }).catch(() => {});
  }

  readonly #end = (): void => {
    this.#count -= 1;
    if (this.#count === 0) this.#onNone?.();
  };
}

/** The answer with a body that calls `onEnd` when it was read to its end or given up. */
function withEnd({ body, status, headers }: Response, onEnd: () => void): Response {
  const watcher = { flush: () => onEnd(), cancel: () => onEnd() };
  return new Response(body?.pipeThrough(new TransformStream(watcher)) ?? null, { status, headers });
}
