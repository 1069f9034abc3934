import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { InvalidCursor } from './invalid-cursor.ts';

/** Version of what is written into cursors; one of another version is refused. */
const version = 1;
const nonceLength = 12;
const tagLength = 16;
const algorithm = 'aes-256-gcm';

/** Writes and reads cursors, which nobody can read or forge without the secret. */
export interface CursorCodec {
  /**
   * Seals what a walk needs to go on. `identity` tells the list with its filter and order; `state` is JSON. The
   * same state gives the same cursor.
   */
  seal(identity: string, state: unknown): string;
  /** The state sealed for this list. Throws `InvalidCursor` for anything else. */
  open(identity: string, cursor: string): unknown;
}

/**
 * Makes a codec (AES-256-GCM, keys derived from the secret). Replicas with one secret understand each other's
 * cursors, also after a restart.
 */
export function createCursorCodec(secret: string): CursorCodec {
  const keys = Buffer.from(hkdfSync('sha256', secret, '', 'deskgraph cursor', 64));
  // A key object, as a key would otherwise be made from the bytes each time, which takes longer than all the rest.
  const key = createSecretKey(keys.subarray(0, 32));
  const nonceKey = createSecretKey(keys.subarray(32));
  return {
    seal(identity, state) {
      const plain = JSON.stringify([version, identity, state]);
      // A nonce made from the text repeats only for the same text, and then gives nothing away.
      const nonce = createHmac('sha256', nonceKey).update(plain).digest().subarray(0, nonceLength);
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength });
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(identity, cursor) {
      const content = unseal(key, cursor);
      if (!Array.isArray(content)) throw changed();
      const [writtenVersion, writtenIdentity, state] = content as unknown[];
      if (writtenVersion !== version) throw new InvalidCursor('one of another version of the gateway');
      if (writtenIdentity !== identity) throw new InvalidCursor('one of another list, filter or order');
      return state;
    },
  };
}

function unseal(key: KeyObject, cursor: string): unknown {
  const bytes = Buffer.from(cursor, 'base64url');
  // Decoding skips characters that are not base64url, so the same bytes could be written in many ways. Only one is
  // accepted.
  if (bytes.toString('base64url') !== cursor) throw changed();
  const nonce = bytes.subarray(0, nonceLength);
  try {
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength });
    decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    const sealed = bytes.subarray(nonceLength + tagLength);
    return JSON.parse(Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8'));
  } catch {
    throw changed();
  }
}

function changed(): InvalidCursor {
  return new InvalidCursor('something that this gateway did not write, or that was changed since');
}
