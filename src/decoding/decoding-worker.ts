import { parentPort } from 'node:worker_threads';
import { bodyText } from './body-text.ts';
import { decodeDocument, type DocumentForm } from './document-decoding.ts';
import { slicesOf } from './document-slices.ts';

/** A body to be read. */
export interface EncodedDocument {
  readonly body: Uint8Array;
  readonly contentType: string | undefined;
  /** As in `ReplyLimits`. */
  readonly secrets?: RegExp | undefined;
  readonly form: DocumentForm;
}

/** The next part of the document; `end` = there is no more; `unreadable` = the body does not have the form. */
export type DecodedSlice = { readonly json: string } | 'end' | 'unreadable';

// This is what a `DecodingThread` runs: it is given a document, then asked for one slice after the other.
let slices: Generator<string> = slicesOf(null);
let ahead: DecodedSlice = 'end';

parentPort?.on('message', (document: EncodedDocument | null) => {
  if (document) ahead = firstOf(document);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(ahead);
  // The next slice is made while the other side reads this one.
  ahead = next();
});

function firstOf({ body, contentType, secrets, form }: EncodedDocument): DecodedSlice {
  try {
    slices = slicesOf(decodeDocument(bodyText(bytesOf(body), contentType, secrets), form));
  } catch {
    return 'unreadable';
  }
  return next();
}

function next(): DecodedSlice {
  try {
    const { done, value } = slices.next();
    return done ? 'end' : { json: value };
  } catch {
    return 'unreadable';
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
