import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DocumentAssembly } from './document-slices.ts';
import type { DecodedSlice, EncodedDocument } from './decoding-worker.ts';
import { isTurnOver, nextTurn } from '../turns/turns.ts';

/** After how many milliseconds an idle thread is ended, which frees the memory of its last document. */
const idleMilliseconds = 10_000;

/** The body does not have the form that it should have. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}

/**
 * Reads large documents, one after the other, in a thread of its own that is started when it is first needed. They
 * arrive here in slices, so that nothing else is held up. Each source has such a thread, so that a document that takes
 * long does not delay those of other sources.
 */
export class DecodingThread {
  /** Resolves when the thread has finished all that it was given. */
  #last: Promise<void> = Promise.resolve();
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  /**
   * The document as a value. Rejects with `UnreadableDocument`, and with an error of any kind when the signal is
   * aborted or the thread breaks down; then the thread is ended. The body may be empty afterwards, as its memory may be
   * moved to the thread.
   */
  async read(document: EncodedDocument, signal: AbortSignal): Promise<unknown> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    try {
      await Promise.race([before, aborted(signal)]);
      return await this.#read(document, signal);
    } finally {
      void before.then(resolve);
    }
  }

  /** Ends the thread, whatever it is doing. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #read(document: EncodedDocument, signal: AbortSignal): Promise<unknown> {
    const worker = this.#open();
    try {
      post(worker, document, movable(document.body));
      return await assembled(worker, signal);
    } catch (error) {
      // A thread in the middle of a document is of no use for the next one.
      if (!(error instanceof UnreadableDocument)) void this.close();
      throw error;
    } finally {
      this.#rest();
    }
  }

  #open(): Worker {
    clearTimeout(this.#idle);
    // It keeps the process alive only while somebody waits.
    this.#worker?.ref();
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    // The file beside this one, with the same ending as this one.
    const file = import.meta.url.replace(/thread(?=\.\w+$)/, 'worker');
    const worker = new Worker(new URL(file), { name: 'decoding', env: {} });
    // It breaks down, for instance, for lack of memory.
    return worker.on('error', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
  }

  #rest(): void {
    if (!this.#worker) return;
    this.#worker.unref();
    this.#idle = setTimeout(() => void this.close(), idleMilliseconds).unref();
  }
}

/** Rejects when the signal is aborted. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    if (signal.aborted) reject(signal.reason as Error);
  });
}

async function assembled(worker: Worker, signal: AbortSignal): Promise<unknown> {
  const assembly = new DocumentAssembly();
  for (;;) {
    const [slice] = (await once(worker, 'message', { signal })) as [DecodedSlice];
    if (slice === 'end') return assembly.value;
    if (slice === 'unreadable') throw new UnreadableDocument();
    if (isTurnOver()) await nextTurn();
    assembly.add(slice.json);
    post(worker, null);
  }
}

function post(worker: Worker, message: EncodedDocument | null, moved: ArrayBuffer[] = []): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(message, moved);
}

/** The memory that can be moved instead of copied, as nothing else lies in it. */
function movable({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
