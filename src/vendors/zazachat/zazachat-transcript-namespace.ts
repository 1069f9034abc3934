import type { Answer } from '../../contract/call-context.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { Transcript } from './zazachat-mapping-transcript.ts';
import type { ZazachatSettings } from './zazachat-settings.ts';

type ReadTranscript = (namespace: string) => Promise<Answer<Transcript>>;

/**
 * Finds out in which namespace a service has `GetChatTranscript`. In the document, only the sample of this method has a
 * second slash: probably, but not certainly, a slip. Once one of them is known, transcripts are asked for in it alone
 * while the process lives.
 */
export class TranscriptNamespace {
  #possible: readonly [string, string?];

  constructor({ namespace, transcriptNamespace }: ZazachatSettings) {
    this.#possible = transcriptNamespace ? [transcriptNamespace] : [namespace, `${namespace}/`];
  }

  /** Reads a transcript in the namespace that is known to be right, or in the first one that gives something. */
  async read(readIn: ReadTranscript): Promise<Answer<Transcript>> {
    const [first, second] = this.#possible;
    if (second === undefined) return readIn(first);
    const answer = await unlessUnknown(readIn(first));
    if (!answer) {
      const known = await readIn(second);
      this.#possible = [second];
      return known;
    }
    if (isEmpty(answer)) {
      // A service that overlooks the namespace gives an empty transcript, as if nothing had been said.
      const other = await unlessUnknown(readIn(second)).catch(() => answer);
      if (other && isEmpty(other)) return answer;
      if (other) {
        this.#possible = [second];
        return other;
      }
    }
    this.#possible = [first];
    return answer;
  }
}

function isEmpty({ value }: Answer<Transcript>): boolean {
  return value.messages.length === 0;
}

/** Null when the service knows no such method, or cannot read what it is sent in this namespace. */
async function unlessUnknown<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof VendorError && error.kind === 'wrong-answer') return null;
    throw error;
  }
}
