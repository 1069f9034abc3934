import * as z from 'zod';

/** What replicas say to each other about looks. */
export interface LookMessage {
  /** `news`: what the leader saw; `ask`: tell everything; `hurry`: look now. */
  readonly kind: 'ask' | 'hurry' | 'news';
  /** The scope it is about; for `hurry` the source. Without personal data. */
  readonly name: string;
  /** Who says it. */
  readonly from: string;
  /** Sealed; empty for anything but `news`. */
  readonly content?: Buffer;
}

const head = z.tuple([z.enum(['ask', 'hurry', 'news']), z.string(), z.string()]);
const headEnd = '\n';

/** The bytes of a message. */
export function packLookMessage({ kind, name, from, content = Buffer.alloc(0) }: LookMessage): Buffer {
  return Buffer.concat([Buffer.from(JSON.stringify([kind, name, from]) + headEnd), content]);
}

/** The message that bytes hold; undefined when they hold none. */
export function openLookMessage(bytes: Buffer): LookMessage | undefined {
  const end = bytes.indexOf(headEnd);
  try {
    const [kind, name, from] = head.parse(JSON.parse(bytes.toString('utf8', 0, end)));
    return { kind, name, from, content: bytes.subarray(end + 1) };
  } catch {
    return undefined;
  }
}
